import { describe, expect, test } from "vitest";
import { nameOfService, signUpInput } from "./input";

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

test.each(["", "   ", "a\u0000b", "a\u202eb", "\ud800", "x".repeat(201)])("the name %j is refused", (name) => {
  expect(read({ name }).success).toBe(false);
});

test.each([
  ["Sneha Kulkarni", "Sneha Kulkarni"], ["  स्नेहा  ", "स्नेहा"], ["a\u0000\u202eb", "ab"], ["e\u0301", "é"], ["\ud800", "\ufffd"], ["😀".repeat(300), "😀".repeat(200)],
  ["", "Learner"], ["\u0000", "Learner"], [null, "Learner"], [undefined, "Learner"], [{ a: 1 }, "Learner"],
])("who is called %j by another service is called %j here", (said, name) => {
  expect(nameOfService(said)).toBe(name);
  expect(read({ name }).success).toBe(true);
});

test("unknown keys are refused", () => {
  expect(read({ admin: true }).success).toBe(false);
});
