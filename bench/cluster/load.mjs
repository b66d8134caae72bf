import { setTimeout as sleep } from "node:timers/promises";
import { roadmap } from "../../lib/roadmap/catalog.ts";
import { runClient } from "../faults/client.mjs";
import { makePlan } from "../faults/generator.mjs";
import { seeded } from "../faults/random.mjs";

const WRITERS = 8;
const ITEMS = 50;
const PAUSE_MS = 250;
/** As many as last for longer than every wait of a run may take. */
const OPERATIONS = 480_000;
const LAST_PATIENCE_MS = 60_000;

/** Eight devices that write without an end until `stop`, and send again what was not answered. */
export function startLoad({ seed, people, call, history }) {
  const items = roadmap.steps.flatMap((step) => step.items).slice(0, ITEMS).map(({ slug }) => slug);
  const plan = makePlan({ seed, total: OPERATIONS, items, from: Date.now() });
  const writers = people
    .map((person, index) => ({ ...person, batches: plan[index].batches }))
    .filter((_, index) => index % (people.length / WRITERS) === 0);
  let stoppedAt = Infinity;

  async function write(writer) {
    let done = false;
    const begun = history.now();
    async function whenDue(index) {
      while (history.now() - begun < index * PAUSE_MS && stoppedAt === Infinity) await sleep(10);
      done = stoppedAt < Infinity;
    }
    // What was begun is brought to its end.
    const isOver = () => done || history.now() > stoppedAt + LAST_PATIENCE_MS;
    await runClient({ ...writer, call, history, random: seeded(seed, writer.name), whenDue, isOver });
  }

  const ended = Promise.all(writers.map(write));
  return {
    async stop() {
      stoppedAt = history.now();
      await ended;
      return sentOf(writers, history);
    },
  };
}

/** The operations that were part of a call. */
function sentOf(writers, history) {
  const invoked = new Set(history.events.filter(({ type }) => type === "invoke").flatMap(({ operations }) => operations));
  const sent = writers.flatMap(({ owner, batches }) => batches.flatMap(({ operations }) => operations.map((o) => [o.opId, { ...o, owner }])));
  return [...new Map(sent).values()].filter(({ opId }) => invoked.has(opId));
}
