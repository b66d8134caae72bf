import { runNode } from "./child.mjs";
import { install } from "./install.mjs";
import { leave } from "./leave.mjs";
import { testEnvironment } from "./test-environment.mjs";

const PARTS = {
  skills: ["bench/skills/score.mjs", "--held"],
  readiness: ["bench/readiness/shortest-way.mjs"],
  cohorts: ["bench/cohorts/cohorts.mjs"],
  listings: ["bench/listings/listings.mjs"],
  load: ["bench/load/load.mjs"],
  ratios: ["bench/ratios/ratios.mjs"],
  soak: ["bench/soak/soak.mjs"],
};

/** Measures each part at its limits, or the one that the first word names; further words are that part's own, else those of cohorts. */
export async function bench(args) {
  await install();
  const env = await testEnvironment();
  const [name, ...rest] = args;
  const runs = Object.hasOwn(PARTS, name) ? [[...PARTS[name], ...rest]] : [PARTS.skills, PARTS.readiness, [...PARTS.cohorts, ...args], PARTS.listings, PARTS.load];
  let worst = 0;
  for (const run of runs) worst = Math.max(worst, (await runNode(run, { env })).code);
  await leave(worst);
}
