/**
 * What is promised, and what shows it: the file of a test and a part of its name, or a check of scripts/supply. What
 * has no proof yet is open, and is said to be.
 *
 * @typedef {{ id: string, asvs: string, says: string, proofs: string[] }} Requirement
 * @type {Requirement[]}
 */
export const REQUIREMENTS = [
  // Accounts
  { id: "1", asvs: "11.4.2", says: "passwords are kept as argon2id of 19 MiB", proofs: ["lib/auth/password.test.ts › a password is kept as argon2id"] },
  {
    id: "2",
    asvs: "6.2.1, 6.2.9",
    says: "a password is 10 to 128 characters of any script, whole, and the same however it is composed",
    proofs: ["lib/auth/input.test.ts › a password", "lib/auth/input.test.ts › typed as NFC or NFD", "lib/auth/password.test.ts › 72 and 73 bytes"],
  },
  { id: "3", asvs: "6.2.4", says: "common passwords, the product's name and the person's own address are refused", proofs: ["lib/auth/input.test.ts › is refused", "lib/auth/common-passwords.test.ts › "] },
  { id: "4", asvs: "6.3.7, 7.5.1", says: "address, password and second factor change after a fresh sign-in, and the old address is told", proofs: ["db/queries/credentials.test.ts › a changed", "e2e/new-password-and-address.spec.ts › "] },
  { id: "5", asvs: "6.3.1", says: "tries are limited, and strangers lock nobody out", proofs: ["db/queries/tries.test.ts › ", "e2e/tries-of-passwords.spec.ts › "] },
  {
    id: "6",
    asvs: "6.3.8",
    says: "signing in tells nobody whether an address has an account",
    proofs: ["lib/auth/password.test.ts › an unknown address takes as long", "e2e/visitor-keeps-ticks.spec.ts › answered in the same words"],
  },
  { id: "7", asvs: "6.4.1, 6.5.1", says: "a link to reset or confirm is random, hashed, for ten minutes, once", proofs: ["db/queries/mail-codes.test.ts › ", "e2e/new-password.spec.ts › "] },
  { id: "8", asvs: "2.2.1", says: "an address is brought to one form, then looked at", proofs: ["lib/auth/input.test.ts › an address"] },
  { id: "9, 10", asvs: "6.3.3, 6.5.6", says: "passkeys, and a second factor for staff on every path", proofs: ["db/queries/passkeys.test.ts › ", "e2e/passkeys.spec.ts › ", "e2e/staff-passkeys-required.spec.ts › "] },
  { id: "11", asvs: "6.3.2", says: "there are no accounts but those that people made", proofs: ["scripts/lifecycle.test.ts › a trial listens beyond this machine only when asked to"] },
  // Sessions
  {
    id: "12",
    asvs: "3.3.1, 7.2.2",
    says: "a session is a random id of which only a hash is kept, in a __Host- cookie",
    proofs: ["db/queries/sessions.test.ts › is found by its random id", "lib/auth/cookie.test.ts › over https"],
  },
  {
    id: "14",
    asvs: "7.4.1, 8.3.2",
    says: "signing out, a changed role, disabling, erasing and removing act on the next request, for pages, soft navigations, actions and routes",
    proofs: [
      "e2e/acts-at-once.spec.ts › acts on the next request",
      "db/queries/sessions.test.ts › gone at once when it was ended",
      "e2e/learner-ticks.spec.ts › the device of an erased account forgets it",
      "e2e/outsider-is-refused.spec.ts › removal acts on the next request",
    ],
  },
  {
    id: "15",
    asvs: "7.3.1",
    says: "sessions of staff end sooner than those of learners, also while a page asks by itself",
    proofs: ["db/queries/sessions.test.ts › it runs out sooner", "db/queries/sessions.test.ts › it runs out when", "e2e/board-changes.spec.ts › a board that is left open"],
  },
  { id: "16", asvs: "7.5.2", says: "people see where they are signed in, and end it", proofs: ["db/queries/sessions.test.ts › ends one of them once", "db/queries/sessions.test.ts › everywhere", "e2e/sessions.spec.ts › "] },
  { id: "17", asvs: "14.3.1", says: "signing out takes what is personal off the device, and loses nothing", proofs: ["e2e/shared-phone.spec.ts › "] },
  // Authorisation
  { id: "F9", asvs: "8.2.1", says: "there is always an admin, whoever takes the role from whom at once", proofs: ["db/queries/person-changes.test.ts › the last admin"] },
  {
    id: "C",
    asvs: "8.2.1",
    says: "who may make an account is kept to on every way, and an invitation to teach works once",
    proofs: ["db/queries/settings.test.ts › an account", "db/queries/instructor-invitations.test.ts › an invitation to be an instructor"],
  },
  { id: "18", asvs: "8.1.1", says: "every page, action and route has a row in the table of who may what", proofs: ["lib/access/matrix.test.ts › ", "e2e/access-matrix.spec.ts › every action of the build has a row"] },
  {
    id: "19",
    asvs: "8.2.2",
    says: "each cell is tried over HTTP, both ways, with ids of others",
    proofs: ["e2e/access-matrix.spec.ts › is there for those who may", "e2e/access-matrix.spec.ts › every action answers those who may", "e2e/access-matrix.spec.ts › of another cohort", "e2e/access-matrix.spec.ts › every other method of a route"],
  },
  { id: "20", asvs: "8.2.3", says: "an answer holds nothing of another cohort, and no e-mail address", proofs: ["e2e/outsider-is-refused.spec.ts › an answer for one cohort holds nothing of another"] },
  { id: "21", asvs: "8.3.2", says: "who is removed finds nothing any more", proofs: ["e2e/outsider-is-refused.spec.ts › nobody but those who teach a cohort"] },
  { id: "22", asvs: "8.2.1", says: "the database is reached from queries alone", proofs: ["eslint.config.test.ts › who may import whom"] },
  // Input
  { id: "24", asvs: "2.2.1", says: "what was not asked for, or is of another kind, is refused", proofs: ["lib/auth/input.test.ts › unknown keys are refused", "lib/progress/input.test.ts › ", "lib/form-input.test.ts › "] },
  { id: "25", asvs: "1.1.1", says: "text of any script comes back as it was written; NUL and lone surrogates do not go in", proofs: ["lib/auth/input.test.ts › the name", "lib/cohorts/roster.test.ts › in any script", "lib/typed-text.test.ts › ", "db/queries/typed-texts.test.ts › ", "e2e/any-script.spec.ts › "] },
  { id: "29", asvs: "3.7.2", says: "after signing in one is led to this site only", proofs: ["lib/auth/return-path.test.ts › ", "e2e/outsider-is-refused.spec.ts › who is signed out comes back"] },
  // Actions and routes
  { id: "31", asvs: "3.5.1", says: "nothing is written for a page of another site", proofs: ["scripts/edge/refusal.test.ts › a request that may write", "e2e/evidence-and-review.spec.ts › from this site's own pages alone"] },
  { id: "32", asvs: "1.5.2, 16.5.1", says: "malformed and hostile requests write nothing and stop nothing", proofs: ["scripts/security/hostile/run.ts › "] },
  { id: "33", asvs: "2.3.3", says: "what is sent twice is done once", proofs: ["db/queries/progress.test.ts › an operation sent twice", "db/queries/evidence.test.ts › fifty calls at once"] },
  { id: "34", asvs: "2.3.3", says: "a page of before a deploy loses nothing", proofs: ["e2e/learner-ticks.spec.ts › an open tab of before a deploy"] },
  // Headers
  { id: "35", asvs: "3.4.3", says: "the policy lets no inline script run", proofs: ["lib/content-security-policy.test.ts › ", "e2e/policies.spec.ts › "] },
  { id: "36", asvs: "3.4.1, 3.4.4, 3.4.5", says: "every answer, whatever it is, says what a browser may do with it", proofs: ["scripts/edge/headers.test.ts › "] },
  { id: "38", asvs: "4.1.3", says: "the host is the one of APP_URL, and headers that only a proxy may set are not passed on", proofs: ["scripts/edge/refusal.test.ts › a host", "scripts/edge/refusal.test.ts › what Next would believe"] },
  { id: "42", asvs: "4.2.1, 5.2.1", says: "a body that is too large is refused as it comes", proofs: ["scripts/edge/limits.test.ts › ", "lib/evidence/file.test.ts › reading a body"] },
  {
    id: "41",
    asvs: "13.1.2, 15.2.2",
    says: "more than can be done is refused within a second, ticks come first, reports last, and no request takes longer than 10 s",
    proofs: ["scripts/edge/admission.test.ts › ", "scripts/edge/time-limit.test.ts › "],
  },
  // Uploads, imports
  { id: "43", asvs: "5.1.1", says: "a roster is read whole or refused with a sentence", proofs: ["lib/cohorts/roster.test.ts › "] },
  { id: "44", asvs: "1.2.10", says: "no field of a CSV is taken for a formula", proofs: ["lib/cohorts/csv.test.ts › a spreadsheet takes no name for a formula"] },
  { id: "45", asvs: "1.3.6", says: "the importer reaches the public internet only, within its caps", proofs: ["lib/jobs/fetch-source.test.ts › "] },
  {
    id: "46",
    asvs: "1.3.1, 1.5.1",
    says: "XML brings no entities, HTML no script, and neither runs in a browser",
    proofs: ["lib/jobs/formats/parse-xml.test.ts › ", "lib/jobs/formats/parse-json.test.ts › ", "lib/jobs/sanitise.test.ts › ", "e2e/listing.spec.ts › nothing runs of a hostile listing"],
  },
  { id: "47", asvs: "2.3.3", says: "an import done twice changes nothing, and a bad answer closes nothing", proofs: ["db/queries/job-imports.test.ts › "] },
  { id: "48", asvs: "5.2.2", says: "a file is what its bytes say, and is sent back as an attachment", proofs: ["lib/evidence/file.test.ts › what a file is", "e2e/evidence-and-review.spec.ts › sent back as an attachment"] },
  // What is kept stays
  { id: "66, 67", asvs: "–", says: "a backup is restored with all that was committed before it, and one that is not whole is refused", proofs: ["scripts/backup/drill.test.ts › "] },
  // Privacy, audit
  {
    id: "49",
    asvs: "14.1.2",
    says: "what is agreed to is asked for each purpose, written down with its words, and taken back as easily",
    proofs: ["db/queries/consents.test.ts › whoever makes an account", "db/queries/consents.test.ts › every change is written down once", "db/queries/consents.test.ts › one purpose", "e2e/privacy.spec.ts › new words on privacy"],
  },
  {
    id: "50",
    asvs: "14.1.2",
    says: "an age is said without pressure and either way; under 18 no mail about jobs, and on no list of who is stuck",
    proofs: ["db/queries/consents.test.ts › an age is said either way", "db/queries/saved-searches.test.ts › under 18", "e2e/privacy.spec.ts › left out while under 18"],
  },
  {
    id: "51",
    asvs: "14.1.2",
    says: "a person takes a copy of all that is kept about them, after a fresh sign-in, and no table is forgotten",
    proofs: ["db/queries/own-data.test.ts › ", "e2e/privacy.spec.ts › a copy of everything"],
  },
  {
    id: "52",
    asvs: "7.4.1",
    says: "an erased person is in no table any more, on no device, and not after an older backup is restored",
    proofs: ["db/queries/erasure.test.ts › ", "db/queries/person-changes.test.ts › of two who go at once one stays", "e2e/privacy.spec.ts › a person erases their account"],
  },
  { id: "53", asvs: "14.2.7", says: "what was kept long enough goes by itself, and security is on record for a year at least", proofs: ["db/queries/retention.test.ts › "] },
  { id: "54", asvs: "14.2.3", says: "no page asks another host for anything, and nothing is kept of a person for another", proofs: ["e2e/pages.spec.ts › ", "e2e/offline.spec.ts › never an answer for a person"] },
  { id: "56", asvs: "16.2.1", says: "what is done is written down in the same statement, and stays", proofs: ["db/queries/audit.test.ts › ", "db/queries/audit-stays.test.ts › ", "e2e/evidence-and-review.spec.ts › an admin may look, which is written down"] },
  { id: "57", asvs: "16.2.5, 16.4.1", says: "the log is lines of JSON that repeat nothing people typed", proofs: ["lib/log.test.ts › ", "db/client.test.ts › "] },
  // Supply
  { id: "58", asvs: "13.3.1", says: "weak secrets stop the start, and none is in git or in a browser's files", proofs: ["scripts/lifecycle.test.ts › a missing or weak AUTH_SECRET", "supply › secrets", "supply › browserFiles"] },
  { id: "59", asvs: "15.1.1, 15.2.4", says: "packages are pinned, checked, above their floors, with known licences, and run no script", proofs: ["pins", "lockfile", "npmSettings", "floors", "licences", "bill", "deadCode"].map((name) => `supply › ${name}`) },
];
