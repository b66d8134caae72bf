import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "./migrate.mjs";
import { ORDINARY } from "./ordinary.mjs";

const FOLDER = "db/migrations";
/** Of a database on the same server. */
const url = (name: string) => Object.assign(new URL(process.env.DATABASE_URL ?? ""), { pathname: `/${name}` }).href;
const NAMES = ["migrated_at_once", "migrated_at_last", "migrated_by_three"];

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => undefined });

beforeAll(async () => {
  for (const name of NAMES) {
    await sql.unsafe(`drop database if exists ${name} with (force)`);
    await sql.unsafe(`create database ${name}`);
  }
  await migrate(url("migrated_at_once"), FOLDER);
});

afterAll(async () => {
  for (const name of NAMES) await sql.unsafe(`drop database if exists ${name} with (force)`);
  await sql.end();
});

/** Columns, indexes, constraints, triggers and functions, and which migrations are on record, as text. */
async function schemaOf(name: string): Promise<string> {
  const own = postgres(url(name), { max: 1, onnotice: () => undefined });
  const rows = await own`
    select concat_ws(' ', 'column', table_name, ordinal_position, column_name, data_type, is_nullable, column_default) as line from information_schema.columns where table_schema = 'public'
    union all select concat_ws(' ', 'index', indexdef) from pg_indexes where schemaname = 'public'
    union all select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace
    union all select concat_ws(' ', 'trigger', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
    union all select concat_ws(' ', 'function', proname, md5(prosrc)) from pg_proc where pronamespace = 'public'::regnamespace
    union all select concat_ws(' ', 'migration', hash) from drizzle.__drizzle_migrations
    union all select concat_ws(' ', 'installations', count(*)) from installation
    order by line`;
  await own.end();
  return rows.map(({ line }) => String(line)).join("\n");
}

async function connections(): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from pg_stat_activity where datname = 'migrated_at_last'`;
  return row?.count ?? 0;
}

test("what was broken off at any moment is done by the next start, as if nothing had been", async () => {
  let broken = 0;
  for (const after of [0, 20, 40, 60, 80, 100, 150, 200, 250, 300]) {
    const starting = spawn(process.execPath, ["-e", `import("./db/migrate.mjs").then(({ migrate }) => migrate("${url("migrated_at_last")}", "${FOLDER}"))`], { stdio: "ignore" });
    const ended = once(starting, "exit");
    await expect.poll(connections, { interval: 2, timeout: 20_000 }).toBe(1);
    await sleep(after);
    starting.kill("SIGKILL");
    const [code] = await ended;
    if (code === 0) break;
    broken += 1;
    await expect.poll(connections, { timeout: 20_000 }).toBe(0);
  }
  expect(broken).toBeGreaterThan(2);
  await migrate(url("migrated_at_last"), FOLDER);
  expect(await schemaOf("migrated_at_last")).toBe(await schemaOf("migrated_at_once"));
}, 60_000);

test("three servers that start together do it once", async () => {
  await Promise.all([1, 2, 3].map(() => migrate(url("migrated_by_three"), FOLDER)));
  expect(await schemaOf("migrated_by_three")).toBe(await schemaOf("migrated_at_once"));
}, 60_000);

/** The migrations with one more, which alters a table that is read by everybody. */
function withOneMore(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-migrations-"));
  fs.cpSync(FOLDER, folder, { recursive: true });
  const file = path.join(folder, "meta/_journal.json");
  const journal = JSON.parse(fs.readFileSync(file, "utf8")) as { entries: object[] };
  journal.entries.push({ ...journal.entries.at(-1), idx: journal.entries.length, when: Date.now(), tag: "9999_added" });
  fs.writeFileSync(file, JSON.stringify(journal));
  fs.writeFileSync(path.join(folder, "9999_added.sql"), "alter table users add column added int");
  return folder;
}

test("while a table is held nobody waits behind a migration for longer than they may, and it is done afterwards", async () => {
  const folder = withOneMore();
  const own = postgres(url("migrated_at_once"), { max: 2, connection: { lock_timeout: ORDINARY.lock_timeout }, onnotice: () => undefined });
  const hasColumn = async () => (await own`select from information_schema.columns where table_name = 'users' and column_name = 'added'`).length === 1;
  const waitsOf = async () => {
    const asked = performance.now();
    await own`select from users limit 1`;
    return performance.now() - asked;
  };
  try {
    const { migrated } = await own.begin(async (hold) => {
      await hold`lock table users in access share mode`;
      const begun = migrate(url("migrated_at_once"), folder);
      // Twice: the first time that somebody waited behind it, it asked again.
      for (let waited = 0; waited < 2; waited += (await waitsOf()) > 200 ? 1 : 0) await sleep(20);
      expect(await hasColumn()).toBe(false);
      return { migrated: begun };
    });
    await migrated;
    expect(await hasColumn()).toBe(true);
  } finally {
    await own.end();
    fs.rmSync(folder, { recursive: true });
  }
}, 60_000);
