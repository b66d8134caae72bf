import { randomBytes, randomInt } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { lookHome } from "../../db/embedded/home.mjs";
import { othersIn, enter } from "../../db/embedded/presence.mjs";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { migrate } from "../../db/migrate.mjs";
import { build } from "../../scripts/build.mjs";
import { whenLeaving } from "../../scripts/leave.mjs";
import { readSettings } from "../../scripts/settings.mjs";
import { testEnvironment } from "../../scripts/test-environment.mjs";
import { findAction, makeCaller } from "../faults/action.mjs";
import { makeHistory } from "../faults/history.mjs";
import { addPeople } from "../faults/people.mjs";
import { startInstance, startProxy } from "../rolling/instances.mjs";
import { startCluster } from "./cluster.mjs";
import { examine, withDatabase } from "./examine.mjs";
import { startLoad } from "./load.mjs";
import { findPrograms } from "./programs.mjs";
import { judge, report } from "./report.mjs";
import { loseSynchrony } from "./sabotage.mjs";
import { strike } from "./strikes.mjs";

const DATA_DIR = path.resolve(".data/cluster");
const INSTANCES = 2;

/** One run from an empty cluster to the verdict. The data stay unless it is PASS. */
export async function run({ asynchronous }) {
  const { binDir, versions } = findPrograms();
  console.log(versions.join("; "));
  const settings = readSettings(await testEnvironment());
  const distDir = await build(settings);
  removeData();
  let verdict = "INDETERMINATE";
  whenLeaving(() => (verdict === "PASS" ? removeData() : console.log(`The history and the logs are in ${path.relative("", DATA_DIR)}.`)));
  fs.mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
  enter(path.join(DATA_DIR, "users"));

  const cluster = await startCluster({ dataDir: DATA_DIR, binDir });
  await migrate(cluster.url, "db/migrations");
  if (asynchronous) await loseSynchrony(cluster);
  const authSecret = randomBytes(33).toString("base64");
  const people = await withDatabase(cluster.url, (sql) => addPeople(sql, authSecret));
  const ports = Array.from({ length: INSTANCES }, (_, n) => settings.port + 1 + n);
  for (const port of ports) await startInstance({ settings, distDir, databaseUrl: cluster.url, authSecret, dataDir: DATA_DIR, port });
  await startProxy({ dataDir: DATA_DIR, port: settings.port, ports });

  const seed = String(randomInt(1_000_000));
  const history = makeHistory();
  const call = makeCaller({ origin: settings.appUrl, actionId: findAction(distDir, "recordProgress") });
  const load = startLoad({ seed, people, call, history });
  const strikes = await strike({ cluster, history, asynchronous });
  const sent = await load.stop();
  history.writeTo(path.join(DATA_DIR, "history.jsonl"));

  const result = { asynchronous, strikes, sent, history: history.events, ...(await examine({ cluster, seed, sent, history, logs: ports.map((port) => path.join(DATA_DIR, `app-${port}.log`)) })) };
  report(result);
  verdict = judge(result);
  return verdict;
}

function removeData() {
  if (!fs.existsSync(DATA_DIR)) return;
  if (othersIn(path.join(DATA_DIR, "users"))) throw new Refusal(`Another run uses ${path.relative("", DATA_DIR)}: wait for its end.`);
  const { home } = lookHome(DATA_DIR);
  fs.rmSync(home, { recursive: true, force: true });
  fs.rmSync(DATA_DIR, { recursive: true, force: true });
}
