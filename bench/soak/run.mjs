import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { build } from "../../scripts/build.mjs";
import { openEmbedded } from "../../scripts/database.mjs";
import { withApplication } from "../../scripts/journeys.mjs";
import { readSettings } from "../../scripts/settings.mjs";
import { fill } from "../cohorts/fill.mjs";
import { signInPeople } from "../cohorts/people.mjs";
import { findAction } from "../faults/action.mjs";
import { addPeople } from "../faults/people.mjs";
import { serverOf } from "../faults/processes.mjs";
import { makeRequests } from "../load/requests.mjs";
import { growthOf, judge, LIMITS } from "./growth.mjs";
import { makeWatch } from "./watch.mjs";

const LEARNERS = 1_000;
const PART_OF_PEAK = 1 / 3;
/** Next remembers so many addresses of this length that do not exist: 8 MB as it counts, 128 bytes and the address each. */
const REMEMBERED = 57_000;
/** V8 goes on compiling what is used often: after 40,000 requests most of it is. */
const WARM_UP_SECONDS = 600;
/** A connection of the server to Postgres lives for 30 to 60 minutes: what its end and the next beginning take is compiled before the hour too. */
const REPLACED_EVERY_MS = 20_000;
const PEAK_SECONDS = 15;
const CLOSED_AFTER_MS = 200;

/** A third of the load that a server can answer, for as long as was asked: does the server grow? */
export async function run({ minutes, leak, uncompiled, json }) {
  if (process.platform !== "linux") throw new Refusal("What a process holds is read from /proc, which only Linux has.");
  const settings = readSettings();
  const distDir = await build(settings);
  const file = path.join(settings.dataDir, "soak.json");
  fs.rmSync(file, { force: true });
  const env = { ...process.env, NODE_OPTIONS: `--import ${new URL("in-server.mjs", import.meta.url).href}`, SOAK_FILE: file, ...(leak && { SOAK_LEAK: "1" }), ...(uncompiled && { SOAK_UNCOMPILED: "1" }) };
  const seen = await withApplication({ settings, env, distDir }, async (_, { DATABASE_URL: databaseUrl }, application) => {
    const requests = await prepare({ databaseUrl, settings, distDir });
    const serverPid = serverOf(application.pid);
    if (!serverPid) throw new Refusal("The server of the application was not found among its processes.");
    try {
      return await soak({ requests, minutes, watch: makeWatch(serverPid, file), replaceConnections: makeReplacer(databaseUrl) });
    } finally {
      requests.close();
    }
  });
  await openEmbedded({ dataDir: settings.dataDir, fresh: true });
  if (!seen) return "INDETERMINATE";

  const verdict = say(seen);
  if (json) fs.writeFileSync(json, `${JSON.stringify({ at: new Date().toISOString(), node: process.version, minutes, leak, uncompiled, ...seen, verdict }, null, 1)}\n`);
  return verdict;
}

async function prepare({ databaseUrl, settings, distDir }) {
  await fill(databaseUrl, { learners: LEARNERS, seed: 1 });
  const sql = postgres(databaseUrl, { max: 1, onnotice() {} });
  const people = await signInPeople(sql, settings.authSecret);
  const learners = await addPeople(sql, settings.authSecret, { accounts: 50, devices: 1 });
  await sql.end();
  return makeRequests({ port: settings.port, origin: `http://127.0.0.1:${settings.port}`, actionId: findAction(distDir, "recordProgress"), people, learners });
}

