import { randomBytes } from "node:crypto";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { migrate } from "../../db/migrate.mjs";
import { findFreePort } from "../../scripts/address.mjs";
import { build } from "../../scripts/build.mjs";
import { openEmbedded } from "../../scripts/database.mjs";
import { appEnvironment, readSettings } from "../../scripts/settings.mjs";
import { testEnvironment } from "../../scripts/test-environment.mjs";
import { runVitest } from "../../scripts/vitest.mjs";
import { startInstance } from "../rolling/instances.mjs";
import { findPgbouncer, startPgbouncer } from "./pgbouncer.mjs";

const DATA_DIR = ".data/pooler";
const PORT_OF_POOLER = 26_432;

/** Signing in, ticking, the board of a cohort, importing and searching listings. */
const JOURNEYS = ["sessions", "learner-ticks", "grid-and-learner", "evidence-and-review", "admin-sources", "jobs-search", "applications"];

const UNTOLD = "statement_timeout, lock_timeout, random_page_cost, jit, max_parallel_workers_per_gather, enable_seqscan, enable_indexscan, enable_indexonlyscan, enable_bitmapscan, enable_sort, cpu_operator_cost, cpu_index_tuple_cost, pg_trgm.word_similarity_threshold";

/** How many tests failed. `untold`: the pooler takes every setting and keeps none, and the application is not told of it. */
export async function run({ only, untold }) {
  const program = findPgbouncer();
  if (!program) throw new Refusal("PgBouncer is not there: install it, or let PGBOUNCER name it.");
  const settings = { ...readSettings(await testEnvironment()), trial: "" };
  const { url: directUrl } = await openEmbedded({ dataDir: DATA_DIR, fresh: true });
  await migrate(directUrl, "db/migrations");
  const changed = (text) => (untold ? `${text}ignore_startup_parameters = ${UNTOLD}\n` : text);
  const pooler = await startPgbouncer({ program, url: directUrl, dataDir: DATA_DIR, port: await findFreePort(PORT_OF_POOLER), changed });
  const given = { ...settings, databaseUrl: pooler.url, directUrl: untold ? pooler.url : directUrl };
  const told = only === "journeys" ? [] : [["query tests", await runQueries(given)]];
  if (only !== "queries") told.push(["journeys", await runJourneys(given)]);
  const transactions = await pooler.transactions();
  for (const [what, { passed = 0, failed, failures = [] }] of told) {
    console.log(`${what}: ${passed} passed, ${failed} failed`);
    for (const failure of failures) console.log(`  ${failure}`);
  }
  console.log(`${transactions} transactions went through PgBouncer, over three connections to each database.`);
  if (transactions < 1_000) throw new Refusal("Too few went through PgBouncer to say anything.");
  return told.reduce((sum, [, { failed }]) => sum + failed, 0);
}

function runQueries(given) {
  const env = appEnvironment(given, { databaseUrl: given.databaseUrl, distDir: given.distDir });
  return runVitest("queries", env, ["--maxWorkers=1", "db/queries/"]);
}

async function runJourneys(given) {
  const { findBrowser } = await import("../../scripts/browser.mjs");
  const browser = await findBrowser();
  const { playJourneys } = await import("../../scripts/journeys.mjs");
  const distDir = await build(given);
  const { databaseUrl, directUrl, port } = given;
  const authSecret = randomBytes(33).toString("base64");
  const instance = await startInstance({ settings: given, distDir, databaseUrl, directUrl, authSecret, dataDir: DATA_DIR, port });
  try {
    const env = { ...appEnvironment({ ...given, authSecret }, { databaseUrl, distDir }), CHROMIUM: browser, JOURNEYS: "short" };
    return await playJourneys(JOURNEYS.map((name) => `e2e/${name}.spec.ts`), given, env);
  } finally {
    await instance.stop();
  }
}
