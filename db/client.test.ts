import { uuidv7 } from "uuidv7";
import { afterAll, expect, test } from "vitest";
import { eq, sql } from "drizzle-orm";
import { entryOf } from "@/lib/log.mjs";
import { db } from "./client";
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
