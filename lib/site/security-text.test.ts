import { expect, test } from "vitest";
import { securityText } from "./security-text";

test("security.txt names whom to write to, and when to look again", () => {
  expect(securityText("mailto:security@example.org", new Date("2026-11-28T10:00:00.123Z"))).toBe(
    "Contact: mailto:security@example.org\nExpires: 2027-02-26T10:00:00Z\nPreferred-Languages: en\nCanonical: http://localhost:3000/.well-known/security.txt\n",
  );
});
