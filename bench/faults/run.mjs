import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { roadmap } from "../../lib/roadmap/catalog.ts";
import { build } from "../../scripts/build.mjs";
import { readSettings } from "../../scripts/settings.mjs";
import { findAction, makeCaller } from "./action.mjs";
import { startApplication } from "./application.mjs";
import { check, readTables } from "./checker.mjs";
import { runClient } from "./client.mjs";
import { makePlan } from "./generator.mjs";
import { makeHistory } from "./history.mjs";
import { startNemesis } from "./nemesis.mjs";
import { addPeople } from "./people.mjs";
import { seeded } from "./random.mjs";
import { judge, lacking, report } from "./report.mjs";
import { sabotage } from "./sabotage.mjs";

const ITEMS = 50;

/** One run from start to verdict; whatever it is, nothing keeps running. The data stay unless it is PASS. */
export async function run(options) {
  console.log(`Faults: seed ${options.seed}, 16 clients, ${options.operations} operations`);
  // Never the database in use.
  const settings = readSettings({ ...process.env, DATABASE_URL: "", HOST: "127.0.0.1" });
  const distDir = await build(settings);
  const application = await startApplication(settings, options);
  let verdict = "INDETERMINATE";
  try {
    verdict = await load(options, application, distDir);
  } finally {
    if (application.isGone()) console.log(`  The application ended by itself. It said last:\n  ${application.lastWords()}`);
    await application.stop();
    if (verdict === "PASS") await application.remove();
    else console.log(`The history and what the application said are in ${path.relative("", application.dataDir)}.`);
  }
  return verdict;
}

async function load(options, application, distDir) {
  const { people, before } = await withDatabase(application, async (sql) => {
    const people = await addPeople(sql, application.authSecret);
    const { log } = await readTables(sql);
    await sabotage(sql, options);
    return { people, before: log };
  });
  const items = roadmap.steps.flatMap((step) => step.items).slice(0, ITEMS).map(({ slug }) => slug);
  const plan = makePlan({ seed: options.seed, total: options.operations, items, from: Date.now() });
  const clients = people.map((person, index) => ({ ...person, batches: plan[index].batches }));
  const call = makeCaller({ origin: application.origin, actionId: findAction(distDir, "recordProgress") });

  const history = makeHistory();
  const strikes = await drive(options, application, { clients, call, history });
  const took = history.now();
  history.writeTo(path.join(application.dataDir, "history.jsonl"));
  const result = { options, strikes, took, history: history.events, ...(await examine(options, application, { clients, before, history, strikes })) };
  report(result);
  return judge(result);
}

/** Lets the clients send while the nemesis strikes, until they are done or the time is up; answers how often what happened. */
async function drive(options, application, { clients, call, history }) {
  const nemesis = startNemesis({ seed: options.seed, application, history, kinds: Object.keys(options.least) });
  const enough = () => lacking(nemesis.count(), options.least).length === 0;
  const isOver = () => history.now() > options.limit * 1000 || application.isGone();
  // Spread over the time; the last batch of each waits until enough has happened.
  async function whenDue(index, of) {
    const due = (options.seconds * 1000 * index) / of;
    while (!isOver() && (history.now() < due || (index === of - 1 && !enough()))) await sleep(50);
    // On a machine that is too slow for the pace the clients are left in peace to finish.
    if (history.now() > 2 * options.seconds * 1000 && enough()) await nemesis.stop();
  }
  await Promise.all(
    clients.map((client) => runClient({ ...client, call, history, random: seeded(options.seed, client.name), whenDue, isOver })),
  );
  await nemesis.stop();
  return nemesis.count();
}

async function examine({ seed }, application, { clients, before, history, strikes }) {
  const sent = clients.flatMap(({ owner, batches }) => batches.flatMap(({ operations }) => operations.map((o) => [o.opId, { ...o, owner }])));
  const ready = await application.ready(30_000);
  const tables = await withDatabase(application, readTables).catch((error) => ({ unreadable: error }));
  if (tables.unreadable) return { ready, checked: null, unreadable: tables.unreadable };
  const deaths = { seen: application.deaths(), caused: strikes.server + (strikes.memory ?? 0) };
  return { ready, fullDisks: application.fullDisks(), checked: check({ seed, sent: [...new Map(sent).values()], before, history: history.events, tables, deaths }) };
}

async function withDatabase(application, work) {
  const sql = postgres(application.databaseUrl(), { max: 1, connect_timeout: 10, onnotice() {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
