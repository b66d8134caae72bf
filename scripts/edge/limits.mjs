import fs from "node:fs";
import path from "node:path";

/** What Next takes for a server action; a file as evidence may have as much. */
const ANYWHERE = 1_048_576;
const LARGER = [
  { address: /^\/api\/cohorts\/[^/]+\/roster$/, bytes: 2_097_152 },
  { address: /^\/api\/jobs\/sources\/[^/]+$/, bytes: 5_000_000 },
];
/** 200 operations, the most of one call, take about 40,000 bytes. */
const PROGRESS = 131_072;

/** The most bytes a request may carry. The proxy file of Next would cut what is longer and go on, so nothing longer may reach it. */
export function readLimits(distDir) {
  const progress = findActions(distDir, "recordProgress");
  return (address, actionId) => {
    if (progress.has(actionId)) return PROGRESS;
    return LARGER.find((limit) => limit.address.test(address))?.bytes ?? ANYWHERE;
  };
}

/** The ids that a build gave to an action. */
export function findActions(distDir, exportedName) {
  const manifest = JSON.parse(fs.readFileSync(path.join(distDir, "server/server-reference-manifest.json"), "utf8"));
  const named = Object.entries(manifest.node).filter(([, action]) => action.exportedName === exportedName);
  return new Set(named.map(([id]) => id));
}
