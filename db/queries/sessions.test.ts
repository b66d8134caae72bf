import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { addUser, hashToken } from "./accounts";
import { addSession, endSession, endSessionOf, endSessionsOf, findOpenSession, listSessions } from "./sessions";
import { writeWhileErased } from "./while-erased";

async function makeUser(): Promise<string> {
  const id = await addUser({ name: "Sneha", email: `${randomUUID()}@example.org`, passwordHash: "$argon2id$" });
  if (!id) throw new Error("no user was made");
  return id;
}

async function signIn(userId: string, device: string | null = null): Promise<string> {
  const sessionId = randomUUID();
  await addSession({ sessionId, userId, device, deviceHash: hashToken(randomUUID()) });
  return sessionId;
}

async function auditOf(userId: string): Promise<string[]> {
  const rows = await db.select({ action: audit.action }).from(audit).where(eq(audit.personId, userId)).orderBy(audit.at, audit.id);
  return rows.map(({ action }) => action);
}

test("a session is found by its random id, of which only a hash is stored", async () => {
  const userId = await makeUser();
  const sessionId = await signIn(userId);
  expect((await findOpenSession(sessionId))?.viewer).toEqual({ id: userId, name: "Sneha", teaches: false, admin: false });
  expect(await db.select({ id: sessions.idHash }).from(sessions).where(eq(sessions.idHash, sessionId))).toHaveLength(0);
});

test("who signs in on a known device while the account is erased gets no session, and holds nothing up", async () => {
  const userId = await makeUser();
  const device = { device: null, deviceHash: hashToken(randomUUID()) };
  await addSession({ sessionId: randomUUID(), userId, ...device });
  const sessionId = randomUUID();
  await writeWhileErased(userId, () => addSession({ sessionId, userId, ...device }));
  expect(await findOpenSession(sessionId)).toBeNull();
});

test("it is gone at once when it was ended", async () => {
  const sessionId = await signIn(await makeUser());
  await endSession(sessionId);
  expect(await findOpenSession(sessionId)).toBeNull();
});

test.each([
  ["idle for 14 days", { lastSeenAt: sql`now() - interval '15 days'` }],
  ["90 days old", { createdAt: sql`now() - interval '91 days'` }],
])("it runs out when it is %s, and is listed no more", async (_, aged) => {
  const userId = await makeUser();
  const sessionId = await signIn(userId);
  await db.update(sessions).set(aged).where(eq(sessions.idHash, hashToken(sessionId)));
  expect(await findOpenSession(sessionId)).toBeNull();
  expect(await listSessions(userId)).toEqual([]);
});

describe("of an instructor or admin it runs out sooner", () => {
  const teach = async (userId: string) => {
    const id = uuidv7();
    await db.insert(cohorts).values({ id, slug: `t-${id}`, name: "Evening", startsOn: "2026-01-05", endsOn: "2026-06-28", hoursPerWeek: 8 });
    await db.insert(enrollments).values({ cohortId: id, userId, role: "instructor" });
  };
  const STAFF: [who: string, make: (userId: string) => Promise<unknown>][] = [
    ["who teaches a cohort", teach],
    ["who may make cohorts", (id) => db.update(users).set({ mayTeach: true }).where(eq(users.id, id))],
    ["an admin", (id) => db.update(users).set({ admin: true }).where(eq(users.id, id))],
  ];

  test.each(STAFF)("%s: idle for 8 hours, or a day old", async (_, make) => {
    for (const [aged, open] of [
      [{ lastSeenAt: sql`now() - interval '7 hours 59 minutes'` }, true],
      [{ lastSeenAt: sql`now() - interval '8 hours 1 minute'` }, false],
      [{ createdAt: sql`now() - interval '23 hours 59 minutes'` }, true],
      [{ createdAt: sql`now() - interval '24 hours 1 minute'` }, false],
    ] as const) {
      const userId = await makeUser();
      const sessionId = await signIn(userId);
      await db.update(sessions).set(aged).where(eq(sessions.idHash, hashToken(sessionId)));
      expect(await findOpenSession(sessionId)).not.toBeNull();
      await make(userId);
      expect((await findOpenSession(sessionId)) !== null).toBe(open);
      expect(await listSessions(userId)).toHaveLength(open ? 1 : 0);
    }
  });
});

test("that of an erased account stays, without a viewer, so that the device is told", async () => {
  const userId = await makeUser();
  const sessionId = await signIn(userId);
  await db.delete(users).where(eq(users.id, userId));
  expect(await findOpenSession(sessionId)).toMatchObject({ viewer: null });
});

test("a person lists their own sessions with the device, and ends one of them once", async () => {
  const [sneha, ravi] = [await makeUser(), await makeUser()];
  const [phone, laptop] = [await signIn(sneha, "Chrome on Android"), await signIn(sneha, "Firefox on Linux")];
  await signIn(ravi, "Safari on iPhone");
  expect((await listSessions(sneha)).map(({ device }) => device).sort()).toEqual(["Chrome on Android", "Firefox on Linux"]);

  expect(await endSessionOf(sneha, hashToken(phone))).toBe(true);
  expect(await endSessionOf(sneha, hashToken(phone))).toBe(false);
  expect(await findOpenSession(phone)).toBeNull();
  expect(await findOpenSession(laptop)).not.toBeNull();
  expect(await auditOf(sneha)).toEqual(["session.open", "session.open", "session.end"]);
});

test("nobody ends a session of somebody else", async () => {
  const [sneha, ravi] = [await makeUser(), await makeUser()];
  const ofSneha = await signIn(sneha);
  expect(await endSessionOf(ravi, hashToken(ofSneha))).toBe(false);
  expect(await findOpenSession(ofSneha)).not.toBeNull();
});

test("signing out everywhere ends all of one’s sessions and none of another’s", async () => {
  const [sneha, ravi] = [await makeUser(), await makeUser()];
  const [phone, laptop, ofRavi] = [await signIn(sneha), await signIn(sneha), await signIn(ravi)];
  await endSessionsOf(sneha);
  expect(await findOpenSession(phone)).toBeNull();
  expect(await findOpenSession(laptop)).toBeNull();
  expect(await findOpenSession(ofRavi)).not.toBeNull();
  expect((await auditOf(sneha)).at(-1)).toBe("session.end-all");
});
