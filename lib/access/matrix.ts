/**
 * Who may ask for what, as data. The checks themselves are in the other files of this folder; the tests are generated from this table, and
 * a page, route or action without a row fails them. Whoever may not finds nothing there (404), or, when nobody is signed in, the way to
 * sign in.
 */
export const PEOPLE = ["nobody", "outsider", "learner", "classmate", "instructor", "other-instructor", "admin"] as const;

/**
 * `learner` is the person whose data is asked for, `classmate` learns in the same cohort, `instructor` teaches it, `other-instructor`
 * teaches another one.
 */
export type Asker = (typeof PEOPLE)[number];

const SIGNED_IN: readonly Asker[] = ["outsider", "learner", "classmate", "instructor", "other-instructor", "admin"];

export const RULES = {
  /** What is public, and what a secret in its address opens. */
  everyone: PEOPLE,
  /** The viewer’s own data: no id of a person is taken from the request. */
  own: SIGNED_IN,
  /** One thing of the viewer’s own, named in the request. */
  owner: ["learner"],
  /** The page of a cohort for those who learn in it. */
  member: ["learner", "classmate"],
  /** What a classmate may confirm, where the item says so. */
  peer: ["classmate"],
  /** A cohort and its people: who teaches it, and an admin, which is written down. */
  taught: ["instructor", "admin"],
  /** What only who teaches the cohort may do: judge work, settle signals. */
  instructs: ["instructor"],
  /** What a teacher of any cohort finds. */
  teacher: ["instructor", "other-instructor", "admin"],
  /** A learner’s file: its owner, who teaches them, a classmate where the item lets them confirm, an admin, which is written down. */
  "given-file": ["learner", "classmate", "instructor", "admin"],
  admin: ["admin"],
} as const satisfies Record<string, readonly Asker[]>;

export type Rule = keyof typeof RULES;

/** Every page and every GET of a route handler, by its address. */
export const PAGES: Record<string, Rule> = {
  "/": "everyone",
  "/accessibility": "everyone",
  "/community": "everyone",
  "/course": "everyone",
  "/front-end-vs-back-end": "everyone",
  "/glossary": "everyone",
  "/languages": "everyone",
  "/languages/[language]": "everyone",
  "/offline": "everyone",
  "/print/roadmap": "everyone",
  "/privacy": "everyone",
  "/questions": "everyone",
  "/responsibilities": "everyone",
  "/roadmap": "everyone",
  "/roadmap/[step]": "everyone",
  "/roadmap/[step]/[item]": "everyone",
  "/roles": "everyone",
  "/roles/[role]": "everyone",
  "/salaries": "everyone",
  "/sitemap/[part]": "everyone",
  "/skills": "everyone",
  "/skills/[skill]": "everyone",
  "/search-index.json": "everyone",
  "/jobs": "everyone",
  "/jobs/feed.xml": "everyone",
  "/jobs/[listing]": "everyone",
  "/sign-in": "everyone",
  // Shows nothing but to who gave their password and has yet to show a passkey.
  "/sign-in/passkey": "everyone",
  "/sign-up": "everyone",
  "/sign-up/[code]": "everyone",
  "/reset-password": "everyone",
  "/reset-password/[code]": "everyone",
  "/check-address/[code]": "everyone",
  "/join/[code]": "everyone",
  "/become-instructor/[code]": "everyone",
  "/calendar/[secret]": "everyone",
  "/.well-known/security.txt": "everyone",
  "/livez": "everyone",
  "/readyz": "everyone",
  // The shell is the same for everyone and holds nobody’s data; what it draws comes from /api/progress.
  "/home": "everyone",
  "/api/progress": "everyone",
  "/claim": "own",
  "/confirm": "own",
  "/change-address/[code]": "own",
  "/applications": "own",
  "/applications/new": "own",
  "/applications/applications.csv": "own",
  "/cohorts": "own",
  "/evidence": "own",
  "/evidence/[item]": "own",
  "/jobs/saved": "own",
  "/messages": "own",
  "/plan": "own",
  "/readiness": "own",
  "/readiness/[listing]": "own",
  "/api/readiness/[role]": "own",
  "/settings": "own",
  "/settings/data": "own",
  "/settings/data/csv/[part]": "own",
  "/settings/data/erase": "own",
  "/settings/data/everything.json": "own",
  "/settings/security": "own",
  "/settings/security/address": "own",
  "/settings/security/passkeys": "own",
  "/settings/security/password": "own",
  "/applications/[application]": "owner",
  "/cohorts/[cohort]": "member",
  "/cohorts/[cohort]/seen": "member",
  "/evidence/confirm/[submission]": "peer",
  "/api/evidence/files/[learner]/[file]": "given-file",
  "/teach": "teacher",
  "/teach/cohorts/new": "teacher",
  "/teach/cohorts/[cohort]": "taught",
  "/teach/cohorts/[cohort]/grid": "taught",
  "/teach/cohorts/[cohort]/grid.csv": "taught",
  "/teach/cohorts/[cohort]/items": "taught",
  "/teach/cohorts/[cohort]/learners": "taught",
  "/teach/cohorts/[cohort]/learners.csv": "taught",
  "/teach/cohorts/[cohort]/learners/[learner]": "taught",
  "/teach/cohorts/[cohort]/messages": "taught",
  "/teach/cohorts/[cohort]/messages/[message]": "taught",
  "/teach/cohorts/[cohort]/print": "taught",
  "/teach/cohorts/[cohort]/reviews": "taught",
  "/teach/cohorts/[cohort]/reviews.csv": "taught",
  "/teach/cohorts/[cohort]/reviews/[learner]/[submission]": "taught",
  "/teach/cohorts/[cohort]/roster.csv": "taught",
  "/teach/cohorts/[cohort]/settings": "taught",
  "/teach/cohorts/[cohort]/stuck": "taught",
  "/admin": "admin",
  "/admin/audit": "admin",
  "/admin/audit/audit.csv": "admin",
  "/admin/mail": "admin",
  "/admin/settings": "admin",
  "/admin/health": "admin",
  "/admin/invitations": "admin",
  "/admin/people": "admin",
  "/admin/people/[person]": "admin",
  "/admin/jobs": "admin",
  "/admin/jobs/new": "admin",
  "/admin/jobs/[source]": "admin",
};

