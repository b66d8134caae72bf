import { readdirSync } from "node:fs";
import { getTableName, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";

// Citus spreads a table over machines by one column, which must be in every unique key; here it leads them. What is read together lies together:
// all of a learner's own by the learner, all of a cohort by the cohort.

const BY_LEARNER = {
  progress_operations: "userId",
  item_progress: "userId",
  progress_summaries: "userId",
  item_proofs: "userId",
  submissions: "userId",
  files: "userId",
  reviews: "userId",
  messages: "learnerId",
  plans: "userId",
  consents: "userId",
  passkeys: "userId",
  recovery_codes: "userId",
  known_devices: "userId",
  applications: "userId",
  application_stages: "userId",
  saved_searches: "userId",
  saved_search_news: "userId",
  application_shares: "userId",
  erasures: "userId",
} as const;

const BY_COHORT = {
  cohort_steps: "cohortId",
  enrollments: "cohortId",
  invitations: "cohortId",
  roster_entries: "cohortId",
  signal_settlements: "cohortId",
  notes: "cohortId",
  waivers: "cohortId",
  announcements: "cohortId",
} as const;

/** Small, or asked for by everything: a whole copy of each is on every machine, and other tables may refer to them. */
const REFERENCE = ["users", "cohorts", "installation", "job_sources", "job_imports", "job_import_rows", "listings", "open_listings", "postings", "posting_events"];

/** On one machine, or spread by its own key: each says why neither the learner nor the cohort can lead it. */
const APART: Record<string, string> = {
  sessions: "found by the hash in a cookie, before anybody knows whose it is, and kept without a user after an erasure: spread by id_hash",
  identities: "found by what the other service calls an account, before anybody knows whose it is: spread by provider_account_id",
  mail_codes: "found by the hash in a link; half of them are about nobody who has an account",
  outbox: "one queue for all, of which each server takes what is due; some mail is for nobody who has an account",
  audit: "a record across people, which stays when they go: to be split by time",
  tries: "counted by address and account alike, before anybody is signed in: spread by key",
  instructor_invitations: "found by a code, a few hundred at most",
  retention_runs: "one row a day for the whole installation",
};

/** Keys of spread tables that another column leads. To be changed before the table is spread. */
const EXCEPTIONS: Record<string, string> = {
  "plans: calendarHash": "a calendar address is nothing but a secret: whose it is must be found by it. Spread, it would need a small table of its own by the hash",
  "consents: id": "an id of ours alone; the key would become (user_id, id), in which nothing else changes",
  "passkeys: id": "the authenticator chooses the id, and it must be one in all the installation. Spread, it would need a table of its own by the id",
  "invitations: codeHash": "a link is nothing but a secret: which cohort it leads to must be found by it. Spread, it would need a small table of its own by the hash",
};

const modules = await Promise.all(readdirSync("db/schema").map((file) => import(`./schema/${file.replace(".ts", "")}.ts`) as Promise<Record<string, unknown>>));
const tables = modules.flatMap((module) => Object.values(module)).filter((value): value is PgTable => is(value, PgTable));
const spread: Record<string, string> = { ...BY_LEARNER, ...BY_COHORT };

/** The columns of each key that may be there once. */
function keysOf(table: PgTable): string[][] {
  const { columns, primaryKeys, indexes, uniqueConstraints } = getTableConfig(table);
  return [
    ...columns.filter(({ primary, isUnique }) => primary || isUnique).map(({ name }) => [name]),
    ...[...primaryKeys, ...uniqueConstraints].map((key) => key.columns.map(({ name }) => name)),
    ...indexes.filter(({ config }) => config.unique).map(({ config }) => config.columns.map((column) => ("name" in column ? (column.name ?? "") : "an expression"))),
  ];
}

test("every table is spread, on every machine, or apart with a reason", () => {
  const named = [...Object.keys(spread), ...REFERENCE, ...Object.keys(APART)];
  expect(named.toSorted()).toEqual(tables.map(getTableName).toSorted());
});

test("in a spread table every key that may be there once begins with the learner or the cohort", () => {
  const faults = tables.flatMap((table) => {
    const leader = spread[getTableName(table)];
    return leader ? keysOf(table).filter(([first]) => first !== leader).map((key) => `${getTableName(table)}: ${key.join(", ")}`) : [];
  });
  expect(tables.flatMap(keysOf).length).toBeGreaterThan(tables.length);
  expect(faults.toSorted()).toEqual(Object.keys(EXCEPTIONS).toSorted());
});

test("the learner or the cohort of a row is always there", () => {
  const optional = tables.filter((table) => getTableConfig(table).columns.some(({ name, notNull }) => name === spread[getTableName(table)] && !notNull));
  expect(optional.map(getTableName)).toEqual([]);
});

test("a spread table refers to what is on every machine, or to rows of the same learner", () => {
  const faults = tables.flatMap((table) => {
    const leader = spread[getTableName(table)];
    return getTableConfig(table).foreignKeys.flatMap((key) => {
      const { columns, foreignColumns, foreignTable } = key.reference();
      const other = getTableName(foreignTable);
      if (!leader || REFERENCE.includes(other)) return [];
      const together = columns.some(({ name }, n) => name === leader && foreignColumns[n]?.name === spread[other]);
      return together && other in BY_LEARNER === getTableName(table) in BY_LEARNER ? [] : [`${getTableName(table)} → ${other}`];
    });
  });
  expect(faults).toEqual([]);
});

test("what is on every machine refers to nothing that is not", () => {
  const faults = tables
    .filter((table) => REFERENCE.includes(getTableName(table)))
    .flatMap((table) => getTableConfig(table).foreignKeys.map((key) => getTableName(key.reference().foreignTable)))
    .filter((other) => !REFERENCE.includes(other));
  expect(faults).toEqual([]);
});

test("the learner or the cohort is of one type everywhere", () => {
  const types = tables.flatMap((table) => getTableConfig(table).columns.filter(({ name }) => name === spread[getTableName(table)]).map((column) => column.getSQLType()));
  expect(new Set(types)).toEqual(new Set(["uuid"]));
});
