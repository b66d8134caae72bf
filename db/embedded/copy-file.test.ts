import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { copyFile, sumOf } from "./copy-file.mjs";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-copy-"));
const at = (name: string) => path.join(folder, name);

afterAll(() => fs.rmSync(folder, { recursive: true }));

test.each([0, 1, 8192, 2_500_000])("a file of %i bytes is copied whole, for its owner only, with its sum", async (size) => {
  const bytes = Buffer.alloc(size, `${size}`);
  fs.writeFileSync(at(`from-${size}`), bytes);
  const sum = await copyFile(at(`from-${size}`), at(`to-${size}`));
  expect(sum).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(await sumOf(at(`to-${size}`))).toBe(sum);
  expect(fs.readFileSync(at(`to-${size}`)).equals(bytes)).toBe(true);
  expect(fs.statSync(at(`to-${size}`)).mode & 0o777).toBe(0o600);
});

test("no link is followed, and no file written over", async () => {
  fs.writeFileSync(at("file"), "mine");
  fs.symlinkSync(at("file"), at("link"));
  await expect(copyFile(at("link"), at("copy"))).rejects.toThrow("ELOOP");
  await expect(copyFile(at("file"), at("link"))).rejects.toThrow("EEXIST");
  expect(fs.readFileSync(at("file"), "utf8")).toBe("mine");
});
