import postgres from "postgres";
import { STRENGTH } from "../../lib/progress/states.ts";
import { makeOperations } from "../load/operations.mjs";

// The least that recording takes, for as many learners at once as there are clients: the state of each tick by a statement of its own, in a table that
// has nothing but its key; or all rows that the application writes for a batch in one statement, where the application has them.

/** As many as the application has. */
const CONNECTIONS = 10;

process.channel.ref();

let sql;
let writers;

process.on("message", async (message) => {
  if (message.databaseUrl) {
    sql = postgres(message.databaseUrl, { max: CONNECTIONS, onnotice() {} });
    await sql`create table bare_states (user_id uuid, item_id text, state text, strength smallint, clock integer, op_id uuid, changed_at timestamptz default now(), primary key (user_id, item_id))`;
    writers = message.learners.map((learner) => ({ learner, next: makeOperations() }));
    process.send({});
  } else {
    process.send({ written: await write(message) });
  }
});

async function write({ seconds, batch }) {
  const until = performance.now() + seconds * 1000;
  let written = 0;
  await Promise.all(
    writers.map(async ({ learner, next }) => {
      for (; performance.now() < until; written += batch) await (batch === 1 ? upsertState(learner, next(1)) : upsertBatch(learner, next(batch)));
    }),
  );
  return written;
}

const stateOf = (learner, { opId, itemId, state, clock }) => ({ user_id: learner, item_id: itemId, state, strength: STRENGTH[state], clock, op_id: opId });

const newerThan = (table) =>
  sql.unsafe(`
    on conflict (user_id, item_id) do update
    set state = excluded.state, strength = excluded.strength, clock = excluded.clock, op_id = excluded.op_id, changed_at = excluded.changed_at
    where (excluded.clock, excluded.strength, excluded.op_id) > (${table}.clock, ${table}.strength, ${table}.op_id)`);

function upsertState(learner, [operation]) {
  return sql`insert into bare_states ${sql(stateOf(learner, operation))} ${newerThan("bare_states")}`;
}

function upsertBatch(learner, operations) {
  const log = operations.map(({ opId, itemId, state, clock, at }) => ({ user_id: learner, op_id: opId, item_id: itemId, state, clock, at }));
  return sql`
    with log as (insert into progress_operations ${sql(log)} on conflict (user_id, op_id) do nothing)
    insert into item_progress ${sql(operations.map((operation) => stateOf(learner, operation)))} ${newerThan("item_progress")}`;
}
