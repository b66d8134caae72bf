import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { outbox } from "@/db/schema/mail";
import { env } from "@/lib/env";
import { findHealth, isReady, MOST_SESSIONS } from "./health";

const mail = (more: Partial<typeof outbox.$inferInsert>) => ({ id: uuidv7(), reason: randomUUID(), kind: "notice" as const, address: "sneha@example.org", about: {}, ...more });

test("a migrated database that answers is ready", async () => {
  expect(await isReady()).toBe(true);
});

test("while the database does not answer, many who ask wait for one look", async () => {
  const waiting = sql`select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and query like '%__drizzle_migrations%'`;
  const holder = postgres(env.DATABASE_URL, { max: 1, onnotice: () => undefined });
  try {
    await holder`begin`;
    await holder`lock table drizzle.__drizzle_migrations`;
    await sleep(600); // What was looked at before is good for half a second.
    const answers = Promise.all(Array.from({ length: 20 }, () => isReady()));
    await expect.poll(async () => (await db.execute<{ count: number }>(waiting))[0]?.count, { interval: 20 }).toBeGreaterThan(0);
    await sleep(100);
    expect((await db.execute<{ count: number }>(waiting))[0]?.count).toBe(1);
    expect(await answers).toEqual(Array.from({ length: 20 }, () => false));
  } finally {
    await holder.end();
  }
  await expect.poll(() => isReady(), { timeout: 10_000 }).toBe(true);
});

test("what waits and what was given up is counted, and the oldest is named", async () => {
  const longAgo = new Date("2001-01-01T00:00:00Z");
  const before = await findHealth();
  await db.insert(outbox).values([mail({ dueAt: longAgo, attempts: 9 }), mail({ gaveUpAt: new Date() }), mail({ gaveUpAt: longAgo }), mail({ sentAt: new Date() })]);
  const after = await findHealth();
  expect(after.mail.waiting).toBeGreaterThan(0);
  expect(after.mail.gaveUp).toBeGreaterThan(before.mail.gaveUp);
  expect(after.mail.oldestDueAt).not.toBeNull();
});

test("sessions are counted up to some number, and then are more", async () => {
  const userId = uuidv7();
  await db.insert(users).values({ id: userId, name: "Sneha", email: `${userId}@example.org` });
  const before = await findHealth();
  await db.execute(sql`insert into sessions (id_hash, user_id) select md5(${userId} || n), ${userId}::uuid from generate_series(1, 3) n`);
  expect((await findHealth()).sessions).toBeGreaterThanOrEqual(Math.min(before.sessions + 3, MOST_SESSIONS + 1));
  await db.execute(sql`insert into sessions (id_hash, user_id) select md5(${userId} || n), ${userId}::uuid from generate_series(4, ${MOST_SESSIONS + 50}::int) n`);
  expect((await findHealth()).sessions).toBe(MOST_SESSIONS + 1);
  await db.execute(sql`delete from sessions where user_id = ${userId}::uuid`);
});

test("it says how large the database is, and that every migration is there", async () => {
  const health = await findHealth();
  expect(health.databaseSize).toBeGreaterThan(1_000_000);
  expect(health.migrations.applied).toBe(health.migrations.known);
  expect(health.connections.open).toBeGreaterThan(0);
  expect(health.connections.most).toBeGreaterThanOrEqual(health.connections.open);
  expect(health.postgres).toMatch(/^\d+/);
  expect(health.archivedAt).toBeNull();
});

test("a few accounts are counted, and of many it says what Postgres remembers", async () => {
  expect((await findHealth()).people.exact).toBe(true);
  await db.execute(sql`update pg_class set reltuples = 1234567 where oid = 'users'::regclass`);
  expect((await findHealth()).people).toEqual({ count: 1_234_567, exact: false });
  await db.execute(sql`analyze users`);
  expect((await findHealth()).people.exact).toBe(true);
});
