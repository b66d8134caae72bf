import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startOf } from "@/db/embedded/presence.mjs";

const root = path.resolve(import.meta.dirname, "..");
const clone = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-clone-"));
const { scripts: commands } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };

beforeAll(() => {
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.mjs", "package*.json"], { cwd: root, encoding: "utf8" });
  for (const file of files.split("\n").filter((name) => name && fs.existsSync(path.join(root, name)))) {
    fs.mkdirSync(path.dirname(path.join(clone, file)), { recursive: true });
    fs.copyFileSync(path.join(root, file), path.join(clone, file));
  }
});

afterAll(() => fs.rmSync(clone, { recursive: true }));

test("packages are not replaced under a server that runs from here", () => {
  const serving = path.join(clone, ".next/cache/milepost-serving");
  fs.mkdirSync(serving, { recursive: true });
  const { pid } = process;
  fs.writeFileSync(path.join(serving, String(pid)), startOf(pid) ?? "");
  const { stderr } = spawnSync(process.execPath, ["scripts/run.mjs", "backup", "folder"], { cwd: clone, env: { PATH: process.env.PATH, NODE_ENV: "test", DATA_DIR: path.join(clone, "data") }, encoding: "utf8", timeout: 20_000 });
  fs.rmSync(path.join(clone, ".next"), { recursive: true });
  expect(stderr.trim()).toBe("The packages here are not those of package-lock.json, and Milepost runs from this folder: stop it before they are installed, or do this in another clone.");
});

test("every command begins in a clone that has no packages yet, and asks npm for them", () => {
  const bin = path.join(clone, "bin");
  fs.mkdirSync(bin);
  fs.writeFileSync(path.join(bin, "npm"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  const env = { PATH: [bin, path.dirname(process.execPath), "/usr/bin", "/bin"].join(":"), NODE_ENV: "test" as const, DATA_DIR: path.join(clone, "data") };
  const said = Object.fromEntries(
    Object.entries(commands).map(([name, command]) => [name, spawnSync("sh", ["-c", command], { cwd: clone, env, encoding: "utf8", timeout: 20_000 }).stderr.trim()]),
  );
  expect(Object.entries(said).filter(([, text]) => text === "" || /^ +at /m.test(text))).toEqual([]);
  expect(said).toMatchObject({ start: "npm ci failed: see above.", test: "npm ci failed: see above.", bench: "npm ci failed: see above." });
}, 60_000);
