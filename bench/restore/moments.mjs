import { setTimeout as sleep } from "node:timers/promises";

const EVERY_MS = 100;
const SEGMENT_BYTES = 16 * 2 ** 20;

/**
 * Notes how far the log of Postgres had come at which time of the history: what was acknowledged before such a moment is in the log before
 * that place.
 */
export function noteMoments(sql, history) {
  const stopping = new AbortController();
  const moments = [];

  async function note() {
    const at = history.now();
    const [{ place }] = await sql`select (pg_current_wal_lsn() - '0/0')::text as place`;
    moments.push({ at, place: Number(place) });
  }

  async function keepNoting() {
    while (!stopping.signal.aborted) {
      await note();
      await sleep(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const ended = keepNoting();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
    /** The last time of the history whose place in the log is in this segment or one before it. */
    lastIn: (segment) => moments.findLast(({ place }) => place <= endOf(segment))?.at ?? 0,
  };
}

/** Where a segment ends, by its name: timeline, then the number of the segment in two parts of eight digits. */
function endOf(segment) {
  const [high, low] = [segment.slice(8, 16), segment.slice(16, 24)].map((digits) => Number.parseInt(digits, 16));
  return high * 2 ** 32 + (low + 1) * SEGMENT_BYTES;
}
