import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "@/db/embedded.mjs";
import { lookHome, workplaceOf } from "@/db/embedded/home.mjs";
import { migrate } from "@/db/migrate.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "milepost-drill-")));
const at = (name: string) => path.join(folder, name);
const backup = at("backup");
const env = { PATH: process.env.PATH ?? "", NODE_ENV: "test" as const };

type Row = Record<string, string>;
type Facts = { sums: Row; epoch: string };

async function run(args: string[], more: Row) {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...env, ...more } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (said += part.toString()));
  const [code] = (await once(child, "close")) as [number];
  return { code, said: said.trim() };
}

const command = (name: string, dataDir: string, ...args: string[]) => run(["scripts/run.mjs", name, ...args], { DATA_DIR: dataDir });

async function withOpen<T>(dataDir: string, work: (sql: postgres.Sql, url: string) => Promise<T>) {
  const database = await openDatabase({ dataDir, say: () => undefined });
  const sql = postgres(database.url, { onnotice: () => undefined });
  try {
    return await work(sql, database.url);
  } finally {
    await sql.end({ timeout: 1 });
    await database.leave();
  }
}

/** A sum over the rows of each table, but of what is written to meanwhile, and of the epoch. */
async function factsOf(sql: postgres.Sql): Promise<Facts> {
  const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('progress_operations', 'installation')`;
  const sums: Row = {};
  for (const { name } of tables) {
    const [row] = await sql`select coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') || ' ' || count(*) as sum from ${sql(name)} t`;
    sums[name] = String(row?.sum);
  }
  const [installation] = await sql`select epoch from installation`;
  return { sums, epoch: String(installation?.epoch) };
}

async function operationsOf(sql: postgres.Sql) {
  const rows = await sql`select op_id from progress_operations where item_id = 'drill'`;
  return new Set(rows.map((row) => String(row.op_id)));
}

/** Writes one after another until it is stopped, and remembers what was answered for. */
function keepWriting(sql: postgres.Sql, user: string) {
  const sent = new Set<string>();
  const answered = new Set<string>();
  const stopping = new AbortController();
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      const id = uuidv7();
      sent.add(id);
      await sql`insert into progress_operations (user_id, op_id, item_id, state, clock, at) values (${user}, ${id}, 'drill', 'done', 1, now())`;
      answered.add(id);
      // Pages reach their files, and the log begins anew: a copy without its label would begin there too.
      if (answered.size % 50 === 0) await sql`checkpoint`;
      await sleep(2);
    }
  })();
  const stop = async () => {
    stopping.abort();
    await ended;
  };
  return { sent, answered, stop };
}

/** Begins a backup and kills it while a Postgres runs on its copy. */
async function killBackup(dataDir: string, into: string) {
  const child = spawn(process.execPath, ["scripts/run.mjs", "backup", into], { cwd: root, env: { ...env, DATA_DIR: dataDir }, stdio: "ignore" });
  const exit = once(child, "exit");
  const runs = path.join(workplaceOf(lookHome(dataDir).home, "copy"), "pg/postmaster.pid");
  while (child.exitCode === null && !fs.existsSync(runs)) await sleep(20);
  child.kill("SIGKILL");
  await exit;
}

let facts: Facts;
let sent: Set<string>;
let before: Set<string>;
let during: number;

beforeAll(async () => {
  await withOpen(at("data"), async (sql, url) => {
    await migrate(url, path.join(root, "db/migrations"));
    const settings = { DATABASE_URL: url, AUTH_SECRET: "only for tests: 0123456789 abcdefghij", APP_URL: "http://localhost:3000" };
    const seeded = await run(["--conditions=react-server", "--import", "tsx", "db/seed/run.ts"], settings);
    expect(seeded).toMatchObject({ code: 0 });
    fs.writeFileSync(at("data/action-key"), "kept", { mode: 0o600 });
    facts = await factsOf(sql);
    const [user] = await sql`select id from users order by id limit 1`;
    const writer = keepWriting(sql, String(user?.id));
    await killBackup(at("data"), at("killed"));
    before = new Set(writer.answered);
    const made = await command("backup", at("data"), backup);
    during = writer.answered.size - before.size;
    await writer.stop();
    sent = writer.sent;
    expect(made).toMatchObject({ code: 0 });
    expect(made.said).toContain(`are in ${backup}.`);
  });
}, 120_000);

