import { expect, test } from "vitest";
import { auditHref, readAuditView } from "./view";

test("an address is read, and written the same", () => {
  const address = "/admin/audit?who=farida&what=roster&from=2026-11-01&to=2026-11-30";
  expect(auditHref("/admin/audit", readAuditView(Object.fromEntries(new URL(address, "http://localhost").searchParams)))).toBe(address);
});

test("what cannot be is left out", () => {
  const asked = { who: ["a", "b"], what: "constructor", from: "2026-02-30", to: "soon", before: "1 or 1=1" };
  expect(readAuditView(asked)).toEqual({ who: "", what: null, from: null, to: null, before: null });
});
