import { foldOperations } from "../../lib/progress/fold.ts";
import { STRENGTH } from "../../lib/progress/states.ts";
import { PATIENCE_MS } from "./action.mjs";
import { pick, seeded, shuffled } from "./random.mjs";

const SHUFFLES = 5;

/** The log and the states, past every index: what an index says is part of what is checked. */
export async function readTables(sql) {
  return sql.begin("isolation level repeatable read read only", async (tx) => {
    for (const way of ["indexscan", "indexonlyscan", "bitmapscan"]) await tx.unsafe(`set local enable_${way} = off`);
    const log = await tx`select user_id as "owner", op_id as "opId", item_id as "itemId", state, clock, at from progress_operations`;
    const states = await tx`select user_id as "owner", item_id as "itemId", state, strength, clock, op_id as "opId" from item_progress`;
    return { log: log.map((row) => ({ ...row, at: row.at.toISOString() })), states: [...states] };
  });
}

/** What the history and the tables say against each other: each entry a rule, how often it was broken, and of how many. */
export function check({ seed, sent, before, history, tables, deaths }) {
  const rows = groupBy(tables.log, keyOf);
  const acknowledged = new Set(history.filter(({ type }) => type === "ok").flatMap(({ recorded }) => recorded));
  const invoked = new Set(history.filter(({ type }) => type === "invoke").flatMap(({ operations }) => operations));
  const mine = sent.filter(({ opId }) => acknowledged.has(opId));
  const maySurvive = new Map([...before, ...sent.filter(({ opId }) => invoked.has(opId))].map((operation) => [keyOf(operation), operation]));

  const lost = mine.filter((operation) => !rows.has(keyOf(operation)));
  const repeated = [...rows.values()].filter((found) => found.length > 1);
  const changed = mine.filter((operation) => rows.get(keyOf(operation))?.some((row) => payloadOf(row) !== payloadOf(operation)));
  const invented = tables.log.filter((row) => payloadOf(maySurvive.get(keyOf(row)) ?? {}) !== payloadOf(row));

  const random = seeded(seed, "checker");
  const orders = Array.from({ length: SHUFFLES }, () => {
    const twice = Array.from({ length: Math.ceil(tables.log.length / 4) }, () => pick(random, tables.log)).filter(Boolean);
    return shuffled(random, [...tables.log, ...twice]);
  });
  const slow = history.filter(({ took }) => took >= PATIENCE_MS);
  const answered = history.filter(({ took }) => took !== undefined);

  return {
    acknowledged: acknowledged.size,
    lost: lost.length,
    rules: [
      ["every operation was acknowledged", sent.length - acknowledged.size, sent.length],
      ["every acknowledged operation is there", lost.length, acknowledged.size],
      ["… once", repeated.length, rows.size],
      ["… as it was sent", changed.length, acknowledged.size],
      ["nothing is there that was not sent", invented.length, tables.log.length],
      ["the state is the fold of the log", differences(tables.states, tables.log), tables.states.length],
      ["… in any order, with repetitions", orders.reduce((sum, log) => sum + differences(tables.states, log), 0), SHUFFLES * tables.states.length],
      ["every request ended within 10 s", slow.length, answered.length],
      ["the server died only where it was killed", Math.max(0, deaths.seen - deaths.caused), deaths.seen],
    ],
  };
}

const keyOf = ({ owner, opId }) => `${owner} ${opId}`;

const payloadOf = ({ itemId, state, clock, at }) => `${itemId} ${state} ${clock} ${at}`;

/** How many items stand in the table otherwise than the log decides, are missing there, or have no operation in the log. */
function differences(states, log) {
  const wanted = new Map();
  for (const [owner, operations] of groupBy(log, ({ owner }) => owner)) {
    for (const [itemId, decided] of foldOperations(operations)) wanted.set(`${owner} ${itemId}`, stateOf({ ...decided, strength: STRENGTH[decided.state] }));
  }
  const found = new Map(states.map((row) => [`${row.owner} ${row.itemId}`, stateOf(row)]));
  return [...new Set([...wanted.keys(), ...found.keys()])].filter((item) => wanted.get(item) !== found.get(item)).length;
}

const stateOf = ({ state, strength, clock, opId }) => `${state} ${strength} ${clock} ${opId}`;

function groupBy(list, key) {
  const groups = new Map();
  for (const entry of list) {
    const group = groups.get(key(entry));
    if (group) group.push(entry);
    else groups.set(key(entry), [entry]);
  }
  return groups;
}