/** Ends every connection of the server that does nothing at the moment. */
function makeReplacer(databaseUrl) {
  const sql = postgres(databaseUrl, { max: 1, onnotice() {} });
  return {
    replace: () => sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'milepost' and state = 'idle'`,
    end: () => sql.end(),
  };
}

async function soak({ requests, minutes, watch, replaceConnections }) {
  const rest = await watch.look();
  const ask = makeAsker(requests);
  // A short soak, which can prove no line, has a short warm-up.
  const part = Math.min(1, minutes / 60);
  let forgotten = 0;
  await inTurn(() => requests.ask(`/no-such-page-0-${++forgotten}`, { Accept: "text/html" }), 4, () => forgotten < REMEMBERED * part);
  console.log(`${forgotten} addresses that do not exist, then ${WARM_UP_SECONDS * part} s of everything: ${shown(await watch.look())}.`);
  const replacing = setInterval(() => replaceConnections.replace().catch((error) => console.warn(error)), REPLACED_EVERY_MS * part);
  await inTurn(ask, 4, during(WARM_UP_SECONDS * part));
  clearInterval(replacing);
  await replaceConnections.end();
  const peak = (await inTurn(ask, 8, during(PEAK_SECONDS))) / PEAK_SECONDS;
  const perSecond = peak * PART_OF_PEAK;
  console.log(`At rest: ${shown(rest)}. ${peak.toFixed(0)} answers a second at the most, so ${perSecond.toFixed(0)} a second for ${minutes} minutes.`);

  // In a short soak oftener than each minute, so that a line can be drawn.
  const everySeconds = Math.min(60, minutes * 4);
  const samples = [];
  const counts = { asked: 0, failed: 0 };
  let unanswered = 0;
  const began = performance.now();
  let due = 0;
  while (performance.now() - began < minutes * 60_000) {
    const seconds = (performance.now() - began) / 1000;
    for (; due < seconds * perSecond; due += 1) {
      counts.asked += 1;
      unanswered += 1;
      ask().then(({ status }) => {
        unanswered -= 1;
        counts.failed += status === 0 || status >= 500 ? 1 : 0;
      });
    }
    if (seconds >= (samples.length + 1) * everySeconds) {
      // What it is working on, and connections that are kept, are in use as well, and not what grows.
      while (unanswered > 0) await sleep(10);
      requests.close();
      await sleep(CLOSED_AFTER_MS);
      const sample = { minute: seconds / 60, ...(await watch.look()) };
      samples.push(sample);
      console.log(`${sample.minute.toFixed(1).padStart(6)} min: ${shown(sample)}, ${counts.asked} asked, ${counts.failed} refused or not answered`);
      // What fell due while it was looked at is not asked at once.
      due = Math.max(due, ((performance.now() - began) / 1000) * perSecond - perSecond);
    }
    await sleep(10);
  }
  return { rest, peak, perSecond, peakMb: watch.most(), samples, counts };
}

/** The mix, and each fourth time what comes only once: an address, a search, a cookie or a board’s question of which nothing may be kept. */
function makeAsker(requests) {
  let asked = 0;
  const once = [
    (n) => requests.ask(`/no-such-page-${n}`, { Accept: "text/html" }),
    (n) => requests.ask(`/jobs?q=word${n}`, { Accept: "text/html" }),
    (n) => requests.ask("/api/progress", { Cookie: `milepost-session=cookie-${n}` }),
    (n) => requests.ask(`/roadmap?_rsc=${n}`, { RSC: "1" }),
    // Answered at once, as it knows of more than there is.
    (n) => requests.ask(`/api/cohorts/bench-1/changes?since=${new Date().toISOString()}&known=${n}`, { Cookie: requests.cookies.teacher }),
  ];
  return () => {
    const n = ++asked;
    return n % 4 === 0 ? once[(n / 4) % once.length](n) : requests.next();
  };
}

/** So many clients, each of which asks when it was answered, for as long as it goes on. Resolves to how many answers came. */
async function inTurn(ask, clients, goesOn) {
  let answered = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (goesOn()) if ((await ask()).status > 0) answered += 1;
    }),
  );
  return answered;
}

function during(seconds) {
  const until = performance.now() + seconds * 1000;
  return () => performance.now() < until;
}

function say({ rest, peakMb, samples, counts }) {
  console.log(`\nAt rest ${shown(rest)}; at the most ${peakMb.toFixed(0)} MB resident. ${counts.failed} of ${counts.asked} requests were refused or not answered.`);
  const names = { usedMb: "in use after a collection", residentMb: "resident", codeMb: "of what is in use, machine code" };
  for (const [figure, limit] of Object.entries({ ...LIMITS, codeMb: null })) {
    const { slope, doubt, count } = growthOf(samples, figure);
    console.log(`${names[figure]}, the last ${count} looks: ${slope >= 0 ? "+" : ""}${slope.toFixed(1)} MB an hour, give or take ${doubt.toFixed(1)}${limit === null ? "" : `; the limit is ${limit}`}.`);
  }
  return judge(samples);
}

const shown = ({ usedMb, codeMb, residentMb }) => `${usedMb.toFixed(1)} MB in use (of it ${codeMb.toFixed(1)} machine code), ${residentMb.toFixed(0)} resident`;
