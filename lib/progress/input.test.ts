import { expect, test } from "vitest";
import { readProgressCall, REUSED } from "./input";

const good = {
  opId: "01935a6e-0000-7000-8000-000000000001",
  itemId: "set-up-workspace",
  state: "done",
  clock: 1,
  at: "2026-11-22T10:00:00.000Z",
};

function answersTo(...operations: unknown[]) {
  const call = readProgressCall({ owner: "s", operations });
  if (call === null || call === "too-many") return call;
  return call.operations.map((checked) => ("refused" in checked ? checked.refused : "good"));
}

test("a good operation passes", () => {
  expect(answersTo(good)).toEqual(["good"]);
});

test("the good ones of a call are kept when others are refused", () => {
  expect(answersTo({ ...good, itemId: "no-such-item" }, good)).toEqual(["The roadmap has no item of this name.", "good"]);
});

test.each([
  ["an unknown item", { itemId: "no-such-item" }],
  ["an item name with NUL", { itemId: "set-up-workspace\u0000" }],
  ["a number as item", { itemId: 7 }],
  ["an object as item", { itemId: { toString: "set-up-workspace" } }],
  ["an unknown state", { state: "finished" }],
  ["a list as state", { state: ["done"] }],
  ["a clock of 0", { clock: 0 }],
  ["a clock over a million", { clock: 1_000_001 }],
  ["a clock with a fraction", { clock: 1.5 }],
  ["a clock in a string", { clock: "1" }],
  ["an unknown key", { userId: "s" }],
  ["an id that is no uuid", { opId: "1" }],
  ["an id of another version", { opId: "01935a6e-0000-4000-8000-000000000001" }],
  ["an id in capitals", { opId: "01935A6E-0000-7000-8000-000000000001" }],
  ["a time that is none", { at: "yesterday" }],
  ["a time that Postgres cannot hold", { at: "0000-01-01T00:00:00Z" }],
  ["a time as Date", { at: new Date() }],
  ["no time", { at: undefined }],
])("%s is refused with a reason", (_, change) => {
  const [answer] = answersTo({ ...good, ...change }) ?? [];
  expect(answer).not.toBe("good");
  expect(answer).toMatch(/./);
});

test.each([[null], ["done"], [7], [[good]]])("%j is no operation", (value) => {
  expect(answersTo(value)).not.toEqual(["good"]);
});

test("an id reused within a call with another payload is refused, the same operation twice is not", () => {
  expect(answersTo(good, { ...good, state: "todo" }, good)).toEqual(["good", REUSED, "good"]);
});

test("a call of more than 200 operations is refused whole, one of 200 is read", () => {
  const many = (count: number) => Array.from({ length: count }, () => good);
  expect(answersTo(...many(201))).toBe("too-many");
  expect(answersTo(...many(200))).toHaveLength(200);
});

test.each([[null], [undefined], ["x"], [{ operations: [good] }], [{ owner: "s", operations: [] }], [{ owner: "s", operations: [good], more: 1 }]])(
  "%j is no call",
  (value) => {
    expect(readProgressCall(value)).toBeNull();
  },
);
