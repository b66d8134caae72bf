import { startBare } from "../bare/start.mjs";
import { signInPeople } from "../cohorts/people.mjs";
import { makeClient } from "../http-client.mjs";
import { alternate } from "./alternate.mjs";
import { costOf } from "./cost.mjs";

const ROUNDS = 5;
const CALLS = 60;

const ANSWERS = [
  { name: "GET /api/progress", path: "/api/progress", as: "learner" },
  { name: "GET /api/progress, as it was", path: "/api/progress", as: "learner", again: true },
  { name: "/home", path: "/home", as: "learner" },
  { name: "/sign-in", path: "/sign-in", as: "nobody" },
  { name: "grid, 50 of 300 learners", path: "/teach/cohorts/bench-1/grid", as: "teacher" },
  { name: "grid.csv, 1,000 learners", path: "/teach/cohorts/bench-of-1000/grid.csv", as: "office" },
  { name: "Today, three cohorts of 300", path: "/teach", as: "teacher" },
  { name: "search of listings", path: "/jobs?q=node", as: "nobody" },
  { name: "a listing", path: findListing, as: "nobody" },
];

/** What an answer takes the server, one call after the other, beside the same bytes from a bare node:http. */
export async function measureAnswers({ sql, authSecret, port, appPid }) {
  const { cookies } = await signInPeople(sql, authSecret);
  const bare = await startBare();
  const rows = [];
  try {
    for (const answer of ANSWERS) rows.push(...(await measureAnswer({ answer, client: makeClient(port, cookies[answer.as]), bare, appPid })));
  } finally {
    await bare.stop();
  }
  return rows;
}

async function measureAnswer({ answer: { name, path, again }, client, bare, appPid }) {
  const address = typeof path === "function" ? await path(client) : path;
  const expected = again ? 304 : 200;
  const first = await client.call(address);
  const headers = again ? { "If-None-Match": first.headers.etag } : {};
  await bare.keep(first.body);
  const ask = async () => {
    const { status } = await client.call(address, { headers });
    if (status !== expected) throw new Error(`${address} answered ${status}.`);
  };
  const ours = () => repeat(ask);
  const plain = () => repeat(bare.ask);
  await ours();
  await plain();
  const measured = await alternate(ROUNDS, { ours: () => costOf(ours, appPid), plain: () => costOf(plain, bare.pid) });
  client.close();
  return [
    { name: `${name}, one after the other`, unit: "ms", value: measured.of("ours", "ms") },
    { name: `${name}, server`, unit: "CPU ms", value: measured.of("ours", "workedMs") },
    { name: `${name}, to a bare node:http`, unit: "times the ms", value: measured.ratio("ours", "plain", "ms") },
  ];
}

async function repeat(ask) {
  for (let call = 0; call < CALLS; call += 1) await ask();
  return CALLS;
}

/** The first listing of the list. */
async function findListing(client) {
  const { body } = await client.call("/jobs", { headers: { "Accept-Encoding": "identity" } });
  const [path] = /\/jobs\/[\w-]*\d[\w-]*/.exec(body.toString()) ?? [];
  if (!path) throw new Error("No listing was found at /jobs.");
  return path;
}
