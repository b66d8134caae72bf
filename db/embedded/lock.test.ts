import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { withLock } from "./lock.mjs";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-lock-"));

afterAll(() => fs.rmSync(folder, { recursive: true }));

test.each([["nothing", ""], ["half of it", '{"pid":1,"st'], ["a holder that died", JSON.stringify({ pid: process.pid, start: "another", id: "x" })]])("a lock of which a power cut left %s is passed over", async (_, left) => {
  const file = path.join(folder, "lock");
  fs.writeFileSync(file, left);
  expect(await withLock(file, () => Promise.resolve("done"))).toBe("done");
  expect(fs.readdirSync(folder)).toEqual([]);
}, 5_000);
