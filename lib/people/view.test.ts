import { expect, test } from "vitest";
import { peopleHref, readPeopleView } from "./view";

test("an address is read, and written the same", () => {
  const address = "/admin/people?who=farida&kind=admins";
  expect(peopleHref(readPeopleView(Object.fromEntries(new URL(address, "http://localhost").searchParams)))).toBe(address);
});

test("what cannot be is left out", () => {
  expect(readPeopleView({ who: ["a", "b"], kind: "constructor", after: "1 or 1=1" })).toEqual({ who: "", kind: null, after: null });
  expect(readPeopleView({ who: " a\0b " }).who).toBe("ab");
});
