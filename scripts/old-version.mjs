import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { Refusal } from "../db/embedded/refusal.mjs";
import { migrate } from "../db/migrate.mjs";
import { isReady } from "./address.mjs";
import { findBrowser } from "./browser.mjs";
import { launchNode, runNode, stop } from "./child.mjs";
import { openEmbedded } from "./database.mjs";
import { whenLeaving } from "./leave.mjs";
import { appEnvironment, readSettings } from "./settings.mjs";
import { testEnvironment } from "./test-environment.mjs";

const MIGRATIONS = "db/migrations";
const DIST_DIR = ".next";
/** Who ticks, teaches, joins, shows evidence and is let in: between them they write to most tables. */
const JOURNEYS = ["learner-ticks", "cohorts-and-joining", "evidence-and-review", "grid-and-learner", "privacy", "admin-people"];

/**
 * An older version on the schema of these sources, as both run during an upgrade: its own build starts, fills in its people and plays its own
 * journeys. Without a commit it is the one before the newest migration. `spoil` takes away a column that every version reads.
 */
export async function playOldVersion({ commit = beforeNewestMigration(), spoil }) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "milepost-upgrade-")));
  whenLeaving(() => fs.rmSync(folder, { recursive: true, force: true }));
  unpack(commit, folder);
  const added = countMigrations(".") - countMigrations(folder);
  console.log(`Upgrade: ${git("log", "-1", "--format=%h %s", commit)}; ${added} migrations came after it`);

  const env = { ...(await testEnvironment()), DATA_DIR: path.resolve(".data/upgrade"), NEXT_DIST_DIR: DIST_DIR };
  const settings = readSettings(env);
  const { url } = await openEmbedded({ dataDir: settings.dataDir, fresh: true });
  await migrate(url, MIGRATIONS);
  if (spoil) await takeColumnAway(url);
  const played = await playIn(folder, settings, env, { ...appEnvironment(settings, { databaseUrl: url, distDir: DIST_DIR }), CHROMIUM: await findBrowser() });
  if (!played) return "FAIL";
  if (added > 0 && !spoil) return "PASS";
  console.log(spoil ? "A column was taken away, and nothing failed." : "No migration came after it: this shows nothing.");
  return "INDETERMINATE";
}

async function playIn(folder, settings, env, environment) {
  const log = path.join(settings.dataDir, "app.log");
  const output = fs.openSync(log, "w");
  const app = await launchNode(["scripts/run.mjs", "start"], { cwd: folder, env, output });
  fs.closeSync(output);
  let gone = false;
  app.ended.then(() => (gone = true));
  // It installs its packages and builds first.
  if (!(await isReady(settings, { patience: 480_000, givenUp: () => gone }))) {
    console.log(`The old version did not become ready:\n${fs.readFileSync(log, "utf8")}`);
    return false;
  }
  const journeys = JOURNEYS.map((name) => `e2e/${name}.spec.ts`).filter((file) => fs.existsSync(path.join(folder, file)));
  if (journeys.length === 0) throw new Refusal("That version has none of the journeys.");
  const args = ["node_modules/playwright/cli.js", "test", "--project=desktop", ...journeys];
  const { code } = await runNode(args, { cwd: folder, env: { ...environment, BASE_URL: settings.appUrl, JOURNEYS: "short" } });
  await stop(app, 40_000);
  return code === 0;
}

function unpack(commit, folder) {
  const archive = path.join(folder, "sources.tar");
  git("archive", `--output=${archive}`, commit);
  execFileSync("tar", ["-xf", archive, "-C", folder]);
  fs.rmSync(archive);
}

function beforeNewestMigration() {
  const [newest] = git("log", "-1", "--format=%H", "--", MIGRATIONS).split("\n");
  return `${newest}~1`;
}

function git(...args) {
  try {
    return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
  } catch (error) {
    throw new Refusal(`git ${args[0]} failed: ${String(error.stderr ?? error.message).trim()}`);
  }
}

const countMigrations = (folder) => JSON.parse(fs.readFileSync(path.join(folder, MIGRATIONS, "meta/_journal.json"), "utf8")).entries.length;

async function takeColumnAway(url) {
  const sql = postgres(url, { max: 1, onnotice() {} });
  try {
    await sql`alter table progress_operations rename column clock to count`;
  } finally {
    await sql.end();
  }
}
