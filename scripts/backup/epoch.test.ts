import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "milepost-epoch-")));
const databaseUrl = process.env.DATABASE_URL ?? "";
const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });

afterAll(async () => {
  await sql.end({ timeout: 1 });
  fs.rmSync(folder, { recursive: true });
});

async function writeEpoch(url: string) {
  const env = { PATH: process.env.PATH ?? "", NODE_ENV: "test" as const, DATA_DIR: folder, DATABASE_URL: url };
  const child = spawn(process.execPath, ["scripts/run.mjs", "restore", "--epoch"], { cwd: root, env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (said += part.toString()));
  const [code] = (await once(child, "close")) as [number];
  return { code, said: said.trim() };
}

const epoch = async () => String((await sql`select epoch from installation`)[0]?.epoch);

test("a database that was brought back by other means gets a new epoch by one command", async () => {
  const before = await epoch();
  expect(await writeEpoch(databaseUrl)).toEqual({ code: 0, said: "A new epoch was written: devices send again what they recorded in the last 30 days." });
  expect(await epoch()).not.toBe(before);
});

test("where there is no epoch to write it says so", async () => {
  const other = Object.assign(new URL(databaseUrl), { pathname: "/postgres" }).href;
  expect(await writeEpoch(other)).toEqual({ code: 1, said: "The database has no tables of Milepost: there is no epoch to write." });
  expect(await writeEpoch("")).toEqual({ code: 1, said: `There is no database in ${folder}: there is no epoch to write.` });
});
