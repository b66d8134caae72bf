import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { interruptReceivers } from "./sabotage.mjs";

const CALM_MS = 10_000;
const AFTERWARDS_MS = 10_000;
const FROZEN_MS = 5_000;

/** What happens to the leader, one after the other, each with the time from it until ten seconds after all is well again. */
export async function strike({ cluster, history, asynchronous }) {
  await sleep(CALM_MS);
  const first = await cluster.findLeader();
  const resume = asynchronous ? await interruptReceivers(cluster, first) : () => undefined;
  const kill = ["the leader is killed", () => killLeader({ cluster, history, leader: first, resume })];
  const others = [
    ["the killed one comes back", () => bringBack({ cluster, node: first })],
    ["planned switchover", () => switchOver({ cluster, history })],
    ["the leader is frozen", () => freezeLeader({ cluster, history })],
  ];

  const strikes = [];
  for (const [name, work] of asynchronous ? [kill] : [kill, ...others]) {
    console.log(`${name} …`);
    const from = history.now();
    const outcome = await work().catch(sayWhy);
    await sleep(AFTERWARDS_MS);
    strikes.push({ name, from, to: history.now(), ...outcome });
    if (outcome.broken) break;
  }
  return strikes;
}

async function killLeader({ cluster, history, leader, resume }) {
  leader.kill();
  history.note("kill", { target: leader.name });
  resume();
  await cluster.nextLeader(leader);
  return {};
}

async function bringBack({ cluster, node }) {
  await node.start();
  await cluster.whole();
  await cluster.follows(node);
  return {};
}

async function switchOver({ cluster, history }) {
  const leader = await cluster.findLeader();
  const { status, text } = await leader.ask("switchover", { method: "POST", body: { leader: leader.name }, patience: 60_000 });
  history.note("switchover", { status, text });
  if (status !== 200) return { broken: text };
  await cluster.nextLeader(leader);
  await cluster.whole();
  await cluster.follows(leader);
  return {};
}

async function freezeLeader({ cluster, history }) {
  const leader = await cluster.findLeader();
  leader.freeze();
  history.note("freeze", { target: leader.name });
  await cluster.nextLeader(leader);
  await sleep(FROZEN_MS);
  leader.thaw();
  history.note("thaw", { target: leader.name });
  await cluster.whole();
  await cluster.follows(leader);
  return {};
}

function sayWhy(error) {
  if (error instanceof Refusal) return { broken: error.message };
  throw error;
}
