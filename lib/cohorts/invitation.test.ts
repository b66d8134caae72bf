import { expect, test } from "vitest";
import { invitationLink, makeInvitationCode, readInvitationCode } from "./invitation";

test("a code has 140 bits in groups that are read without mistake", () => {
  const codes = Array.from({ length: 200 }, makeInvitationCode);
  for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(codes).size).toBe(200);
  expect(new Set(codes.join("").replaceAll("-", "")).size).toBe(32);
});

test("a code is known again however it was typed", () => {
  const code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV";
  for (const typed of [code, code.toLowerCase(), code.replaceAll("-", ""), ` ${code.replaceAll("-", " ")} `, code.replace("01", "oI"), code.replace("01", "Ol")]) {
    expect(readInvitationCode(typed)).toBe(code);
  }
});

test("what cannot be a code is none", () => {
  for (const value of ["", "0123", "U".repeat(28), "0".repeat(29), "0".repeat(5000), "é".repeat(28), null, 7, ["0".repeat(28)], undefined]) {
    expect(readInvitationCode(value)).toBeNull();
  }
});

test("the link leads to the page that asks", () => {
  expect(invitationLink("0123-4567")).toMatch(/^https?:\/\/[^/]+\/join\/0123-4567$/);
});
