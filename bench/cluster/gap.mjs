/** The moments, in milliseconds since the start of the history, at which something was acknowledged. */
const acknowledgedAt = (history) => history.filter(({ type, recorded }) => type === "ok" && recorded.length > 0).map(({ at }) => at);

/** The longest time between two acknowledgements of which at least one lies from `from` to `to`. */
export function longestGap(history, { from, to }) {
  const moments = acknowledgedAt(history);
  const before = moments.filter((at) => at < from).at(-1) ?? from;
  const within = [before, ...moments.filter((at) => at >= from && at <= to), to];
  return within.slice(1).reduce((most, at, index) => Math.max(most, at - within[index]), 0);
}

/** How many calls were acknowledged in so many milliseconds before `at`. */
export const acknowledgedBefore = (history, at, milliseconds) => acknowledgedAt(history).filter((moment) => moment < at && moment >= at - milliseconds).length;
