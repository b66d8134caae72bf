import { findAction } from "../faults/action.mjs";
import { addPeople } from "../faults/people.mjs";
import { alternate } from "./alternate.mjs";
import { makeDevice } from "./calls.mjs";
import { costOf } from "./cost.mjs";
import { makeOperations } from "../load/operations.mjs";
import { startUpserts } from "./upserts.mjs";

const CALLERS = 4;
const CALLS = 250;
const CALL_ROUNDS = 10;
const CLIENTS = 16;
const BATCH = 20;
const LONG_BATCH = 200;
const BATCH_SECONDS = 4;
const BATCH_ROUNDS = 5;

/** What a tick costs beside an action that does nothing, and ticks in batches beside the same rows written without an application. */
export async function measureTicks({ sql, databaseUrl, authSecret, distDir, port, origin, appPid, postgresPid }) {
  const actionId = findAction(distDir, "recordProgress");
  const people = await addPeople(sql, authSecret, { accounts: CLIENTS, devices: 1 });
  const devices = people.map((person) => ({ ...makeDevice({ port, origin, actionId, ...person }), next: makeOperations() }));
  const nobody = Array.from({ length: CALLERS }, () => makeDevice({ port, origin, actionId }));
  const writers = await addPeople(sql, authSecret, { accounts: CLIENTS, devices: 1 });
  const upserts = await startUpserts({ databaseUrl, learners: writers.map(({ owner }) => owner) });
  try {
    const tick = () => times(devices.slice(0, CALLERS), CALLS, (device) => device.record(device.next(1)));
    const empty = () => times(nobody, CALLS, (device) => device.callEmpty());
    await tick();
    await empty();
    const calls = await alternate(CALL_ROUNDS, { tick: () => costOf(tick, appPid), empty: () => costOf(empty, appPid) });

    const inBatches = (batch) => () => during(devices, BATCH_SECONDS, batch, (device) => device.record(device.next(batch)));
    const bare = (batch) => () => upserts.write(BATCH_SECONDS, batch);
    await inBatches(BATCH)();
    await bare(BATCH)();
    const both = [appPid, postgresPid];
    const alone = [upserts.pid, postgresPid];
    const written = await alternate(BATCH_ROUNDS, {
      batches: () => costOf(inBatches(BATCH), ...both),
      longBatches: () => costOf(inBatches(LONG_BATCH), ...both),
      upserts: () => costOf(bare(1), ...alone),
      upsertBatches: () => costOf(bare(BATCH), ...alone),
    });
    return rowsOf(calls, written);
  } finally {
    for (const { close } of [...devices, ...nobody]) close();
    await upserts.stop();
  }
}

function rowsOf(calls, written) {
  return [
    { name: "one tick", unit: "ms", value: calls.of("tick", "ms") },
    { name: "one tick, server", unit: "CPU ms", value: calls.of("tick", "workedMs") },
    { name: "an action that does nothing, server", unit: "CPU ms", value: calls.of("empty", "workedMs") },
    { name: "one tick to an action that does nothing", unit: "times", value: calls.ratio("tick", "empty", "workedMs"), most: 2 },
    { name: "ticks in batches of 20, 16 clients", unit: "a second", value: written.of("batches", "perSecond"), least: 3_000 },
    { name: "ticks in batches of 200, 16 clients", unit: "a second", value: written.of("longBatches", "perSecond") },
    { name: "their states alone, one upsert a tick", unit: "a second", value: written.of("upserts", "perSecond") },
    { name: "the rows of 20 in one statement", unit: "a second", value: written.of("upsertBatches", "perSecond") },
    { name: "a tick of 20, server and Postgres", unit: "CPU ms", value: written.of("batches", "workedMs") },
    { name: "of it the server", unit: "CPU ms", value: written.of("batches", "firstMs") },
    { name: "a tick of 200, server and Postgres", unit: "CPU ms", value: written.of("longBatches", "workedMs") },
    { name: "a bare upsert, writer and Postgres", unit: "CPU ms", value: written.of("upserts", "workedMs") },
    { name: "of it the writer", unit: "CPU ms", value: written.of("upserts", "firstMs") },
    { name: "a tick of 20 in one bare statement, writer and Postgres", unit: "CPU ms", value: written.of("upsertBatches", "workedMs") },
    { name: "a tick of 20 to a bare upsert", unit: "times", value: written.ratio("batches", "upserts", "workedMs"), most: 2 },
    { name: "a tick of 20 to one in a bare statement of 20", unit: "times", value: written.ratio("batches", "upsertBatches", "workedMs") },
  ];
}

async function times(devices, count, work) {
  let left = count;
  await Promise.all(
    devices.map(async (device) => {
      while (left-- > 0) await work(device);
    }),
  );
  return count;
}

async function during(devices, seconds, each, work) {
  const until = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(
    devices.map(async (device) => {
      for (; performance.now() < until; done += each) await work(device);
    }),
  );
  return done;
}
