import { Refusal } from "../../db/embedded/refusal.mjs";
import { migrate } from "../../db/migrate.mjs";
import { findFreePort } from "../../scripts/address.mjs";
import { openEmbedded } from "../../scripts/database.mjs";
import { appEnvironment, readSettings } from "../../scripts/settings.mjs";
import { testEnvironment } from "../../scripts/test-environment.mjs";
import { runVitest } from "../../scripts/vitest.mjs";
import { runJourneys, tell } from "./journeys.mjs";
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
  if (only !== "queries") told.push(["journeys", await runJourneys(given, { names: JOURNEYS, dataDir: DATA_DIR })]);
  const transactions = await pooler.transactions();
  const failed = tell(told);
  console.log(`${transactions} transactions went through PgBouncer, over three connections to each database.`);
  if (transactions < 500) throw new Refusal("Too few went through PgBouncer to say anything.");
  return failed;
}

function runQueries(given) {
  const env = appEnvironment(given, { databaseUrl: given.databaseUrl, distDir: given.distDir });
  return runVitest("queries", env, ["--maxWorkers=1", "db/queries/"]);
}
