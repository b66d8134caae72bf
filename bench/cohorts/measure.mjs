import { startBare } from "../bare/start.mjs";
import { makeClient } from "../http-client.mjs";
import { growthDuring } from "../memory.mjs";
import { spread } from "../spread.mjs";
import { PAGES } from "./pages.mjs";
import { countStatements, logStatements } from "./statements.mjs";

const IN_USE = 60;
const WARM_UP = 40;

/** Every page that this installation has the people for: times, sizes, and beside them the same bytes from a bare node:http. */
export async function measure({ learners, runs, people, port, serverPid, sql, dataDir }) {
  const pages = PAGES.filter(({ from = 0 }) => learners >= from).map(({ path, ...page }) => ({ ...page, path: typeof path === "function" ? path(people) : path }));
  const clients = Object.fromEntries(Object.entries(people.cookies).map(([who, cookie]) => [who, makeClient(port, cookie)]));
  const bare = await startBare();
  const asker = ({ as, path }) => () => clients[as].call(path);
  // A server that has been in use for a while: its code is compiled for what it does. From the 100th to the 900th call Today still fell by a tenth.
  for (let round = 0; round < IN_USE; round += 1) for (const page of pages) await asker(page)();
  const rows = [];
  for (const page of pages) {
    const ask = asker(page);
    const { status } = await ask();
    rows.push({ ...page, status, ...(status === 200 && (await measurePage({ ask, bare, runs, serverPid, page, learners }))) });
  }
  // Last: to write down every statement takes time.
  const log = await logStatements(sql, dataDir);
  for (const row of rows.filter(({ status, floor }) => status === 200 && !floor)) row.sql = await countStatements(log, asker(row));
  for (const { close } of Object.values(clients)) close();
  await bare.stop();
  return rows;
}

async function measurePage({ ask, bare, runs, serverPid, page, learners }) {
  for (let run = 0; run < WARM_UP; run += 1) await ask();
  const answers = [];
  for (let run = 0; run < runs; run += 1) answers.push(await ask());
  const last = answers.at(-1);
  return {
    ms: spread(answers.map(({ ms }) => ms)),
    // What may grow has its limit with 1,000 learners, and so many times that with more.
    limitMs: page.grows && learners > 1_000 ? page.ms * page.grows : page.ms,
    first: spread(answers.map(({ first }) => first)),
    bytes: last.body.length,
    gzip: last.headers["content-encoding"] === "gzip",
    bare: await timeBare(bare, last.body, runs),
    ...(page.file && { grownMb: await growthOf(serverPid, ask) }),
  };
}

/** The most of three calls. */
async function growthOf(serverPid, ask) {
  const grown = [];
  for (let run = 0; run < 3; run += 1) grown.push(await growthDuring(serverPid, ask));
  return Math.max(...grown);
}

async function timeBare(bare, body, runs) {
  await bare.keep(body);
  const times = [];
  for (let run = -WARM_UP; run < runs; run += 1) {
    const { ms } = await bare.ask();
    if (run >= 0) times.push(ms);
  }
  return spread(times);
}