afterAll(() => {
  for (const dataDir of fs.readdirSync(folder)) {
    const where = at(`${dataDir}/where`);
    if (fs.existsSync(where)) fs.rmSync(fs.readFileSync(where, "utf8").trim(), { recursive: true, force: true });
  }
  fs.rmSync(folder, { recursive: true, force: true });
});

test("a backup made while somebody writes is restored with all that was committed before it, and starts", async () => {
  expect(during).toBeGreaterThan(10);
  const restored = await command("restore", at("restored"), backup);
  expect(restored).toMatchObject({ code: 0 });
  expect(restored.said).toContain("npm run erasures -- replay");
  expect(fs.readFileSync(at("restored/action-key"), "utf8")).toBe("kept");

  await withOpen(at("restored"), async (sql, url) => {
    await migrate(url, path.join(root, "db/migrations"));
    const found = await factsOf(sql);
    expect(found.sums).toEqual(facts.sums);
    expect(found.epoch).not.toBe(facts.epoch);
    const there = await operationsOf(sql);
    expect([...before].filter((id) => !there.has(id))).toEqual([]);
    // One writer: a copy of one moment has all that was sent up to some operation, and nothing after it.
    expect([...there].sort()).toEqual([...sent].slice(0, there.size));
  });
}, 60_000);

test("nobody but its owner can read a backup", () => {
  const modes = fs.readdirSync(backup, { recursive: true, withFileTypes: true }).map((entry) => {
    const mode = fs.statSync(path.join(entry.parentPath, entry.name)).mode & 0o777;
    return mode === (entry.isDirectory() ? 0o700 : 0o600);
  });
  expect(fs.statSync(backup).mode & 0o777).toBe(0o700);
  expect(modes).not.toContain(false);
});

test("a database that is there is replaced only when asked to, and then moved aside", async () => {
  await withOpen(at("restored"), (sql) => sql`create table mine (name text)`);
  const refused = await command("restore", at("restored"), backup);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.said).toMatch(/^There is a database in .* restore with --replace .*\.$/);

  await withOpen(at("restored"), async (sql) => {
    const { code, said } = await command("restore", at("restored"), backup, "--replace");
    expect({ code, said }).toEqual({ code: 1, said: `Milepost runs with ${at("restored")}: stop it first.` });
    expect(await sql`select from mine`).toHaveLength(0);
  });

  const replaced = await command("restore", at("restored"), backup, "--replace");
  expect(replaced).toMatchObject({ code: 0 });
  const aside = /moved to (.*)\.$/m.exec(replaced.said)?.[1] ?? "";
  expect(fs.existsSync(path.join(aside, "pg/PG_VERSION"))).toBe(true);
}, 60_000);

test("a backup with one byte changed, or that was cut off, is refused and nothing is made", async () => {
  const damaged = at("damaged");
  fs.cpSync(backup, damaged, { recursive: true });
  const control = path.join(damaged, "pg/global/pg_control");
  const bytes = fs.readFileSync(control);
  bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
  fs.writeFileSync(control, bytes);
  expect(await command("restore", at("never"), damaged)).toEqual({ code: 1, said: `The backup is damaged: ${control} is not what was written.` });

  const part = at("cut-off.part");
  fs.renameSync(damaged, part);
  expect(await command("restore", at("never"), part)).toEqual({ code: 1, said: `${part} is a backup that was cut off: take another.` });
  expect(fs.existsSync(at("never"))).toBe(false);
}, 30_000);

test("a backup that is killed is not taken for one, and the next one goes on", async () => {
  expect(fs.existsSync(at("killed"))).toBe(false);
  expect(fs.existsSync(backup)).toBe(true);
  expect(await command("restore", at("never"), at("killed.part"))).toMatchObject({ code: 1 });
  const again = await command("backup", at("data"), at("killed"));
  expect(again.said).toBe(`${at("killed.part")} is of a backup that was cut off, or that still runs: when none runs, delete it.`);
}, 30_000);

test("what there is nothing of, and a folder that is full, are refused", async () => {
  expect(await command("backup", at("nothing"), at("of-nothing"))).toEqual({ code: 1, said: `There is no database in ${at("nothing")}: nothing to back up.` });
  const full = await command("backup", at("restored"), backup);
  expect(full).toEqual({ code: 1, said: `${backup} is not an empty folder: name another, or a new one.` });
  expect(fs.readdirSync(folder).filter((name) => name.startsWith("of-nothing") || name === "backup.part")).toEqual([]);
}, 30_000);
