import { setTimeout as sleep } from "node:timers/promises";
import { uuidv7 } from "uuidv7";
import { afterAll, expect, test } from "vitest";
import { eq, sql, type SQL } from "drizzle-orm";
import { entryOf } from "@/lib/log.mjs";
import { db, inTurn } from "./client";
import { users } from "./schema/accounts";

const CANARY = "mangowood";
const person = { id: uuidv7(), name: `Sneha ${CANARY}`, email: `${CANARY}-${uuidv7()}@example.org` };

const failing: [string, () => Promise<unknown>][] = [
  ["a row that is there already", () => db.insert(users).values([person, { ...person, id: uuidv7() }])],
  ["a value that breaks a check", () => db.insert(users).values({ ...person, name: CANARY.repeat(50) })],
  ["an id that is none", () => db.select({ id: users.id }).from(users).where(eq(users.id, CANARY))],
  ["a text with a NUL", () => db.select({ id: users.id }).from(users).where(eq(users.name, `${CANARY}\u0000`))],
  ["a number that is too large", () => db.execute(sql`select ${CANARY}::int`)],
];

afterAll(() => db.delete(users).where(eq(users.id, person.id)));

test.each(failing)("the log names the statement of %s, and nothing that it was given", async (_, run) => {
  const error: unknown = await run().then(() => null, (reason: unknown) => reason);
  const line = JSON.stringify(entryOf(["⨯", error]));
  expect(line).toContain("Failed query: ");
  expect(line).toMatch(/"code":"\w{5}"/);
  expect(line).not.toContain(CANARY);
});

test("the embedded Postgres writes none of them down itself", async () => {
  expect(await db.execute(sql`show log_min_messages`)).toEqual([{ log_min_messages: "log" }]);
});

const holds = async (own: typeof db, holdsTurn: SQL) => (await own.execute<{ holds: boolean; pid: number }>(sql`select ${holdsTurn} as holds, pg_backend_pid() as pid`))[0];

test("a turn is had by one at a time, and by nobody whose connection was lost on the way", async () => {
  const inside: number[] = [];
  const seen = await Promise.all(
    [1, 2, 3].map((who) =>
      inTurn(1, async (own, holdsTurn) => {
        inside.push(who);
        const has = await holds(own, holdsTurn);
        await sleep(20);
        inside.push(who);
        return has?.holds;
      }),
    ),
  );
  expect(seen).toEqual([true, true, true]);
  expect(inside.filter((_, at) => at % 2 === 0)).toEqual(inside.filter((_, at) => at % 2 === 1));

  await inTurn(1, async (own, holdsTurn) => {
    const before = await holds(own, holdsTurn);
    await db.execute(sql`select pg_terminate_backend(${before?.pid}, 5000)`);
    await sleep(100);
    const after = await holds(own, holdsTurn);
    expect(after?.pid).not.toBe(before?.pid);
    expect(after?.holds).toBe(false);
  });
  await expect(inTurn(1, () => Promise.reject(new Error("It went wrong.")))).rejects.toThrow("It went wrong.");
  expect(await inTurn(1, holds)).toMatchObject({ holds: true });
});
