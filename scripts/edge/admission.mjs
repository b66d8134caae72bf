import { findActions } from "./limits.mjs";

/** What comes first when there is more to do than can be done, and which part of the places a kind may take. */
const KINDS = {
  /** What a learner did, and what their device asks to compare it with. */
  tick: { rank: 0, part: 0.75 },
  ordinary: { rank: 1, part: 1 },
  /** Files over a whole cohort or a whole life. */
  report: { rank: 2, part: 0.25 },
};

/** @typedef {keyof typeof KINDS} Kind */
/** @typedef {{ kind: Kind, admit: () => void, refuse: () => void, timer: NodeJS.Timeout }} Place in the queue */

/**
 * A bounded queue before the application: so many requests are worked on at once, a few wait for a moment, and whoever would wait
 * longer is told at once to come back. Without it every answer comes later and later, until none comes in time.
 *
 * @param {{ atOnce: number, waiting: number, patience: number }} limits `patience` in milliseconds
 */
export function makeAdmission({ atOnce, waiting, patience }) {
  const atWork = { tick: 0, ordinary: 0, report: 0 };
  /** @type {Place[]} */
  const queue = [];
  const busy = () => atWork.tick + atWork.ordinary + atWork.report;
  const hasRoom = (kind) => busy() < atOnce && atWork[kind] < KINDS[kind].part * atOnce;

  function begin(kind) {
    atWork[kind] += 1;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      atWork[kind] -= 1;
      admitNext();
    };
  }

  function admitNext() {
    const next = queue.find(({ kind }) => hasRoom(kind));
    if (next) take(next).admit();
  }

  function take(place) {
    queue.splice(queue.indexOf(place), 1);
    clearTimeout(place.timer);
    return place;
  }

  const matters = (kind, other) => KINDS[kind].rank < KINDS[other.kind].rank;

  return {
    /**
     * Answers what is called when the request has ended, or null when there is no room for it.
     * @param {Kind} kind
     * @returns {Promise<(() => void) | null>}
     */
    async enter(kind) {
      if (hasRoom(kind)) return begin(kind);
      if (queue.length >= waiting) {
        // A full queue has room for what matters more than the last in it.
        const last = queue.at(-1);
        if (!last || !matters(kind, last)) return null;
        take(last).refuse();
      }
      return new Promise((resolve) => {
        const refuse = () => resolve(null);
        const place = { kind, refuse, admit: () => resolve(begin(kind)), timer: setTimeout(() => take(place).refuse(), patience) };
        const behind = queue.findIndex((other) => matters(kind, other));
        queue.splice(behind === -1 ? queue.length : behind, 0, place);
      });
    },
    /** How many are worked on and how many wait. */
    load: () => ({ atWork: busy(), waiting: queue.length }),
  };
}

const REPORT = /\.csv$|^\/settings\/data\/(?:csv\/|everything\.json$)|^\/teach\/.+\/print$/;
const TICK = /^\/api\/(?:progress|session)$/;

/** @returns {(address: string, actionId: string | undefined) => Kind} */
export function readKinds(distDir) {
  const ticks = findActions(distDir, "recordProgress");
  return (address, actionId) => {
    if (ticks.has(actionId) || TICK.test(address)) return "tick";
    return REPORT.test(address) ? "report" : "ordinary";
  };
}
