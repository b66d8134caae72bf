import type { World } from "@/e2e/access-world";

type Fields = Record<string, string>;

/** What an action takes when all is well: each slot in turn is spoilt. */
export type Good = { fields: Fields; spoil: readonly string[] } | { argument: Record<string, unknown> | unknown[] };

const DAY = "2027-01-31";
const NEW_ID = "019a0000-0000-7000-8000-0000000000aa";

/** Actions that look at nothing that is sent, or find it good whatever it is: whoever may call them does what they do. */
export const TAKE_NOTHING: readonly string[] = ["openCalendar", "closeCalendar", "askForCheck", "beginPasskey", "beginPasskeySignIn", "endSearchMail"];

/** By the name of the action. One that is not here is sent what fits none. */
export function goodFields(world: World): Record<string, Good> {
  const { cohort, learner, classmate, source, submission } = world;
  const form = (fields: Fields, spoil = Object.keys(fields)): Good => ({ fields, spoil });
  const ofCohort = (fields: Fields, spoil = Object.keys(fields)): Good => form({ cohort: cohort.slug, ...fields }, ["cohort", ...spoil]);
  const ofLearner = (fields: Fields) => ofCohort({ learner: learner.id, ...fields });
  const application = { title: "Backend Developer", company: "Mango Ledger", url: "", appliedOn: DAY, contact: "", nextAction: "Write", nextOn: DAY, notes: "" };
  const listing = { title: "Backend Developer", company: "Mango Ledger", places: "Pune", employment: "", level: "", payFrom: "", payTo: "", currency: "INR", period: "year", validUntil: DAY, text: "Payouts.", address: "https://jobs.example.org/1" };
  return {
    signUp: form({ name: "Sneha", email: "hostile@example.org", password: "three quiet mangoes" }),
    askForReset: form({ email: "hostile@example.org" }),
    signInWithRecoveryCode: form({ code: "7QHM-3XWP" }),
    finishSignUp: form({ code: "x", password: "three quiet mangoes" }),
    resetPassword: form({ code: "x", password: "three quiet mangoes" }),
    confirmAddress: form({ code: "x" }),
    claimFirstAdmin: form({ token: "x" }),
    joinCohort: form({ code: "7QHM-3XWP", under18: "on" }),
    setHours: form({ hoursPerWeek: "8" }),
    setMail: form({ asked: "mail", weeklySummary: "on", messageMail: "on" }),
    signOutDevice: form({ session: world.session }),
    confirmIdentity: form({ password: "x" }),
    changePassword: form({ password: "three quiet mangoes" }),
    dropPasskey: form({ passkey: "x" }),
    askForAddress: form({ email: "hostile@example.org" }),
    changeAddress: form({ code: "x" }),
    giveEvidence: form({ item: "functions-and-modules", kind: "text", link: "", text: "It runs.", repo: "", commit: "", then: "hand-in" }, ["item", "kind", "text", "then"]),
    takeEvidenceBack: form({ submission }),
    writeApplication: form({ id: NEW_ID, stage: "applied", ...application }),
    changeApplication: form({ id: world.application, ...application }),
    moveByForm: form({ id: world.application, stage: "applied" }),
    finishNextAction: form({ done: `${world.application} 2026-12-24 Write` }),
    deleteApplication: form({ id: world.application }),
    shareCounts: form({ asked: "counts", shared: "on" }),
    keepSearch: form({ name: "Python", query: "q=python", mail: "day" }, ["name", "mail"]),
    markSeen: form({ id: world.search, until: "2026-11-28T00:00:00.000Z" }),
    setSearchMail: form({ id: world.search, mail: "week" }),
    dropSearch: form({ id: world.search }),
    confirmWork: form({ submission, comment: "It runs." }),
    takeWordBack: form({ learner: learner.id, submission, reason: "A slip." }),
    leave: form({ cohort: cohort.slug }),
    makeCohort: form({ name: "Evening", startsOn: DAY, endsOn: "2027-06-30", hoursPerWeek: "8" }),
    saveCohortFields: ofCohort({ name: "Evening", startsOn: DAY, endsOn: "2027-06-30", hoursPerWeek: "8" }),
    saveSignals: ofCohort({ quietDays: "7", slowTimes: "3", returnedDays: "5", returnedTimes: "3", behindItems: "4", unstartedDays: "6", consentRecorded: "on" }),
    endTeaching: ofCohort({ person: world.instructor.id }),
    archiveCohort: ofCohort({}),
    unarchiveCohort: ofCohort({}),
    makeLink: ofCohort({ role: "learner", usesAllowed: "5", days: "7" }),
    inviteByMail: ofCohort({ role: "learner", email: "hostile@example.org", days: "7" }),
    makeLinkForInvitation: ofCohort({ invitation: NEW_ID }),
    makeLinkForAddress: ofCohort({ email: "hostile@example.org" }),
    revoke: ofCohort({ invitation: NEW_ID }),
    takeOffRoster: ofCohort({ email: "hostile@example.org" }),
    changeGroup: ofCohort({ person: learner.id, group: "Evening" }),
    moveToCohort: ofCohort({ person: learner.id, to: "none" }),
    endEnrollment: ofCohort({ person: classmate.id }),
    writeNote: ofLearner({ id: NEW_ID, body: "Asked for time." }),
    deleteNote: ofLearner({ id: world.note }),
    waiveItem: ofLearner({ item: "test-first", state: "known", reason: "Did it at work." }),
    takeWaiverBack: ofLearner({ id: world.waiver }),
    sendMessage: ofCohort({ message: NEW_ID, to: learner.id, body: "Tomorrow at six." }),
    announce: ofCohort({ announcement: NEW_ID, body: "Tomorrow at six." }),
    deleteAnnouncement: ofCohort({ announcement: NEW_ID }),
    claimReview: ofLearner({ submission, claim: "take" }),
    openNext: ofCohort({ submission, handedInAt: "2026-11-28T00:00:00.000Z" }),
    giveVerdict: ofLearner({ submission, item: "functions-and-modules", comment: "It runs.", verdict: "accepted", met: "none" }),
    takeVerdictBack: ofLearner({ submission, reason: "A slip." }),
    settleSignal: ofLearner({ rule: "quiet", item: "", facts: "seven days", days: "3", note: "Called." }),
    reopenSignal: ofLearner({ rule: "quiet", item: "" }),
    showMail: form({ mail: NEW_ID }),
    dropMail: form({ mail: NEW_ID }),
    makeSource: form({ name: "Mango", format: "json", address: "https://jobs.example.org/1.json", interval: "60" }),
    saveSourceFields: form({ source, name: "Mango", interval: "60" }),
    saveSourceState: form({ source, state: "paused" }),
    readSource: form({ source }),
    releaseHeld: form({ source }),
    dropHeld: form({ source }),
    closeListings: form({ source }),
    setAge: form({ age: "18" }),
    eraseOwnAccount: form({ sure: "on" }),
    becomeInstructor: form({ code: "7QHM-3XWP" }),
    inviteInstructorByLink: form({ days: "7" }),
    inviteInstructorByMail: form({ email: "hostile@example.org", days: "7" }),
    revokeInstructor: form({ invitation: NEW_ID }),
    giveRoles: form({ person: learner.id, instructor: "on" }),
    disablePerson: form({ person: learner.id }),
    enablePerson: form({ person: learner.id }),
    signPersonOut: form({ person: learner.id }),
    saveInstallation: form({ name: "Milepost", signUp: "open", addressDomains: "" }, ["signUp"]),
    typeListing: form(listing),
    recordProgress: { argument: { owner: learner.id, operations: [{ opId: NEW_ID, itemId: "test-first", state: "done", clock: 1, at: "2026-11-28T00:00:00.000Z" }] } },
    saveApplication: { argument: { listingId: world.listing } },
    moveApplication: { argument: { id: world.application, stage: "applied" } },
    markMessagesRead: { argument: [world.message] },
    finishPasskey: { argument: { name: "Phone", response: {} } },
    finishPasskeySignIn: { argument: { id: "x", rawId: "x", type: "public-key", response: {} } },
  };
}
