import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "./migrate.mjs";

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
