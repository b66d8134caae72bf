import { check } from "../faults/checker.mjs";

const NO_DEATHS = { seen: 0, caused: 0 };

/** The rules that the tables broke or kept right after a restore to a moment of the history, before any device was heard. */
export function checkRestored({ history, sent, tables, until, notAfter = Infinity }) {
  const there = new Set(tables.log.map(({ opId }) => opId));
  const early = acknowledged(history).filter(({ at }) => at < until);
  const after = firstAsked(history).filter(({ at }) => at > notAfter);
  const { rules } = check({ seed: "restored", sent, before: [], history, tables, deaths: NO_DEATHS });
  return {
    rules: [
      ["what was acknowledged before it is there", early.filter(({ opId }) => !there.has(opId)).length, early.length],
      ...(after.length > 0 ? [["nothing that was sent after it is there", after.filter(({ opId }) => there.has(opId)).length, after.length]] : []),
      ...rules.filter(([rule]) => RESTORED.includes(rule)),
    ],
    missing: acknowledged(history).filter(({ opId }) => !there.has(opId)).length,
  };
}

/** Those of bench/faults that hold wherever the log ends. */
const RESTORED = ["… once", "nothing is there that was not sent", "the state is the fold of the log", "… in any order, with repetitions"];

/** The rules after every device was heard. `held`: all operations of all devices; `taps`: how often somebody ticked. */
export function checkSynced({ history, sent, tables, held, taps }) {
  const there = new Set(tables.log.map(({ owner, opId }) => `${owner} ${opId}`));
  const { rules } = check({ seed: "synced", sent, before: [], history, tables, deaths: NO_DEATHS });
  return [
    ["every tick is on its device", Math.abs(taps - held.length), taps],
    ["every operation that a device holds is there", held.filter(({ owner, opId }) => !there.has(`${owner} ${opId}`)).length, held.length],
    ["no device says that something waits", held.filter(({ recordedIn }) => recordedIn === undefined).length, held.length],
    ...rules.filter(([rule]) => rule !== "the server died only where it was killed"),
  ];
}

const acknowledged = (history) => history.filter(({ type }) => type === "ok").flatMap(({ at, recorded }) => recorded.map((opId) => ({ opId, at })));

function firstAsked(history) {
  const first = new Map();
  for (const { type, at, operations } of history) {
    if (type !== "invoke") continue;
    for (const opId of operations) if (!first.has(opId)) first.set(opId, at);
  }
  return [...first].map(([opId, at]) => ({ opId, at }));
}
