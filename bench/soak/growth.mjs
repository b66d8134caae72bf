/** What is in use must not grow by more than so many MB an hour; what the process holds of the system rises with its most as well. */
export const LIMITS = { usedMb: 4, residentMb: 30 };
const LEAST_SAMPLES = 8;

/**
 * A straight line through the last two thirds: by how much it rises in an hour, and how sure that is (twice its standard error).
 * @param {{ minute: number }[]} samples
 */
export function growthOf(samples, figure) {
  const last = samples.slice(Math.floor(samples.length / 3));
  const meanOf = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const hours = last.map(({ minute }) => minute / 60);
  const values = last.map((sample) => sample[figure]);
  const [meanHour, meanValue] = [meanOf(hours), meanOf(values)];
  const spreadOfHours = hours.reduce((sum, hour) => sum + (hour - meanHour) ** 2, 0);
  const slope = hours.reduce((sum, hour, n) => sum + (hour - meanHour) * (values[n] - meanValue), 0) / spreadOfHours;
  const off = values.reduce((sum, value, n) => sum + (value - meanValue - slope * (hours[n] - meanHour)) ** 2, 0);
  const doubt = 2 * Math.sqrt(off / Math.max(1, last.length - 2) / spreadOfHours);
  return { count: last.length, slope, doubt };
}

/** Grown when it certainly did; not grown when it certainly did not; otherwise nobody knows. */
export function judge(samples) {
  const verdicts = Object.entries(LIMITS).map(([figure, limit]) => judgeOne(growthOf(samples, figure), limit));
  return ["FAIL", "INDETERMINATE", "PASS"].find((verdict) => verdicts.includes(verdict));
}

function judgeOne({ count, slope, doubt }, limit) {
  if (slope - doubt > limit) return "FAIL";
  return count >= LEAST_SAMPLES && slope + doubt <= limit ? "PASS" : "INDETERMINATE";
}
