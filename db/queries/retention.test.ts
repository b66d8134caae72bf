import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { KEPT, RETENTION, WITH_THE_ACCOUNT, type Kept } from "@/lib/privacy/retention";
import { ABOUT_NOBODY, PARTS, tableOf, type PartName } from "./own-parts";
import { claimRetention, removeWhatIsOver } from "./retention";
import { makeWholeLife } from "./whole-life";

test("every table about people has a time, or stays with the account", () => {
  const named: string[] = [...KEPT, ...WITH_THE_ACCOUNT];
  expect((Object.keys(PARTS) as PartName[]).map(tableOf).filter((table) => !named.includes(table))).toEqual([]);
  const known = [...(Object.keys(PARTS) as PartName[]).map(tableOf), ...Object.keys(ABOUT_NOBODY)];
  expect(named.filter((table) => !known.includes(table))).toEqual([]);
  expect(WITH_THE_ACCOUNT.filter((table) => table in RETENTION)).toEqual([]);
});

test("security is on record for a year at least", () => {
  expect(RETENTION.audit.days).toBeGreaterThanOrEqual(365);
});

type Life = Awaited<ReturnType<typeof makeWholeLife>>;

/** How the rows of a person are found in each table, and how a day goes by for them. */
const ROWS: Record<Kept, { of: (life: Life) => ReturnType<typeof sql>; moment: string }> = {
  tries: { of: ({ id }) => sql`key = ${id}`, moment: "expire" },
  mail_codes: { of: ({ email }) => sql`address = ${email}`, moment: "created_at" },
  outbox: { of: ({ email }) => sql`address = ${email}`, moment: "added_at" },
  sessions: { of: ({ id }) => sql`user_id = ${id}::uuid`, moment: "ended_at" },
  known_devices: { of: ({ id }) => sql`user_id = ${id}::uuid`, moment: "seen_at" },
  invitations: { of: ({ email }) => sql`email = ${email}`, moment: "expires_at" },
  instructor_invitations: { of: ({ email }) => sql`email = ${email}`, moment: "expires_at" },
  roster_entries: { of: ({ cohortId }) => sql`cohort_id = ${cohortId}::uuid`, moment: "cohort" },
  notes: { of: ({ cohortId }) => sql`cohort_id = ${cohortId}::uuid`, moment: "cohort" },
  signal_settlements: { of: ({ cohortId }) => sql`cohort_id = ${cohortId}::uuid`, moment: "cohort" },
  audit: { of: ({ id }) => sql`person_id = ${id}::uuid`, moment: "at" },
  retention_runs: { of: () => sql`day < current_date - 300`, moment: "day" },
};

async function age(table: Kept, life: Life, days: number): Promise<void> {
  const { of, moment } = ROWS[table];
  if (moment === "cohort") await db.execute(sql`update cohorts set starts_on = current_date - ${days + 200}::int, ends_on = current_date - ${days}::int where id = ${life.cohortId}::uuid`);
  else if (table === "retention_runs") await db.execute(sql`insert into retention_runs (day) values (current_date - ${days}::int) on conflict do nothing`);
  else if (table === "audit") await ageAudit(life, days);
  else await db.execute(sql`update ${sql.identifier(table)} set ${sql.identifier(moment)} = now() - make_interval(days => ${days}) where ${of(life)}`);
}

/** The record refuses what changes it: for a moment it does not. */
async function ageAudit(life: Life, days: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`alter table audit disable trigger user`);
    await tx.execute(sql`update audit set at = now() - make_interval(days => ${days}) where ${ROWS.audit.of(life)}`);
    await tx.execute(sql`alter table audit enable trigger user`);
  });
}

async function count(table: Kept, life: Life): Promise<number> {
  const [row] = await db.execute<{ rows: number }>(sql`select count(*)::int as rows from ${sql.identifier(table)} where ${ROWS[table].of(life)}`);
  return row?.rows ?? 0;
}

test.each(KEPT)("%s stays until its day, and is gone after it", async (table) => {
  const life = await makeWholeLife({ word: randomUUID(), saying: "b", other: "c" });
  if (table === "tries") await db.execute(sql`insert into tries (key, points, expire) values (${life.id}, 1, now())`);
  await age(table, life, RETENTION[table].days - 1);
  await removeWhatIsOver();
  expect(await count(table, life)).toBeGreaterThan(0);
  await age(table, life, RETENTION[table].days + 2);
  await removeWhatIsOver();
  expect(await count(table, life)).toBe(table === "retention_runs" ? 1 : 0);
});

test("one table that fails keeps nothing in the others", async () => {
  const life = await makeWholeLife({ word: randomUUID(), saying: "b", other: "c" });
  await db.execute(sql`insert into tries (key, points, expire) values (${life.id}, 1, now() - interval '400 days')`);
  await age("mail_codes", life, RETENTION.mail_codes.days + 2);
  await db.execute(sql`create function keep_all() returns trigger language plpgsql as $$ begin raise 'Nothing goes.'; end $$`);
  await db.execute(sql`create trigger keep_all before delete on tries execute function keep_all()`);
  try {
    await expect(removeWhatIsOver()).rejects.toMatchObject({ errors: [{ cause: { message: "Nothing goes." } }] });
  } finally {
    await db.execute(sql`drop function keep_all cascade`);
  }
  expect([await count("tries", life), await count("mail_codes", life)]).toEqual([1, 0]);
  await removeWhatIsOver();
  expect(await count("tries", life)).toBe(0);
});

test("the work of a day is taken once, however many servers ask for it", async () => {
  const day = `19${String(Math.floor(Math.random() * 90) + 10)}-01-01`;
  const taken = await Promise.all(Array.from({ length: 8 }, () => claimRetention(day)));
  expect(taken.filter(Boolean)).toHaveLength(1);
});
