import { expect, test } from "vitest";
import { RESOURCES } from "./view";
import { ACTION_WORDS, sayAction } from "./words";

test("an action is said in words", () => {
  expect(sayAction("session.open")).toBe("signed in");
  expect(sayAction("rocket.launch")).toBe("rocket.launch");
});

test("every action is of something that the filter offers, and everything it offers can happen", () => {
  const acted = new Set(Object.keys(ACTION_WORDS).map((action) => action.split(".")[0]));
  expect([...acted].sort()).toEqual(Object.keys(RESOURCES).sort());
});
