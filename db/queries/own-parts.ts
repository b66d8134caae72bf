import "server-only";
import { getTableName, sql, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { identities, sessions, users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { announcements, enrollments, invitations, messages, notes, rosterEntries, signalSettlements, waivers } from "@/db/schema/cohorts";
import { files, reviews, submissions } from "@/db/schema/evidence";
import { instructorInvitations } from "@/db/schema/instructor-invitations";
import { applications, applicationShares, applicationStages, savedSearches, savedSearchNews } from "@/db/schema/jobs";
import { mailCodes, outbox } from "@/db/schema/mail";
import { passkeys, recoveryCodes } from "@/db/schema/passkeys";
import { plans } from "@/db/schema/plans";
import { consents } from "@/db/schema/privacy";
import { itemProgress, itemProofs, progressOperations, progressSummaries } from "@/db/schema/progress";
import { knownDevices } from "@/db/schema/tries";

/**
 * A part of what is kept about a person: the rows of a table that name them, by id or by address, in one of the columns `by`. `leftOut`
 * says of a column why its owner does not get it.
 */
export type Part = { table: PgTable; by: readonly PgColumn[]; says: string; leftOut?: Record<string, string>; adds?: Record<string, SQL> };

const HASH = "a hash of a secret, of use to nobody but who would guess it";
const OTHER = "names another person";

const cohortName = (column: PgColumn) => ({ cohortName: sql`(select c.name from cohorts c where c.id = ${column})` });

/** All that is kept about a person. The test goes through the schema: a table, or a reference to a person, that is neither here nor below fails it. */
export const PARTS = {
  users: { table: users, by: [users.id], says: "your account, and what you chose in it", leftOut: { passwordHash: HASH } },
  identities: { table: identities, by: [identities.userId], says: "other services you sign in with" },
  sessions: { table: sessions, by: [sessions.userId], says: "where you are and were signed in", leftOut: { idHash: HASH, deviceHash: HASH, challenge: "a riddle for a passkey, good for minutes" } },
  known_devices: { table: knownDevices, by: [knownDevices.userId], says: "devices that are known to be yours", leftOut: { deviceHash: HASH } },
  passkeys: { table: passkeys, by: [passkeys.userId], says: "your passkeys" },
  recovery_codes: { table: recoveryCodes, by: [recoveryCodes.userId], says: "your recovery codes, and when each was used", leftOut: { codeHash: HASH } },
  progress_operations: { table: progressOperations, by: [progressOperations.userId], says: "every change you made to an item" },
  item_progress: { table: itemProgress, by: [itemProgress.userId], says: "where each item stands, worked out from those changes" },
  progress_summaries: { table: progressSummaries, by: [progressSummaries.userId], says: "the same once more, as the pages of cohorts read it" },
  item_proofs: { table: itemProofs, by: [itemProofs.userId], says: "what your items are proven by", leftOut: { givenBy: OTHER } },
  submissions: { table: submissions, by: [submissions.userId], says: "your evidence, version by version", leftOut: { claimedBy: OTHER } },
  files: {
    table: files,
    by: [files.userId],
    says: "the files of your evidence, with the address at which each can be downloaded",
    leftOut: { content: "downloaded at its address" },
    adds: { address: sql`'/api/evidence/files/' || ${files.userId} || '/' || ${files.id}` },
  },
  reviews: { table: reviews, by: [reviews.userId], says: "what reviewers and peers said of your evidence", leftOut: { reviewerId: OTHER, withdrawnBy: OTHER } },
  consents: { table: consents, by: [consents.userId], says: "what you agreed to and took back, and under which words" },
  enrollments: { table: enrollments, by: [enrollments.userId], says: "the cohorts you are and were in", adds: cohortName(enrollments.cohortId) },
  messages: { table: messages, by: [messages.learnerId], says: "what instructors wrote to you", leftOut: { writtenBy: OTHER }, adds: cohortName(messages.cohortId) },
  waivers: { table: waivers, by: [waivers.learnerId], says: "items that instructors waived for you, and why", leftOut: { givenBy: OTHER, withdrawnBy: OTHER }, adds: cohortName(waivers.cohortId) },
  notes: {
    table: notes,
    by: [notes.learnerId],
    says: "that instructors of a cohort wrote a private note about you, and when",
    leftOut: { body: "written in confidence, and may speak of others; ask whoever runs this installation, who decides note by note", writtenBy: OTHER },
    adds: cohortName(notes.cohortId),
  },
  signal_settlements: {
    table: signalSettlements,
    by: [signalSettlements.learnerId],
    says: "when instructors settled that you were on their list of who is stuck, by which rule and on which facts",
    leftOut: { note: "a private note, as those in notes", settledBy: OTHER },
    adds: cohortName(signalSettlements.cohortId),
  },
  roster_entries: { table: rosterEntries, by: [rosterEntries.email, rosterEntries.joinedAs], says: "lists of instructors that name your address, or the one you joined with, where it is checked or the cohort is yours", leftOut: { addedBy: OTHER, joinedAs: "the number of your account" }, adds: cohortName(rosterEntries.cohortId) },
  invitations: { table: invitations, by: [invitations.email], says: "invitations for your address, where it is checked or the cohort is yours", leftOut: { codeHash: HASH, createdBy: OTHER }, adds: cohortName(invitations.cohortId) },
  instructor_invitations: {
    table: instructorInvitations,
    by: [instructorInvitations.email, instructorInvitations.usedBy],
    says: "invitations to teach, for your address where it is checked, or used by you",
    leftOut: { codeHash: HASH, usedBy: OTHER, createdBy: OTHER },
  },
  plans: { table: plans, by: [plans.userId], says: "your plan", leftOut: { calendarHash: HASH }, adds: { calendarIsOpen: sql`${plans.calendarHash} is not null` } },
  applications: { table: applications, by: [applications.userId], says: "your applications" },
  application_stages: { table: applicationStages, by: [applicationStages.userId], says: "the stages they went through" },
  application_shares: { table: applicationShares, by: [applicationShares.userId], says: "since when instructors see how many applications you have" },
  saved_searches: { table: savedSearches, by: [savedSearches.userId], says: "searches you saved" },
  saved_search_news: { table: savedSearchNews, by: [savedSearchNews.userId], says: "how many listings were new in them when they were last counted" },
  outbox: { table: outbox, by: [outbox.userId, outbox.address], says: "mail to you" },
  mail_codes: { table: mailCodes, by: [mailCodes.userId, mailCodes.address], says: "links that were sent to you", leftOut: { codeHash: HASH } },
  audit: {
    table: audit,
    by: [audit.personId, audit.actorId],
    says: "what was written down of acts by you, and of looks at your data",
    leftOut: { actorId: OTHER, personId: OTHER },
  },
  // What a person wrote about others: their own words, without who they are about.
  announcements: { table: announcements, by: [announcements.writtenBy], says: "announcements you wrote", adds: cohortName(announcements.cohortId) },
  messages_written: { table: messages, by: [messages.writtenBy], says: "messages you wrote to learners", leftOut: { learnerId: OTHER, readAt: "about another person" }, adds: cohortName(messages.cohortId) },
  notes_written: { table: notes, by: [notes.writtenBy], says: "private notes you wrote about learners", leftOut: { learnerId: OTHER }, adds: cohortName(notes.cohortId) },
  reviews_given: { table: reviews, by: [reviews.reviewerId, reviews.withdrawnBy], says: "your reviews of the evidence of others", leftOut: { userId: OTHER, reviewerId: OTHER, withdrawnBy: OTHER } },
  waivers_given: { table: waivers, by: [waivers.givenBy, waivers.withdrawnBy], says: "items you waived for learners", leftOut: { learnerId: OTHER, givenBy: OTHER, withdrawnBy: OTHER } },
  signals_settled: { table: signalSettlements, by: [signalSettlements.settledBy], says: "signals about learners that you settled", leftOut: { learnerId: OTHER, facts: "about another person" } },
  instructor_invitations_made: { table: instructorInvitations, by: [instructorInvitations.createdBy], says: "invitations to teach that you made", leftOut: { email: OTHER, codeHash: HASH, usedBy: OTHER } },
  invitations_made: { table: invitations, by: [invitations.createdBy], says: "invitations you made", leftOut: { email: OTHER, codeHash: HASH } },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof PARTS;

export function isPartName(value: unknown): value is PartName {
  return typeof value === "string" && Object.hasOwn(PARTS, value);
}

/** Tables that hold nothing about a person, and why. */
export const ABOUT_NOBODY: Record<string, string> = {
  cohorts: "a group with dates; its name stands beside each enrollment",
  cohort_steps: "the days of a cohort",
  erasures: "ids of accounts that are gone, which lead to nobody",
  installation: "one row about the installation",
  tries: "counts under hashes of addresses, which nobody can be read from; gone after a day and an hour",
  retention_runs: "counts of rows, without names",
  job_import_rows: "what employers publish",
  listings: "what employers publish",
  open_listings: "what employers publish",
  postings: "what employers publish",
  posting_events: "what employers publish",
};

/** References to a person that lead to no part of theirs, and why. */
export const ELSEWHERE: Record<string, string> = {
  "item_proofs.given_by": "the same fact as the review it rests on, in reviews_given",
  "submissions.claimed_by": "that somebody is looking at evidence of another person, for half an hour",
  "roster_entries.added_by": "lines of a file, each about another person",
  "erasures.user_id": "whoever has an account is not in it",
  "job_sources.added_by": "what an admin did is in audit",
  "job_imports.started_by": "what an admin did is in audit",
};

export const tableOf = (name: PartName): string => getTableName(PARTS[name].table);
