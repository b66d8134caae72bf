import { setTimeout as sleep } from "node:timers/promises";
import { send } from "./node.mjs";

const BEHIND_MS = 2_000;

/** Breaks on purpose what the test is to notice: commits are answered before another machine, or even the disk, has them. */
export async function loseSynchrony(cluster) {
  const leader = await cluster.findLeader();
  const body = { synchronous_mode: false, maximum_lag_on_failover: 1_000_000_000, postgresql: { parameters: { synchronous_commit: "off" } } };
  await leader.ask("config", { method: "PATCH", body });
  await cluster.whole(false);
}

/** Lets the others fall behind the leader, and receive no more of it than they have. */
export async function interruptReceivers(cluster, leader) {
  const receivers = cluster.nodes.filter((node) => node !== leader).map((node) => node.receiver());
  for (const pid of receivers) send(pid, "SIGSTOP");
  await sleep(BEHIND_MS);
  return () => {
    // What lies in the socket would still be read if the signal to end were not there first.
    for (const signal of ["SIGTERM", "SIGCONT"]) for (const pid of receivers) send(pid, signal);
  };
}
