import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { build } from "../../scripts/build.mjs";
import { openEmbedded } from "../../scripts/database.mjs";
import { withApplication } from "../../scripts/journeys.mjs";
import { readSettings } from "../../scripts/settings.mjs";
import { fill } from "../cohorts/fill.mjs";
import { signInPeople } from "../cohorts/people.mjs";
import { findAction } from "../faults/action.mjs";
import { addPeople } from "../faults/people.mjs";
import { makeRequests } from "./requests.mjs";

/** The most an answer may take to count, in ms: whoever waits longer has gone. */
const IN_TIME = 2_000;
const LEARNERS = 1_000;

/** Three times the load that saturates the application, and what comes after it. Answers whether it bears that as promised. */
export async function run() {
  const settings = readSettings();
  const distDir = await build(settings);
  const kept = await withApplication({ settings, env: process.env, distDir }, async (_, { DATABASE_URL: databaseUrl }) => {
    await fill(databaseUrl, { learners: LEARNERS, seed: 1 });
    const sql = postgres(databaseUrl, { max: 1, onnotice() {} });
    const people = await signInPeople(sql, settings.authSecret);
    const learners = await addPeople(sql, settings.authSecret, { accounts: 16, devices: 1 });
    await sql.end();
    const requests = makeRequests({ port: settings.port, origin: `http://127.0.0.1:${settings.port}`, actionId: findAction(distDir, "recordProgress"), people, learners });
    try {
      return await overload(requests);
    } finally {
      requests.close();
    }
  });
  await openEmbedded({ dataDir: settings.dataDir, fresh: true });
  return kept === true;
}

async function overload(requests) {
  await closedLoop(requests, { clients: 4, seconds: 5 });
  const peaks = [];
  for (const clients of [4, 8, 16, 32]) peaks.push({ clients, ...summary(await closedLoop(requests, { clients, seconds: 8 }), 8) });
  const peak = Math.max(...peaks.map(({ good }) => good));
  for (const { clients, ...figures } of peaks) say(`${clients} at once, as fast as they are answered`, figures);

  const calm = summary(await openLoop(requests, { perSecond: peak * 0.3, seconds: 8 }), 8);
  say("0.3 of the peak", calm);
  const watching = watchHealth(requests);
  const storm = summary(await openLoop(requests, { perSecond: peak * 3, seconds: 15 }), 15);
  say("3 times the peak", storm);
  const health = await watching.end();
  console.log(`Health while it lasted: ${health.map(({ path, asked, failed, slowest }) => `${path} asked ${asked} times, ${failed} not well, slowest ${slowest.toFixed(0)} ms`).join("; ")}.`);
  const recovered = await timeToRecover(requests, { perSecond: peak * 0.3, asGoodAs: Math.max(calm.p95 * 1.5, 50) });
  console.log(recovered === null ? "Not back to normal within 10 s." : `Back to normal within ${recovered} s.`);

  const promises = {
    [`answers in time at three times the load: ${Math.round((storm.good / peak) * 100)} % of the peak, at least 70`]: storm.good >= 0.7 * peak,
    [`whoever is refused hears it within a second (95 in 100 after ${storm.refusedP95.toFixed(0)} ms), with Retry-After`]: storm.refusedP95 <= 1_200 && storm.withoutRetry === 0,
    "ticks are answered before all else": storm.ofTicks >= storm.ofReports,
    "health answers throughout": health.every(({ failed }) => failed === 0),
    "back to normal within 10 s": recovered !== null,
  };
  for (const [what, held] of Object.entries(promises)) console.log(`${held ? "kept" : "BROKEN"}  ${what}`);
  return Object.values(promises).every(Boolean);
}

/** So many clients, each asking again as soon as it was answered. */
async function closedLoop(requests, { clients, seconds }) {
  const until = performance.now() + seconds * 1000;
  const answers = [];
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) answers.push(await requests.next());
    }),
  );
  return answers;
}

/** So many requests a second, whether or not anything is answered. */
async function openLoop(requests, { perSecond, seconds }) {
  const began = performance.now();
  const sent = [];
  while (performance.now() - began < seconds * 1000) {
    const due = ((performance.now() - began) / 1000) * perSecond;
    while (sent.length < due) sent.push(requests.next());
    await sleep(5);
  }
  return Promise.all(sent);
}

function watchHealth(requests) {
  const paths = ["/livez", "/readyz"];
  const answers = { "/livez": [], "/readyz": [] };
  let on = true;
  const watching = paths.map(async (path) => {
    while (on) {
      answers[path].push(await requests.ask(path));
      await sleep(250);
    }
  });
  return {
    async end() {
      on = false;
      await Promise.all(watching);
      return paths.map((path) => ({ path, asked: answers[path].length, failed: answers[path].filter(({ status }) => status !== 200).length, slowest: Math.max(...answers[path].map(({ ms }) => ms)) }));
    },
  };
}

/** Seconds until the answers of a whole second are as good as before; null after ten. */
async function timeToRecover(requests, { perSecond, asGoodAs }) {
  for (let second = 1; second <= 10; second++) {
    const { p95, refused, failed } = summary(await openLoop(requests, { perSecond, seconds: 1 }), 1);
    if (p95 <= asGoodAs && refused + failed === 0) return second;
  }
  return null;
}

function summary(answers, seconds) {
  const good = answers.filter(({ status, ms }) => status === 200 && ms <= IN_TIME);
  const refused = answers.filter(({ status }) => status === 503);
  const share = (kind) => good.filter((answer) => answer.kind === kind).length / Math.max(1, answers.filter((answer) => answer.kind === kind).length);
  return {
    asked: answers.length / seconds,
    good: good.length / seconds,
    refused: refused.length / seconds,
    late: answers.filter(({ status, ms }) => status === 200 && ms > IN_TIME).length / seconds,
    failed: answers.filter(({ status }) => status !== 200 && status !== 503).length / seconds,
    median: quantile(good, 0.5),
    p95: quantile(good, 0.95),
    refusedP95: quantile(refused, 0.95),
    withoutRetry: refused.filter(({ retry }) => !retry).length,
    ofTicks: share("tick"),
    ofReports: share("csv"),
  };
}

function quantile(answers, q) {
  const sorted = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
}

function say(name, { asked, good, refused, late, failed, median, p95, ofTicks, ofReports }) {
  const per = (count) => count.toFixed(1);
  console.log(
    `${name}: asked ${per(asked)} a second, ${per(good)} in time (median ${median.toFixed(0)} ms, 95 in 100 within ${p95.toFixed(0)}), ${per(refused)} refused, ${per(late)} late, ${per(failed)} failed; of ticks ${Math.round(ofTicks * 100)} %, of reports ${Math.round(ofReports * 100)} % in time`,
  );
}
