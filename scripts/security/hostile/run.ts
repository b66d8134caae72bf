import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { pick, seeded } from "@/bench/faults/random.mjs";
import { cookiesOf, fill, makePerson, makeWorld } from "@/e2e/access-world";
import { PAGES, RULES, type Asker } from "@/lib/access/matrix";
import { formOf } from "./bodies";
import { readBuilt } from "./built";
import { ASKERS, makeCase, type Case } from "./cases";
import { changed, fingerprint } from "./fingerprint";
import { judge } from "./judge";
import { observe, p95 } from "./observe";
import { refusalOf } from "./refusals";
import { makeSender, type Reply } from "./send";
import { CANARY } from "./values";

// Sends the running application what nobody should send, and says whether it wrote, broke, slowed down or told anything.

const CLIENTS = 4;
const BETWEEN_LOOKS = 200;
const ORDINARY_MS = 6_000;

const { values } = parseArgs({
  options: { seed: { type: "string", default: String(randomInt(1_000_000)) }, cases: { type: "string", default: "600" }, only: { type: "string" }, pid: { type: "string" }, log: { type: "string" } },
});
const { seed } = values;
const origin = process.env.BASE_URL ?? "";
const built = readBuilt(process.env.NEXT_DIST_DIR ?? ".next");

const world = await makeWorld("canary-of-a-learner");
const cookies = await cookiesOf({ nobody: null, outsider: await makePerson("Nobody In Particular"), admin: await makePerson("Asha Admin", { admin: true }), learner: world.learner, classmate: world.classmate, instructor: world.instructor });
const { send, end } = makeSender(origin, cookies, CLIENTS);
const caseOf = (number: number) => makeCase(seed, number, { world, built, origin });

if (values.only) {
  for (const number of values.only.split(",").map(Number)) {
    const one = caseOf(number);
    console.log(sayCase(one));
    console.log({ ...one, body: one.body?.subarray(0, 2_000).toString("utf8") }, short(await send(one)));
  }
  process.exit(0);
}

const faults: string[] = [];
const observer = observe(origin, cookies.learner ?? "");
console.log(`Hostile requests: seed ${seed}, ${values.cases} cases, ${built.actions.length} actions, ${built.addresses.length} addresses`);

const stopped = await ordinary(ORDINARY_MS / 3);
await observer.times();
// By turns: a machine is faster in one minute than in the next.
const turn = Math.max(1_000, (ORDINARY_MS * BETWEEN_LOOKS) / Number(values.cases));
const [before, during]: [number[], number[]] = [[], []];
let [asked, took] = [0, 0];

const broken: { one: Case; reply: Reply }[] = [];
const refusals = new Map<string, number>();
const tally = new Map<string, Map<string, number>>();
let seen = await fingerprint();
for (let first = 0; first < Number(values.cases); first += BETWEEN_LOOKS) {
  const last = Math.min(first + BETWEEN_LOOKS, Number(values.cases));
  asked += await ordinary(turn);
  before.push(...timesOf(await observer.times()));
  const began = performance.now();
  await atOnce(Array.from({ length: last - first }, (_, index) => first + index), async (number) => {
    const one = caseOf(number);
    const reply = await send(one);
    count(one, reply);
    if (reply.status >= 500) broken.push({ one, reply });
    else if (judge(one, reply)) blame(one, reply, judge(one, reply));
  });
  took += (performance.now() - began) / 1_000;
  during.push(...timesOf(await observer.times()));
  const now = await fingerprint();
  const written = changed(seen, now);
  if (written.length > 0) faults.push(`cases ${first} to ${last - 1} wrote to ${written.join(", ")}${await findWriters(first, last)}`);
  seen = written.length > 0 ? await fingerprint() : now;
}
for (const { one, reply } of broken) {
  const refused = values.log ? await refusalOf(one, reply, values.log, send) : null;
  if (refused === null) blame(one, reply, `status ${reply.status}`);
  else refusals.set(refused, (refusals.get(refused) ?? 0) + 1);
}

