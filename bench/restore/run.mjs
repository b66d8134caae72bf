import { randomBytes } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findBrowser } from "../../scripts/browser.mjs";
import { build } from "../../scripts/build.mjs";
import { runNode } from "../../scripts/child.mjs";
import { readSettings } from "../../scripts/settings.mjs";
import { testEnvironment } from "../../scripts/test-environment.mjs";
import { readTables } from "../faults/checker.mjs";
import { makeHistory } from "../faults/history.mjs";
import { addPeople } from "../faults/people.mjs";
import { startInstance } from "../rolling/instances.mjs";
import { checkRestored, checkSynced } from "./checker.mjs";
import { openDevices } from "./devices.mjs";
import { makeFiles } from "./files.mjs";
import { noteMoments } from "./moments.mjs";
import { makePgBackRest } from "./pgbackrest.mjs";
import { say, sayRules, seconds } from "./report.mjs";
import { makeServer } from "./server.mjs";

const DATA_DIR = ".data/restore";
const ARCHIVES = { pgbackrest: makePgBackRest, files: makeFiles };
const BEFORE_BACKUP = 160;
const WITHOUT_ANSWER = 5;
const PATIENCE_MS = 120_000;

/** One run from the first tick to the verdict; whatever it is, nothing keeps running. The data stay unless it is PASS. */
export async function run(options) {
  const settings = readSettings(await testEnvironment());
  const [distDir, executablePath] = [await build(settings), await findBrowser()];
  const server = await makeServer(DATA_DIR, ARCHIVES[options.archive]);
  console.log(`Restore: ${server.name}, 8 devices, ${options.ticks} ticks after the backup`);
  const history = makeHistory();
  let verdict = "INDETERMINATE";
  try {
    verdict = await play(options, { settings, distDir, executablePath, server, history });
  } finally {
    history.writeTo(path.join(DATA_DIR, "history.jsonl"));
    await server.stop().catch(() => undefined);
    if (verdict === "PASS") await server.remove();
    else console.log(`The history and what the application said are in ${DATA_DIR}, Postgres is in ${server.home}.`);
  }
  return verdict;
}

async function play(options, { settings, distDir, executablePath, server, history }) {
  const authSecret = randomBytes(33).toString("base64");
  const start = () => startInstance({ settings, distDir, databaseUrl: server.databaseUrl, authSecret, dataDir: DATA_DIR, port: settings.port, proxied: false });
  let application = await start();
  // Two devices of each account.
  const people = (await server.within("milepost", (sql) => addPeople(sql, authSecret))).filter(({ name }) => /\.[01]$/.test(name));
  const devices = await openDevices({ people, origin: settings.appUrl, executablePath, history });

  await tickAll(devices, BEFORE_BACKUP);
  await server.backUp();
  const watching = server.connect("milepost");
  const moments = noteMoments(watching, history);
  const archived = options.ticks - options.late;
  await tickAll(devices, archived / 2);
  const half = await momentBetween(server, history);
  await tickAll(devices, archived / 2);
  await archiveAll(server);
  await tickAll(devices, options.late);
  await moments.stop();
  await watching.end({ timeout: 1 });

  // Nobody looks at the third tab again: it stays open and tries by itself to send what it has.
  const [offline, , alone] = devices;
  await offline.goOffline();
  await offline.tick(WITHOUT_ANSWER);
  await server.lose();
  for (const device of devices.filter((one) => one !== offline)) await device.tick(WITHOUT_ANSWER);
  // Every second tab is closed, and opened when all is well again.
  const closed = devices.filter((_, index) => index % 2 === 1);
  await sleep(1_000);
  for (const device of closed) await device.close();
  await application.stop();

  const tables = () => server.within("milepost", readTables);
  const sent = () => operationsOf(devices.map((device) => [...device.sent.values()]));
  const atHalf = await server.restore(half.moment);
  const kept = [sayRestored("Back to a moment", atHalf, checkRestored({ history: history.events, sent: sent(), tables: await tables(), until: half.at, notAfter: half.at }))];
  await server.stop();

  const last = await server.lastArchived();
  const atEnd = await server.restore();
  const restored = checkRestored({ history: history.events, sent: sent(), tables: await tables(), until: moments.lastIn(last) });
  kept.push(sayRestored(`After the loss, to the last archived segment (${last})`, atEnd, restored));

  if (!options.sameEpoch) await writeEpoch(server);
  application = await start();
  const took = await heardAll(devices, { closed, offline, alone, server });
  const held = (await Promise.all(devices.map((device) => device.held()))).flat();
  const taps = devices.reduce((sum, device) => sum + device.taps(), 0);
  console.log("Every device was heard");
  say("time until each had nothing to send", took === null ? `not within ${seconds(PATIENCE_MS)}` : seconds(took));
  kept.push(sayRules(checkSynced({ history: history.events, sent: operationsOf([sent(), held]), tables: await tables(), held, taps })));
  await application.stop();

  if (kept.includes(false) || took === null) return "FAIL";
  if (restored.missing > 0 && !options.sameEpoch) return "PASS";
  console.log("  Nothing acknowledged was missing after the restore, or the epoch was left as it was: this shows nothing.");
  return "INDETERMINATE";
}

