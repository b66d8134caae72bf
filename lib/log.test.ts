import fs from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { entryOf, logConsole, withRequestId } from "./log.mjs";

const CANARY = "mangowood";
const lineOf = (...said: unknown[]) => JSON.stringify(entryOf(said));

describe("a line of the log", () => {
  afterEach(() => vi.restoreAllMocks());

  test("names the statement that failed and what Postgres called it, and no value of it", () => {
    const refusal = Object.assign(new Error(`invalid input syntax for type uuid: "${CANARY}"`), { name: "PostgresError", code: "22P02", detail: `Key (email)=(${CANARY}@example.org) already exists.`, constraint_name: "users_email_key", parameters: [CANARY] });
    const line = lineOf("⨯", new DrizzleQueryError("insert into users values ($1)", [CANARY, `${CANARY}@example.org`], refusal));
    expect(line).not.toContain(CANARY);
    for (const kept of ["insert into users values ($1)", "22P02", "users_email_key", "log.test.ts"]) expect(line).toContain(kept);
  });

  test.each([
    ["the message of a failed query", [`The mail waits. Failed query: select $1\nparams: ${CANARY}`]],
    ["what a parser could not read", [new SyntaxError(`Unexpected token 'm', "${CANARY}"... is not valid JSON`)]],
    ["an address", [`Mail to ${CANARY}@example.org was refused.`, new Error(`550 <${CANARY}@example.org> unknown`)]],
    ["what a library passes on", [`[library][error]`, { token: CANARY, headers: { cookie: CANARY, authorization: CANARY }, of: [{ password: CANARY }] }]],
    ["the cause of a cause", [new Error("a", { cause: new Error("b", { cause: new Error(`"${CANARY}" is too long`) }) })]],
  ])("does not repeat %s", (_, said) => {
    expect(lineOf(...said)).not.toContain(CANARY);
  });

  test("is one line, whatever is said", () => {
    const line = lineOf("%s was asked for", "/a\r\nINFO: all is well\u2028\u001b[31m", new Error("broken\n\tat nothing"));
    expect(line).not.toMatch(/[\r\n\u001b]/);
    expect(JSON.parse(line)).toMatchObject({ error: { name: "Error" } });
  });

  test("has a time with its zone, and the id of the request that is being answered", async () => {
    const lines: string[] = [];
    vi.spyOn(fs, "writeSync").mockImplementation((_fd: number, text: unknown) => lines.push(String(text)));
    const kept = { ...console };
    logConsole();
    await withRequestId("a-request", async () => {
      await Promise.resolve();
      console.error("Something failed.", new Error(CANARY));
    });
    console.warn("Nobody asked.");
    Object.assign(console, kept);
    const [asked, unasked] = lines.filter((line) => line.startsWith('{"level"')).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(asked).toMatchObject({ level: "error", request: "a-request", msg: "Something failed." });
    expect(asked?.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(unasked).toMatchObject({ level: "warn", msg: "Nobody asked." });
    expect(unasked).not.toHaveProperty("request");
  });

  test("says each of several errors", () => {
    const error = new AggregateError([new TypeError("x is not a function"), Object.assign(new Error(`"${CANARY}"`), { code: "42501" })], "Some were not done.");
    expect(entryOf([error])).toMatchObject({ error: { name: "AggregateError", errors: [{ name: "TypeError", message: "x is not a function" }, { code: "42501" }] } });
    expect(lineOf(error)).not.toContain(CANARY);
  });

  test("that cannot be written is lost, and whoever says it goes on", () => {
    vi.spyOn(fs, "writeSync").mockImplementation(() => {
      throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    });
    const kept = { ...console };
    logConsole();
    const say = () => console.error("Something failed.");
    for (let times = 0; times < 3; times += 1) expect(say).not.toThrow();
    Object.assign(console, kept);
  });

  test("keeps what is neither a secret nor typed", () => {
    expect(entryOf(["%s %s failed.", "POST", "/api/progress", new TypeError("x is not a function")])).toMatchObject({ msg: "POST /api/progress failed.", error: { name: "TypeError", message: "x is not a function" } });
  });
});
