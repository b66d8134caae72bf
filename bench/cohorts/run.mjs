import fs from "node:fs";
import os from "node:os";
import { build } from "../../scripts/build.mjs";
import { openEmbedded } from "../../scripts/database.mjs";
import { readSettings } from "../../scripts/settings.mjs";
import { drawCurves } from "./curve.mjs";
import { openInstallation } from "./installation.mjs";
import { measure } from "./measure.mjs";
import { judge, print } from "./report.mjs";

/** Measures all sizes beside each other, each in an instance and a database of its own. Answers whether everything keeps to its limit. */
export async function run({ sizes, quick, seed, json, svg }) {
  const settings = readSettings();
  const distDir = await build(settings);
  const opened = [];
  for (const learners of sizes) opened.push(await openInstallation({ learners, seed, settings, distDir, port: settings.port + opened.length }));
  const { calls, rows } = await measure(opened, { quick });
  for (const { close } of opened) await close();
  // Gigabytes that nobody needs any more.
  for (const { dataDir } of opened) await openEmbedded({ dataDir, fresh: true });

  const installations = opened.map(({ learners, fillSeconds, filled }) => ({ learners, fillSeconds, filled, rows: rows.get(learners) }));
  const over = judge(installations);
  print(installations, { over, calls });
  if (json) fs.writeFileSync(json, `${JSON.stringify({ at: new Date().toISOString(), node: process.version, cores: os.cpus().length, calls, seed, installations, over }, null, 1)}\n`);
  if (svg) fs.writeFileSync(svg, drawCurves(installations));
  return over.length === 0;
}
