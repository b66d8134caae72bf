import { expect, test } from "vitest";
import { settingsInput } from "./settings-input";

const given = (addressDomains: string) => settingsInput.safeParse({ name: "", signUp: "open", addressDomains });

test("domains are read one by one, however they are written", () => {
  expect(given(" @Example.org\r\npune.example.in, example.org ").data?.addressDomains).toEqual(["example.org", "pune.example.in"]);
  expect(given("").data?.addressDomains).toEqual([]);
});

test.each(["example", "sneha@example.org", "exa mple.o", "*.example.org", "example.org/", "-a.org", "ex\u00e4mple.org"])("%j is no domain", (domain) => {
  expect(given(domain).success).toBe(false);
});

test("an unknown field, or another way to sign up, is refused", () => {
  expect(settingsInput.safeParse({ name: "", signUp: "closed", addressDomains: "" }).success).toBe(false);
  expect(settingsInput.safeParse({ name: "", signUp: "open", addressDomains: "", admin: "on" }).success).toBe(false);
});
