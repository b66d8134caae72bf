import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { auditHref, readAuditView, RESOURCES } from "./view";

test("an address is read, and written the same", () => {
  const address = "/admin/audit?who=farida&what=roster&from=2026-11-01&to=2026-11-30";
  expect(auditHref("/admin/audit", readAuditView(Object.fromEntries(new URL(address, "http://localhost").searchParams)))).toBe(address);
});

test("what cannot be is left out", () => {
  const asked = { who: ["a", "b"], what: "constructor", from: "2026-02-30", to: "soon", before: "1 or 1=1" };
  expect(readAuditView(asked)).toEqual({ who: "", what: null, from: null, to: null, before: null });
});

test("every kind of event that is written can be asked for", () => {
  const root = path.join(import.meta.dirname, "../..");
  const files = ["app", "db/queries", "lib"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
      .map((file) => readFileSync(path.join(root, folder, file), "utf8")),
  );
  const written = files.flatMap((text) => [...text.matchAll(/(?:action: |actOfAdmin\(\w+, |auditAdmin\(\w+, )["`]([a-z]+)\./g)].map(([, resource]) => resource));
  expect(written.length).toBeGreaterThan(20);
  expect([...new Set(written)].filter((resource) => !Object.hasOwn(RESOURCES, resource ?? ""))).toEqual([]);
});
