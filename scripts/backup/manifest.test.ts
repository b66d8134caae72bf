import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkSums, readManifest, writeManifest } from "./manifest.mjs";
import { requireFitting } from "./restore.mjs";
import { requireRows } from "./rows.mjs";

const folders: string[] = [];
const SUM = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

function makeFolder(change: Record<string, unknown> = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-manifest-"));
  folders.push(folder);
  fs.mkdirSync(path.join(folder, "pg"));
  fs.writeFileSync(path.join(folder, "pg/one"), "foo");
  const said = { kind: "embedded" as const, postgres: "18.4", migrations: 2, rows: { "public.users": 3 }, folders: ["pg"], files: { "pg/one": SUM } };
  writeManifest(folder, { ...said, ...change }, new Date("2026-01-02T03:04:05Z"));
  return folder;
}

afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })));

test("a manifest says what was written, when and by which version", async () => {
  const folder = makeFolder();
  const manifest = readManifest(folder);
  expect(manifest).toMatchObject({ format: 1, milepost: expect.stringMatching(/^\d/), postgres: "18.4", madeAt: "2026-01-02T03:04:05.000Z", rows: { "public.users": 3 } });
  await checkSums(folder, manifest);
  expect(fs.statSync(path.join(folder, "manifest.json")).mode & 0o777).toBe(0o600);
});

test("a file that is missing or changed is named", async () => {
  const folder = makeFolder();
  const manifest = readManifest(folder);
  fs.writeFileSync(path.join(folder, "pg/one"), "fop");
  await expect(checkSums(folder, manifest)).rejects.toThrow("pg/one is not what was written.");
  fs.rmSync(path.join(folder, "pg/one"));
  await expect(checkSums(folder, manifest)).rejects.toThrow("pg/one is missing.");
});

test.each([
  { files: { "../outside": SUM } },
  { files: { "/etc/passwd": SUM } },
  { files: { "pg/../../outside": SUM } },
  { folders: ["pg/.."] },
  { files: { "pg/one": "short" } },
  { rows: { "public.users": -1 } },
])("a manifest that says %j is refused", (change) => {
  expect(() => readManifest(makeFolder(change))).toThrow("is damaged, or of another Milepost");
});

test("what is no JSON, and what is no backup, is refused", () => {
  const folder = makeFolder();
  fs.writeFileSync(path.join(folder, "manifest.json"), "{");
  expect(() => readManifest(folder)).toThrow("is damaged");
  fs.rmSync(path.join(folder, "manifest.json"));
  expect(() => readManifest(folder)).toThrow("is not a whole backup");
  expect(() => readManifest(`${folder}.part`)).toThrow("cut off");
});

test("a backup goes back only to its kind, by sources that know its migrations", () => {
  const made = { kind: "embedded" as const, migrations: 3, milepost: "0.1.0" };
  expect(() => requireFitting(made, null, 3)).not.toThrow();
  expect(() => requireFitting(made, "postgres://x", 3)).toThrow("unset DATABASE_URL");
  expect(() => requireFitting({ ...made, kind: "dump" }, null, 3)).toThrow("set DATABASE_URL");
  expect(() => requireFitting(made, null, 2)).toThrow("of a later Milepost");
});

test("a table with other rows than the manifest says is named with both numbers", () => {
  expect(() => requireRows({ a: 1, b: 2 }, { a: 1, b: 2 })).not.toThrow();
  expect(() => requireRows({ a: 1, c: 2 }, { a: 0, b: 3 })).toThrow("a has 1 rows in place of 0, b has no rows in place of 3, c has 2 rows in place of none.");
});
