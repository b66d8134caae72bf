import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { outbox } from "@/db/schema/mail";
import { findHealth, isReady, MOST_SESSIONS } from "./health";

const mail = (more: Partial<typeof outbox.$inferInsert>) => ({ id: uuidv7(), reason: randomUUID(), kind: "notice" as const, address: "sneha@example.org", about: {}, ...more });

test("a migrated database that answers is ready", async () => {
  expect(await isReady()).toBe(true);
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
