import postgres from "postgres";
import { appEnvironment } from "./settings.mjs";
import { runVitest } from "./vitest.mjs";

/** So many files of tests at once, each beside a database of its own: see scripts/own-database.ts. */
const AT_ONCE = 2;

/** They start servers and databases of their own, wait for hosts that rest, or try thousands of searches: half a minute each on a busy machine. */
const LONGEST = ["scripts/backup/**", "scripts/{install,lifecycle,reachable}.test.ts", "db/{migrate,report}.test.ts", "db/queries/{job-import-pages,job-importer,listing-order}.test.ts"];

/** Runs the tests of rules and queries, or only those of some files, against empty databases of their own, and counts them. `short`: without the longest. */
export async function runUnitAndQueries(settings, { files = [], short = false } = {}) {
  const { openEmbedded } = await import("./database.mjs");
  const { migrate } = await import("../db/migrate.mjs");
  const database = await openEmbedded({ dataDir: settings.dataDir, name: "milepost_unit", fresh: true });
  await migrate(database.url, "db/migrations");
  await copyDatabase(database.url);
  const env = appEnvironment(settings, { databaseUrl: database.url, distDir: settings.distDir });
  // Rules take a processor, and queries wait for Postgres.
  const forQueries = [`--maxWorkers=${AT_ONCE}`, ...(short ? LONGEST.map((path) => `--exclude=${path}`) : []), ...files];
  const [rules, queries] = await Promise.all([runVitest(["unit"], env, files), runVitest(["queries", "apart"], { ...env, DATABASE_COPIES: "1" }, forQueries)]);
  await database.leave();
  return addUp(rules, queries);
}

/** Once for each but the first of those that run at once: "…_2". */
async function copyDatabase(url) {
  const name = new URL(url).pathname.slice(1);
  const sql = postgres(Object.assign(new URL(url), { pathname: "/postgres" }).href, { max: 1, onnotice() {} });
  for (let worker = 2; worker <= AT_ONCE; worker += 1) {
    await sql.unsafe(`drop database if exists ${name}_${worker} with (force)`);
    await sql.unsafe(`create database ${name}_${worker} template ${name}`);
  }
  await sql.end();
}

function addUp(one, other) {
  const lists = ["failures", "outcomes"].map((name) => [name, [...(one[name] ?? []), ...(other[name] ?? [])]]);
  const counts = ["passed", "failed", "skipped"].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]);
  return Object.fromEntries([...lists, ...counts]);
}
