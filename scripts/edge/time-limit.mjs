import { findActions } from "./limits.mjs";

/** With the 0.9 s that it may have waited before, ten seconds in all: who asks with that patience still hears the answer. */
const ORDINARY = 9_000;
/** What an admin does with the listings of a source may wait for its turn, and so may a report on a slow network. */
const LONG = 60_000;
const LONG_ROUTE = /^\/api\/jobs\/sources\//;

/** The most milliseconds a request may take, whatever hangs. */
export function readTimeLimits(distDir) {
  const long = new Set(["readSource", "releaseHeld", "closeListings", "typeListing"].flatMap((name) => [...findActions(distDir, name)]));
  return (address, kind, actionId) => (kind === "report" || long.has(actionId) || LONG_ROUTE.test(address) ? LONG : ORDINARY);
}

/** After so long calls `refuse` when nothing was answered, and breaks off an answer that began and does not come to its end. */
export function endInTime(response, milliseconds, refuse) {
  const timer = setTimeout(() => {
    if (response.headersSent) return response.destroy();
    // What still works on it may write into it until it has left, and into nothing from then on.
    response.on("error", () => undefined);
    response.once("finish", () => response.destroy());
    refuse();
  }, milliseconds);
  response.once("close", () => clearTimeout(timer));
}
