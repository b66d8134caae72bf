/** What goes by itself: after how many days, counted from when, and why it is kept so long. /privacy shows these rows, and a job holds to them each day. */
export const RETENTION = {
  tries: { days: 1, what: "how often a password or a link was tried, as hashes", from: "after the count ended", why: "so that guessing is slow" },
  mail_codes: { days: 7, what: "links that were sent to an address, and a hash of the secret in each", from: "after it was asked for", why: "to see why one did not work" },
  outbox: { days: 90, what: "that a mail went to an address, and what the mail server answered", from: "after it was sent or given up", why: "to see why one did not come" },
  sessions: { days: 90, what: "a session that ended: the kind of device, and when it began and ended", from: "after it ended or ran out", why: "to see a sign-in that was not yours" },
  known_devices: { days: 365, what: "a hash by which a device is known", from: "after you last signed in there", why: "so that guesses of others do not keep you out" },
  invitations: { days: 365, what: "an invitation, with the address it was for", from: "after it ran out", why: "so that a cohort knows how people came" },
  instructor_invitations: { days: 365, what: "an invitation to teach, with the address it was for", from: "after it ran out", why: "to see who let whom in" },
  roster_entries: { days: 365, what: "a list of expected learners: name, address, group", from: "after the cohort ended", why: "to welcome those who come late" },
  notes: { days: 365, what: "private notes of instructors about learners", from: "after the cohort ended", why: "to teach those who come back" },
  signal_settlements: { days: 365, what: "what instructors noted about who was stuck", from: "after the cohort ended", why: "to teach those who come back" },
  audit: { days: 730, what: "the record of sign-ins, changes of accounts, and looks by admins", from: "after it was written", why: "to find out about a break-in, which the law in India asks for a year at least" },
  retention_runs: { days: 365, what: "how many rows went on which day, without names", from: "after that day", why: "to show that this table is held to" },
} as const satisfies Record<string, { days: number; what: string; from: string; why: string }>;

export type Kept = keyof typeof RETENTION;

export const KEPT = Object.keys(RETENTION) as Kept[]; // the keys of RETENTION

/** What stays as long as the account does, by table. */
export const WITH_THE_ACCOUNT: readonly string[] = [
  "users", "identities", "passkeys", "recovery_codes", "consents", "progress_operations", "item_progress", "progress_summaries", "item_proofs", "submissions", "files", "reviews", "enrollments",
  "messages", "waivers", "announcements", "plans", "applications", "application_stages", "application_shares", "saved_searches", "saved_search_news",
];

/** "7 days", "a year", "2 years" */
export function sayHowLong(days: number): string {
  if (days % 365 === 0) return days === 365 ? "a year" : `${days / 365} years`;
  return days === 1 ? "a day" : `${days} days`;
}