/** Every other method of a route handler. */
export const WRITES: Record<string, Rule> = {
  // Signing in and out are for everyone; next-auth has checks of its own.
  "POST /api/auth/[...nextauth]": "everyone",
  "DELETE /api/session": "everyone",
  "POST /api/evidence/[item]": "own",
  "POST /api/cohorts/[cohort]/roster": "taught",
  "POST /api/jobs/sources/[source]": "admin",
  // Last: whoever calls it is signed out.
  "DELETE /api/sessions": "own",
};

/** What may be done to a cohort that is archived. Every other action of those who teach it answers that it is archived. */
export const WHILE_ARCHIVED: readonly string[] = ["archiveCohort", "unarchiveCohort"];

/** Every server action, by its name: no two share one. */
export const ACTIONS: Record<string, Rule> = {
  // Answers `signed-out` instead of leading away: it runs in the background.
  recordProgress: "everyone",
  signUp: "everyone",
  askForReset: "everyone",
  // For who gave their password and has yet to show a passkey; to all others they say so.
  beginPasskeySignIn: "everyone",
  finishPasskeySignIn: "everyone",
  signInWithRecoveryCode: "everyone",
  // Whoever holds a code has the mailbox it was sent to.
  finishSignUp: "everyone",
  resetPassword: "everyone",
  confirmAddress: "everyone",
  // Only who reads the log has the token.
  claimFirstAdmin: "own",
  joinCohort: "own",
  becomeInstructor: "own",
  setHours: "own",
  openCalendar: "own",
  closeCalendar: "own",
  setMail: "own",
  signOutDevice: "own",
  askForCheck: "own",
  confirmIdentity: "own",
  changePassword: "own",
  beginPasskey: "own",
  finishPasskey: "own",
  dropPasskey: "own",
  askForAddress: "own",
  changeAddress: "own",
  eraseOwnAccount: "own",
  markMessagesRead: "own",
  giveEvidence: "own",
  takeEvidenceBack: "own",
  saveApplication: "own",
  writeApplication: "own",
  changeApplication: "own",
  moveApplication: "own",
  moveByForm: "own",
  finishNextAction: "own",
  deleteApplication: "own",
  shareCounts: "own",
  keepSearch: "own",
  markSeen: "own",
  setSearchMail: "own",
  endSearchMail: "own",
  dropSearch: "own",
  confirmWork: "peer",
  takeWordBack: "own",
  leave: "member",
  makeCohort: "teacher",
  saveCohortFields: "taught",
  saveSignals: "taught",
  endTeaching: "taught",
  archiveCohort: "taught",
  unarchiveCohort: "taught",
  makeLink: "taught",
  inviteByMail: "taught",
  makeLinkForInvitation: "taught",
  makeLinkForAddress: "taught",
  revoke: "taught",
  takeOffRoster: "taught",
  changeGroup: "taught",
  moveToCohort: "taught",
  endEnrollment: "taught",
  writeNote: "taught",
  deleteNote: "taught",
  waiveItem: "taught",
  takeWaiverBack: "taught",
  sendMessage: "taught",
  announce: "taught",
  deleteAnnouncement: "taught",
  claimReview: "instructs",
  openNext: "instructs",
  giveVerdict: "instructs",
  takeVerdictBack: "instructs",
  settleSignal: "instructs",
  reopenSignal: "instructs",
  showMail: "admin",
  dropMail: "admin",
  inviteInstructorByLink: "admin",
  inviteInstructorByMail: "admin",
  revokeInstructor: "admin",
  saveInstallation: "admin",
  giveRoles: "admin",
  disablePerson: "admin",
  enablePerson: "admin",
  signPersonOut: "admin",
  makeSource: "admin",
  saveSourceFields: "admin",
  saveSourceState: "admin",
  readSource: "admin",
  releaseHeld: "admin",
  dropHeld: "admin",
  typeListing: "admin",
};
