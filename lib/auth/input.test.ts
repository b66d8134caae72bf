import { describe, expect, test } from "vitest";
import { isAddressOf, nameOfService, signUpInput } from "./input";

const person = { name: "Sneha", email: "sneha@example.org", password: "three quiet mangoes" };
const read = (change: object) => signUpInput.safeParse({ ...person, ...change });

describe("an address", () => {
  test("is trimmed and lower case before it is looked at", () => {
    expect(read({ email: "  Sneha@Example.ORG " }).data?.email).toBe("sneha@example.org");
  });

  test.each([
    "sneha", "sneha@", "@example.org", "a＠b.org", "a@b.org,d@e.org", "a@b.org\r\nBcc: d@e.org", '"a@evil.org"@b.org', "a b@c.org", "a@b", "a@-b.org",
    "a@b..org", `${"x".repeat(250)}@b.org`,
  ])("%j is refused", (email) => {
    expect(read({ email }).success).toBe(false);
  });
});

describe("a password", () => {
  test.each(["three quiet mangoes", "मेरा गुप्त शब्द यह है", "🪨🛣️🚶🏽‍♀️🌧️🪔🏔️🐘🌾🥭🚌", "p".repeat(64) + "abcdefgh", "correct-horse-battery"])("%j will do", (password) => {
    expect(read({ password }).success).toBe(true);
  });

  test.each([
    ["short", "ninechars"],
    ["a family of emoji counts as one character", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦"],
    ["longer than 128", "ab-cd".repeat(26)],
    ["among the commonest", "1234567890"],
    ["among the commonest, in capitals", "QWERTYUIOP"],
    ["the name of the product", "milepost2026"],
    ["four characters or fewer, repeated", "abababababab"],
    ["the address", "sneha@example.org"],
    ["with a NUL in it", "three quiet\u0000mangoes"],
    ["with half of a character", "three quiet mangoes \ud83e"],
  ])("%s is refused", (_, password) => {
    expect(read({ password }).success).toBe(false);
  });

  test.each([1_000, 100_000, 1_000_000])("of %d characters is refused before anybody counts them", (length) => {
    const began = performance.now();
    expect(read({ password: "क".repeat(length) }).error?.issues.map(({ message }) => message)).toEqual(["Use at most 128 characters."]);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test("typed as NFC or NFD it is the same password", () => {
    const [nfc, nfd] = ["é".normalize("NFC"), "é".normalize("NFD")].map((e) => read({ password: `caf${e} au lait noir` }).data?.password);
    expect(nfc).toBe(nfd);
  });
});

test.each(["", "   ", "a\u0000b", "a\u202eb", "\ud800", "x".repeat(201), "\u200b", "\u3164 \u2060", "\u200d", "x".repeat(2_001)])("the name %j is refused", (name) => {
  expect(read({ name }).success).toBe(false);
});

test.each([
  ["Farida Qureshi\u200b", "Farida Qureshi"], ["Fari\u2060da \u200eQureshi\u200f", "Farida Qureshi"], ["\u200dFarida Qureshi \u200c", "Farida Qureshi"], ["क्\u200dषमा", "क्\u200dषमा"], ["Fari\u200dda", "Farida"],
  ["Fari\u034fda\ufe0f\u{e0061}", "Farida"], ["ന്\u200d \u200dഷമ", "ന്\u200d ഷമ"], ["👩🏽\u200d💻 ❤\ufe0f", "👩🏽\u200d💻 ❤\ufe0f"],
])("the name %j is %j without what nobody sees", (typed, name) => {
  expect(read({ name: typed }).data?.name).toBe(name);
  expect(nameOfService(typed)).toBe(name);
});

test.each([
  ["Sneha Kulkarni", "Sneha Kulkarni"], ["  स्नेहा  ", "स्नेहा"], ["a\u0000\u202eb", "ab"], ["e\u0301", "é"], ["\ud800", "\ufffd"], ["😀".repeat(300), "😀".repeat(200)],
  ["", "Learner"], ["\u0000", "Learner"], [null, "Learner"], [undefined, "Learner"], [{ a: 1 }, "Learner"],
])("who is called %j by another service is called %j here", (said, name) => {
  expect(nameOfService(said)).toBe(name);
  expect(read({ name }).success).toBe(true);
});

test("a password is not the address of its account, nor what stands before its @", () => {
  for (const password of ["Sneha.Kulkarni@example.org", "sneha.kulkarni"]) {
    expect(isAddressOf(password, "sneha.kulkarni@example.org")).toBe(true);
    expect(read({ email: "sneha.kulkarni@example.org", password }).success).toBe(false);
  }
  expect(isAddressOf("three quiet mangoes", "sneha.kulkarni@example.org")).toBe(false);
});

test("unknown keys are refused", () => {
  expect(read({ admin: true }).success).toBe(false);
});
