import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { ORDINARY } from "@/db/ordinary.mjs";
import { sessions, users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { cohorts, rosterEntries } from "@/db/schema/cohorts";
import { instructorInvitations } from "@/db/schema/instructor-invitations";
import { erasures } from "@/db/schema/privacy";
import { replayErasures, sayErasures } from "@/lib/privacy/erasures";
import { hashToken } from "./accounts";
import { addErasures, eraseAccount } from "./erasure";
import { findOwner, listOwnRows } from "./own-data";
import { saveOperations } from "./progress";
import { addSession, findOpenSession } from "./sessions";
import { untilWaiting } from "./while-erased";
import { makeWholeLife } from "./whole-life";

const words = () => ({ word: `canary${randomUUID()}`, saying: `said${randomUUID()}`, other: `other${randomUUID()}` });

/** Every table that has a row with this in it, as text or as the bytes of a file. */
async function tablesWith(needle: string): Promise<string[]> {
  const tables = await db.execute<{ name: string }>(sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`);
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.execute<{ has: boolean }>(sql`
      select exists (select from ${sql.identifier(name)} t where t::text like ${`%${needle}%`} or t::text like ${`%${Buffer.from(needle).toString("hex")}%`}) as has`);
    if (row?.has) found.push(name);
  }
  return found;
}

test("nothing of an erased person is left in any table, but an id in two lists and what they wrote about others", async () => {
  const said = words();
  const person = await makeWholeLife(said);
  const sessionId = randomUUID();
  await addSession({ sessionId, userId: person.id, device: `Device ${said.word}`, deviceHash: hashToken(sessionId) });
  expect((await tablesWith(said.word)).length).toBeGreaterThan(12);

  expect(await eraseAccount(person.id)).toBe("erased");
  expect(await tablesWith(said.word)).toEqual([]);
  expect(await tablesWith(person.id)).toEqual(["audit", "erasures"]);
  expect(await tablesWith(person.email)).toEqual([]);
  expect(await tablesWith(said.saying)).toEqual(["announcements", "messages", "notes", "reviews", "signal_settlements", "waivers"]);
  expect((await tablesWith(said.other)).length).toBeGreaterThan(5);
  expect(await findOpenSession(sessionId)).toMatchObject({ viewer: null });
  expect(await db.select({ device: sessions.device, hash: sessions.deviceHash }).from(sessions).where(eq(sessions.idHash, hashToken(sessionId)))).toEqual([{ device: null, hash: null }]);
});

test("what others wrote of an address that nobody checked stays for its real owner, but where the person is in the cohort", async () => {
  const person = await makeWholeLife(words());
  await db.update(users).set({ emailCheckedAt: null }).where(eq(users.id, person.id));
  const elsewhere = uuidv7();
  await db.insert(cohorts).values({ id: elsewhere, slug: elsewhere, name: "Another", startsOn: "2026-01-01", endsOn: "2026-12-31", hoursPerWeek: 8 });
  await db.insert(rosterEntries).values({ cohortId: elsewhere, email: person.email, name: "The real owner" });
  await db.insert(instructorInvitations).values({ id: uuidv7(), email: person.email, codeHash: randomUUID(), expiresAt: new Date() });
  const owner = await findOwner(person.id);
  if (!owner) throw new Error("There is no such person.");
  const rowsOf = async (name: "roster_entries" | "instructor_invitations") => (await listOwnRows(name, owner, null)).rows.map((row) => row.cohortId ?? null);
  expect([await rowsOf("roster_entries"), await rowsOf("instructor_invitations")]).toEqual([[person.cohortId], []]);
  expect(await eraseAccount(person.id)).toBe("erased");
  const left = await db.select({ cohortId: rosterEntries.cohortId }).from(rosterEntries).where(eq(rosterEntries.email, person.email));
  expect(left).toEqual([{ cohortId: elsewhere }]);
});

test("it is written down once, also when it is asked for twice", async () => {
  const { id } = await makeWholeLife(words());
  const { both } = await db.transaction(async (hold) => {
    await hold.execute(sql`select id from users where id = ${id} for update`);
    const answers = Promise.all([eraseAccount(id), eraseAccount(id)]);
    // Both have begun, and neither can go on.
    await untilWaiting(2);
    return { both: answers };
  });
  expect((await both).sort()).toEqual(["erased", "nobody"]);
  expect(await db.select({ action: audit.action }).from(audit).where(sql`${audit.personId} = ${id} and ${audit.action} = 'account.erase'`)).toHaveLength(1);
});

test("a list of any length is kept", async () => {
  const ids = Array.from({ length: 70_000 }, () => randomUUID());
  await addErasures(ids);
  await addErasures(ids.slice(0, 10));
  const gone = await db.execute(sql`delete from erasures where user_id::text in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)) returning 1`);
  expect(gone).toHaveLength(70_000);
});

test("progress that other devices send while it is erased is gone with it, or refused as of nobody", async () => {
  for (const itemId of ["shell-basics", "first-endpoint"]) {
    const { id } = await makeWholeLife(words());
    const send = () => saveOperations(id, [{ opId: randomUUID(), itemId, state: "done", clock: 2, at: new Date().toISOString() }]).then(() => "recorded", (error: unknown) => (error as { cause?: { code?: string } }).cause?.code);
    const { all } = await db.transaction(async (hold) => {
      // All have begun, and none can go on.
      await hold.execute(sql`select id from users where id = ${id} for update`);
      const answers = Promise.all([send(), send(), eraseAccount(id), send(), send()]);
      await untilWaiting(5);
      return { all: answers };
    });
    expect((await all).filter((answer) => !["recorded", "23503"].includes(answer ?? ""))).toEqual(["erased"]);
    expect(await send()).toBe("23503");
    expect(await tablesWith(id)).toEqual(["audit", "erasures"]);
  }
});

test("a write that holds what is theirs for longer than anybody waits only puts it off", async () => {
  const { id } = await makeWholeLife(words());
  const { erased } = await db.transaction(async (hold) => {
    await hold.execute(sql`select from plans where user_id = ${id} for update`);
    const answer = eraseAccount(id);
    await sleep(ORDINARY.lock_timeout + 300);
    return { erased: answer };
  });
  expect(await erased).toBe("erased");
  expect(await tablesWith(id)).toEqual(["audit", "erasures"]);
});

test("who comes back with an older backup is erased again from the list that was kept elsewhere", async () => {
  const said = words();
  const { id, email } = await makeWholeLife(said);
  await eraseAccount(id);
  const kept = await sayErasures();
  expect(kept).toMatch(new RegExp(`^${id} 20\\d\\d-`, "m"));

  // The backup is older than the erasure: it has the person, and no such line in its list. Written anew from there, the list keeps what it had.
  await db.delete(erasures).where(eq(erasures.userId, id));
  expect(await sayErasures()).not.toContain(id);
  expect(await sayErasures(kept)).toContain(kept.split("\n").find((line) => line.startsWith(id)));
  const request = randomUUID();
  const logged = JSON.stringify({ level: "info", time: "2026-11-29T00:00:00.000Z", request, msg: `The account ${id} was erased.` });
  for (const list of [`${id} 2026-11-29T00:00:00.000Z\nnobody was erased\n`, `${logged}\n`]) {
    await db.insert(users).values({ id, name: said.word, email });
    await replayErasures(list);
    expect(await tablesWith(said.word)).toEqual([]);
    expect(await tablesWith(id)).toEqual(["audit", "erasures"]);
  }
  expect(await tablesWith(request)).toEqual([]);
});
