import { readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Case } from "./cases";
import type { Reply } from "./send";

type Entry = { error?: { message: string; digest?: string; stack: string } };

/** A line of a stack that is in what Milepost was built into, and not in a package. */
const OWN_FRAME = /\bserver\/chunks\//;

/**
 * Next answers arguments that React cannot read, and bodies that are no form, with 500 before any action is called. That is its own
 * refusal: the log has no line of Milepost's under it. Answers what was said, or null where Milepost is to blame, or nothing is known.
 */
export async function refusalOf(one: Case, reply: Reply, log: string, again: (one: Case) => Promise<Reply>): Promise<string | null> {
  if (reply.status !== 500 || one.method !== "POST") return null;
  const digest = /"digest":"(\d+)"/.exec(reply.text)?.[1];
  const entries = digest ? entriesOf(readFileSync(log, "utf8")).filter(({ error }) => error?.digest === digest) : await entriesOfAnother(one, log, again);
  const [first] = entries;
  if (!first?.error || entries.some(({ error }) => error && OWN_FRAME.test(error.stack))) return null;
  return first.error.message.split("\n", 1)[0]?.slice(0, 90) ?? "";
}

function entriesOf(said: string): Entry[] {
  return said.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as Entry).filter(({ error }) => error);
}

/** An answer without a number is asked for once more, alone: what the log says then is about it. */
async function entriesOfAnother(one: Case, log: string, again: (one: Case) => Promise<Reply>): Promise<Entry[]> {
  const { size } = statSync(log);
  await again(one);
  await sleep(100);
  return entriesOf(readFileSync(log).subarray(size).toString("utf8"));
}
