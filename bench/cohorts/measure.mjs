import { startBare } from "../bare/start.mjs";
import { makeClient } from "../http-client.mjs";
import { growthDuring } from "../memory.mjs";
import { spread } from "../spread.mjs";
import { PAGES } from "./pages.mjs";
import { countStatements, logStatements } from "./statements.mjs";

const IN_USE = 60;
const WARM_UP = 40;
/** Calls one after the other, before it is the turn of the next. */
const BLOCK = 5;
const BLOCKS = 8;
const FILES = 3;

/**
 * Every page of every installation that has the people for it, by turns, so that what else the machine does meets all sizes alike: times, sizes,
 * and beside them the same bytes from a bare node:http. Rows by the number of learners.
 */
export async function measure(installations, { quick }) {
  const blocks = quick ? 2 : BLOCKS;
  const callers = new Map(installations.map((of) => [of.learners, callersOf(of)]));
  const askers = PAGES.map((page) => ({
    page,
    asked: installations.filter(({ learners }) => learners >= (page.from ?? 0)).map((of) => ({ of, ask: asker(page, of, callers.get(of.learners)) })),
  }));
  const bare = await startBare();
  // A server that has been in use for a while: its code is compiled for what it does. From the 100th to the 900th call Today still fell by a tenth.
  for (let round = 0; round < IN_USE; round += 1) for (const { asked } of askers) for (const { ask } of asked) await ask();
  const rows = new Map(installations.map(({ learners }) => [learners, []]));
  for (const { page, asked } of askers) {
    const measured = await measurePage({ page, asked, bare, blocks });
    for (const [index, { of }] of asked.entries()) rows.get(of.learners).push(measured[index]);
  }
  // Last: to write down every statement takes time.
  for (const of of installations) await addStatements(of, rows.get(of.learners), callers.get(of.learners));
  for (const clients of callers.values()) for (const { close } of Object.values(clients)) close();
  await bare.stop();
  return { calls: blocks * BLOCK, rows };
}

const callersOf = ({ port, people }) => Object.fromEntries(Object.entries(people.cookies).map(([who, cookie]) => [who, makeClient(port, cookie)]));

function asker({ path, as }, { people, host }, clients) {
  const address = typeof path === "function" ? path(people) : path;
  return () => clients[as].call(address, { headers: { Host: host } });
}

async function measurePage({ page, asked, bare, blocks }) {
  const firsts = [];
  for (const { ask } of asked) firsts.push(await ask());
  if (firsts.some(({ status }) => status !== 200)) return firsts.map(({ status }) => ({ ...page, status }));

  const kinds = asked.flatMap(({ of, ask }) => [ask, () => bare.ask(`/${of.learners}`)]);
  for (const [index, { of }] of asked.entries()) await bare.keep(firsts[index].body, `/${of.learners}`);
  for (const kind of kinds) for (let run = 0; run < WARM_UP; run += 1) await kind();
  const answers = kinds.map(() => []);
  for (let block = 0; block < blocks; block += 1) {
    const turns = kinds.map((kind, index) => async () => answers[index].push(await repeat(kind)));
    for (const turn of block % 2 ? turns.toReversed() : turns) await turn();
  }
  const smallest = asked.findIndex(({ of }) => of.learners === 1_000);
  const rows = asked.map(({ of }, index) => ({
    ...page,
    ...figures(answers[2 * index].flat()),
    // What may grow has its limit with 1,000 learners, and so many times that with more.
    limitMs: page.grows && of.learners > 1_000 ? page.ms * page.grows : page.ms,
    bare: spread(answers[2 * index + 1].flat().map(({ ms }) => ms)),
    ...(smallest >= 0 && smallest !== index && { times: spread(answers[2 * index].map((block, turn) => medianOf(block) / medianOf(answers[2 * smallest][turn]))) }),
  }));
  if (page.file) for (const [index, { of, ask }] of asked.entries()) rows[index].grownMb = await growthOf(of.serverPid, ask);
  return rows;
}

function figures(calls) {
  const last = calls.at(-1);
  return {
    status: 200,
    ms: spread(calls.map(({ ms }) => ms)),
    first: spread(calls.map(({ first }) => first)),
    bytes: last.body.length,
    gzip: last.headers["content-encoding"] === "gzip",
  };
}

const medianOf = (block) => spread(block.map(({ ms }) => ms)).median;

async function repeat(ask) {
  const answers = [];
  for (let call = 0; call < BLOCK; call += 1) answers.push(await ask());
  return answers;
}

/** The most of three calls. */
async function growthOf(serverPid, ask) {
  const grown = [];
  for (let run = 0; run < FILES; run += 1) grown.push(await growthDuring(serverPid, ask));
  return Math.max(...grown);
}

async function addStatements(of, rows, clients) {
  const log = await logStatements(of.sql, of.dataDir);
  for (const row of rows.filter(({ status, floor }) => status === 200 && !floor)) row.sql = await countStatements(log, asker(row, of, clients));
}