/** Every device ticks its share, and has it acknowledged. */
async function tickAll(devices, total) {
  await Promise.all(devices.map((device) => device.tick(Math.ceil(total / devices.length))));
  const done = await until(async () => (await waitingOn(devices)) === 0);
  if (!done) throw new Error("The devices were not answered.");
}

async function waitingOn(devices) {
  const held = await Promise.all(devices.map((device) => device.held()));
  const here = devices.reduce((sum, device) => sum + device.taps(), 0);
  return here - held.flat().filter(({ recordedIn }) => recordedIn !== undefined).length;
}

/** A moment at which nothing is under way, as Postgres and as the history say it. */
async function momentBetween(server, history) {
  await sleep(500);
  const moment = await server.within("postgres", async (sql) => (await sql`select clock_timestamp()::text as moment`)[0].moment);
  const at = history.now();
  await sleep(500);
  return { moment, at };
}

/** As if a minute had passed: the segment that is written to is archived. */
async function archiveAll(server) {
  const segment = await server.within("postgres", async (sql) => (await sql`select pg_walfile_name(pg_switch_wal()) as segment`)[0].segment);
  if (!(await until(async () => (await server.lastArchived()) >= segment))) throw new Error(`${segment} was not archived.`);
}

async function writeEpoch(server) {
  const { code, text } = await runNode(["scripts/run.mjs", "restore", "--epoch"], { env: { ...process.env, DATABASE_URL: server.databaseUrl }, quiet: true });
  if (code !== 0) throw new Error(`The epoch was not written: ${text}`);
}

/** Opens what was closed, comes back to what was open, and waits until every operation is recorded under the epoch of the server. Answers after how long. */
async function heardAll(devices, { closed, offline, alone, server }) {
  const epoch = await server.within("milepost", async (sql) => (await sql`select epoch from installation`)[0].epoch);
  const began = performance.now();
  await offline.goOnline();
  for (const device of devices.filter((one) => one !== alone)) await (closed.includes(device) ? device.open() : device.comeBack());
  const heard = await until(async () => (await Promise.all(devices.map((device) => device.held()))).flat().every(({ recordedIn }) => recordedIn === epoch));
  return heard ? performance.now() - began : null;
}

function sayRestored(what, { files, recovery }, { rules, missing }) {
  console.log(what);
  say("time: files, recovery", `${seconds(files)}, ${seconds(recovery)}`);
  const kept = sayRules(rules);
  say("acknowledged, and missing now", missing);
  return kept;
}

const operationsOf = (lists) => [...new Map(lists.flat().map((operation) => [operation.opId, operation])).values()];

async function until(condition) {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(200)) if (await condition()) return true;
  return false;
}