await send({ ...caseOf(0), raw: undefined, as: "learner", ...hoursOf(built) });
if (changed(seen, await fingerprint()).length === 0) faults.push("a change of the hours of a plan was not seen: nothing can be said of writes");
if (values.pid && !isAlive(Number(values.pid))) faults.push("the process of the server is another one");
const ready = await fetch(`${origin}/readyz`);
if (!ready.ok) faults.push(`the server is not ready: ${ready.status}`);
const log = values.log ? readFileSync(values.log, "utf8") : "";
if (log.includes(CANARY)) faults.push(`the log repeats what was sent: ${log.split("\n").find((line) => line.includes(CANARY))?.slice(0, 300) ?? ""}`);
if (p95(during) > 2 * p95(before)) faults.push("whoever behaves waits more than twice as long");

report();
await observer.end();
end();
process.exit(faults.length > 0 ? 1 : 0);

/** As many requests at once as the hostile ones are, but such as people make. Answers how many were made. */
async function ordinary(ms: number): Promise<number> {
  const random = seeded(seed, "ordinary");
  const people = ASKERS.map((as) => ({ as, pages: Object.entries(PAGES).filter(([, rule]) => (RULES[rule] as readonly Asker[]).includes(as)).map(([address]) => address) }));
  const until = performance.now() + ms;
  let made = 0;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (performance.now() < until) {
        const { as, pages } = pick(random, people);
        await send({ number: -1, says: "", as, method: "GET", path: fill(pick(random, pages), world), headers: random() < 0.5 ? { RSC: "1" } : {} });
        made += 1;
      }
    }),
  );
  return made;
}

async function atOnce(numbers: number[], work: (number: number) => Promise<void>): Promise<void> {
  const waiting = numbers.values();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (const number of waiting) await work(number);
    }),
  );
}

/** Sends them again, one by one: what wrote once mostly writes again. */
async function findWriters(first: number, last: number): Promise<string> {
  let found = "";
  for (let number = first, then = await fingerprint(); number < last; number += 1) {
    await send(caseOf(number));
    const now = await fingerprint();
    if (changed(then, now).length > 0) found += `; again ${sayCase(caseOf(number))}`;
    then = now;
  }
  return found;
}

function timesOf(answer: number[] | Error): number[] {
  if (!(answer instanceof Error)) return answer;
  faults.push(`whoever behaves was not answered: ${answer.message}`);
  return [];
}

function hoursOf({ actions }: typeof built): Partial<Case> & Pick<Case, "method" | "path" | "headers"> {
  const { id = "", page = "/" } = actions.find(({ name }) => name === "setHours") ?? {};
  return { method: "POST", path: page, headers: { "Next-Action": id, Origin: origin, Accept: "text/x-component" }, ...formOf([["_1_hoursPerWeek", "9"], ["0", '[null,"$K1"]']]) };
}

function blame(one: Case, reply: Reply, wrong: string | null): void {
  faults.push(`${wrong ?? ""}: ${sayCase(one)} ${JSON.stringify(reply.text.slice(0, 200))}`);
}

function count({ says }: Case, { status, error }: Reply): void {
  const counts = tally.get(says) ?? new Map<string, number>();
  const kind = status === 0 ? (error ?? "closed") : String(status);
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
  tally.set(says, counts);
}

function report(): void {
  for (const [says, counts] of tally) console.log(`  ${says.padEnd(48)}${[...counts].sort().map(([status, times]) => `${status}: ${times}`).join(", ")}`);
  console.log(`  ${Math.round(Number(values.cases) / took)} a second, in ${took.toFixed(1)} s; between them ${asked} ordinary ones (${stopped} to warm up)`);
  console.log(`  p95 of somebody who behaves: ${p95(before).toFixed(1)} ms beside ordinary requests (${before.length}), ${p95(during).toFixed(1)} ms beside these (${during.length})`);
  console.log(`  500 of the framework itself, before any code of Milepost: ${[...refusals].sort(([, one], [, other]) => other - one).map(([says, times]) => `${says} (${times})`).join("; ")}`);
  for (const fault of faults.slice(0, 40)) console.log(`FAULT  ${fault}`);
  console.log(`${faults.length} faults; once more: --seed ${seed} --cases ${values.cases}, one of them with --only NUMBER`);
}

function sayCase({ number, says, as, method, path, headers }: Case): string {
  const name = built.actions.find(({ id }) => id === headers["Next-Action"])?.name;
  return `case ${number}, ${says}, ${name ?? ""} as ${as}, ${method} ${path.slice(0, 200)}`;
}

function short({ text, ...reply }: Reply) {
  return { ...reply, text: text.slice(0, 1_000) };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
