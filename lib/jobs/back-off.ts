const FIRST_S = 60;
const LONGEST_S = 3_600;

type Rest = { until: number; times: number };

/** In this process only; what is read by the clock is put off in Postgres, for every instance. */
const rests = new Map<string, Rest>();

/**
 * A host asked to be left alone, for so many seconds or without saying how long: then it is a minute, and twice as long each time, up to an
 * hour. Gives the seconds until it may be asked again.
 */
export function backOff(host: string, seconds: number | null): number {
  const times = (rests.get(host)?.times ?? 0) + 1;
  const wait = seconds || Math.min(FIRST_S * 2 ** (times - 1), LONGEST_S);
  rests.set(host, { until: performance.now() + wait * 1_000, times });
  return wait;
}

/** Seconds for which the host is still to be left alone; 0 when it may be asked. */
export function restOf(host: string): number {
  const rest = rests.get(host);
  return rest ? Math.max(0, Math.ceil((rest.until - performance.now()) / 1_000)) : 0;
}

/** The host answered: what it asked for before is over. */
export function endRest(host: string): void {
  rests.delete(host);
}
