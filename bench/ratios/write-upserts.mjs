import postgres from "postgres";
import { STRENGTH } from "../../lib/progress/states.ts";
import { makeOperations } from "../load/operations.mjs";

// The least that recording takes: rows of the log and of the states, for as many learners at once as there are clients.

/** As many as the application has. */
const CONNECTIONS = 10;

process.channel.ref();

let sql;
let batch;
let writers;

process.on("message", async (message) => {
  if (message.databaseUrl) {
    sql = postgres(message.databaseUrl, { max: CONNECTIONS, onnotice() {} });
    batch = message.batch;
    writers = message.learners.map((learner) => ({ learner, next: makeOperations() }));
    process.send({});
  } else {
    process.send({ written: await write(message.seconds) });
  }
});

async function write(seconds) {
  const until = performance.now() + seconds * 1000;
  let written = 0;
  await Promise.all(
    writers.map(async (writer) => {
      for (; performance.now() < until; written += batch) await upsert(writer);
    }),
  );
  return written;
}

function upsert({ learner, next }) {
  const operations = next(batch);
  const log = operations.map(({ opId, itemId, state, clock, at }) => ({ user_id: learner, op_id: opId, item_id: itemId, state, clock, at }));
  const states = operations.map(({ opId, itemId, state, clock }) => ({ user_id: learner, item_id: itemId, state, strength: STRENGTH[state], clock, op_id: opId }));
  return sql`
    with log as (insert into progress_operations ${sql(log)} on conflict (user_id, op_id) do nothing)
    insert into item_progress ${sql(states)} on conflict (user_id, item_id) do update
    set state = excluded.state, strength = excluded.strength, clock = excluded.clock, op_id = excluded.op_id, changed_at = excluded.changed_at
    where (excluded.clock, excluded.strength, excluded.op_id) > (item_progress.clock, item_progress.strength, item_progress.op_id)`;
}
