import "server-only";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { identities, sessions, users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { announcements, cohorts, enrollments, invitations, messages, notes, rosterEntries, signalSettlements, waivers } from "@/db/schema/cohorts";
import { files, reviews, submissions } from "@/db/schema/evidence";
import { instructorInvitations } from "@/db/schema/instructor-invitations";
import { applications, applicationShares, applicationStages, savedSearches, savedSearchNews } from "@/db/schema/jobs";
import { mailCodes, outbox } from "@/db/schema/mail";
import { passkeys, recoveryCodes } from "@/db/schema/passkeys";
import { plans } from "@/db/schema/plans";
import { consents } from "@/db/schema/privacy";
import { itemProgress, itemProofs, progressOperations } from "@/db/schema/progress";
import { knownDevices } from "@/db/schema/tries";
import { hashToken } from "./accounts";

type Values = Record<string, unknown>;

/** For tests: a value of the kind a column takes. Text of any kind holds `word`, and differs from column to column. */
function someValue(column: PgColumn, word: string): unknown {
  const type = column.getSQLType();
  if (type === "uuid") return uuidv7();
  if (/hash$/i.test(column.name)) return hashToken(uuidv7());
  if (type === "text") return column.enumValues?.[0] ?? `${word} ${getTableName(column.table)} ${column.name} ${uuidv7()}`;
  if (type === "text[]") return [`${word} list`];
  if (type === "jsonb") return { said: `${word} json` };
  if (type === "bytea") return Buffer.from(`${word} file`);
  if (type === "boolean") return true;
  if (type === "date") return "2026-11-01";
  return type.startsWith("timestamp") ? new Date() : 1;
}

/** One row: what is not given is made up, except references and moments that may be missing. */
async function put(table: PgTable, word: string, given: Values): Promise<void> {
  const made = Object.entries(getTableColumns(table)).flatMap(([name, column]): [string, unknown][] => {
    const wanted = !Object.hasOwn(given, name) && !column.hasDefault && (column.notNull || /^text|jsonb/.test(column.getSQLType()));
    return wanted ? [[name, someValue(column, word)]] : [];
  });
  await db.insert(table).values({ ...Object.fromEntries<unknown>(made), ...given });
}

/**
 * For tests: a person with something in every table that names people. What is theirs holds `word`; what they wrote about others holds
 * `saying`; what is of another learner, and of the instructor who taught them, holds `other`.
 */
export async function makeWholeLife({ word, saying, other }: { word: string; saying: string; other: string }) {
  const [id, otherId, cohortId] = [uuidv7(), uuidv7(), uuidv7()];
  const email = `${word}-${id}@example.org`;
  await put(users, word, { id, email, emailCheckedAt: new Date() });
  await put(users, other, { id: otherId, email: `${other}-${otherId}@example.org` });
  await db.insert(cohorts).values({ id: cohortId, slug: cohortId, name: "Evening back-end", startsOn: "2026-01-01", endsOn: "2027-12-31", hoursPerWeek: 8 });

  const learn = async (userId: string, said: string, teacher: { id: string; says: string }) => {
    const itemId = "first-endpoint";
    const [fileId, submissionId] = [uuidv7(), uuidv7()];
    await put(enrollments, said, { cohortId, userId, role: "learner" });
    await put(files, said, { userId, id: fileId, type: "text/plain", size: 10 });
    await put(submissions, said, { userId, id: submissionId, itemId, version: 1, kind: "file", fileId, state: "handed-in", handedInAt: new Date(), claimedBy: teacher.id });
    await put(reviews, teacher.says, { userId, submissionId, by: "instructor", verdict: "accepted", reviewerId: teacher.id });
    await put(itemProofs, said, { userId, itemId, submissionId, level: 4, givenBy: teacher.id });
    await put(messages, teacher.says, { learnerId: userId, cohortId, writtenBy: teacher.id });
    await put(notes, teacher.says, { learnerId: userId, cohortId, writtenBy: teacher.id });
    await put(waivers, teacher.says, { learnerId: userId, cohortId, itemId, givenBy: teacher.id });
    await put(signalSettlements, teacher.says, { learnerId: userId, cohortId, rule: "quiet", itemId: "", settledBy: teacher.id });
    return submissionId;
  };
  // Each teaches the other, so that each table has a row about the person and one by them.
  const submissionId = await learn(id, word, { id: otherId, says: other });
  await learn(otherId, other, { id, says: saying });

  const applicationId = uuidv7();
  const mine: [PgTable, Values][] = [
    [identities, {}], [sessions, {}], [knownDevices, {}], [passkeys, {}], [recoveryCodes, {}],
    [progressOperations, { itemId: "first-endpoint", state: "done", clock: 1 }], [itemProgress, { itemId: "first-endpoint", state: "done", clock: 1, strength: 3 }],
    [plans, { hoursPerWeek: 8 }], [applications, { id: applicationId, url: "https://example.org/", listingId: null }], [applicationStages, { applicationId }],
    [consents, { purpose: "account", given: true, locale: "en" }], [applicationShares, {}], [savedSearches, {}], [savedSearchNews, {}],
    [outbox, { address: email }], [outbox, { userId: null, address: email }], [mailCodes, { address: email }], [mailCodes, { userId: null, address: email }],
  ];
  for (const [table, given] of mine) await put(table, word, { userId: id, ...given });
  await put(rosterEntries, word, { cohortId, email, addedBy: otherId });
  await put(rosterEntries, other, { cohortId, email: `${other}@example.org`, addedBy: id });
  await put(invitations, word, { cohortId, email, usesAllowed: 1, expiresAt: new Date(), createdBy: otherId });
  await put(invitations, other, { cohortId, email: `${other}@example.org`, usesAllowed: 1, expiresAt: new Date(), createdBy: id });
  await put(instructorInvitations, word, { email, expiresAt: new Date(), createdBy: otherId });
  await put(instructorInvitations, other, { email: `${other}@example.org`, expiresAt: new Date(), createdBy: id });
  await put(announcements, saying, { cohortId, writtenBy: id });
  await put(audit, "of-the-record", { actorId: id, personId: otherId, action: "learner.read", detail: null });
  await put(audit, "of-the-record", { actorId: otherId, personId: id, action: "learner.read", detail: null });
  return { id, email, checked: true, otherId, cohortId, submissionId };
}
