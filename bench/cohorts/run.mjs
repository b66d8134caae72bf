import fs from "node:fs";
import os from "node:os";
import postgres from "postgres";
import { build } from "../../scripts/build.mjs";
import { openEmbedded } from "../../scripts/database.mjs";
import { withApplication } from "../../scripts/journeys.mjs";
import { readSettings } from "../../scripts/settings.mjs";
import { serverOf } from "../faults/processes.mjs";
import { fill } from "./fill.mjs";
import { measure } from "./measure.mjs";
import { signInPeople } from "./people.mjs";
import { judge, print } from "./report.mjs";

/** Measures each size in an application and a database of its own. Answers whether everything keeps to its limit. */
export async function run({ sizes, runs, seed, json }) {
  const settings = readSettings();
  const given = { settings, env: process.env, distDir: await build(settings) };
  const installations = [];
  for (const learners of sizes) {
    const measured = await withApplication(given, (_, environment, application) =>
      measureInstallation({ learners, runs, seed, settings, databaseUrl: environment.DATABASE_URL, application }),
    );
    if (!measured) return false;
    installations.push(measured);
  }
  // Gigabytes that nobody needs any more.
  await openEmbedded({ dataDir: settings.dataDir, fresh: true });

  const over = judge(installations);
  print(installations, over, runs);
  if (json) fs.writeFileSync(json, `${JSON.stringify({ at: new Date().toISOString(), node: process.version, cores: os.cpus().length, runs, seed, installations, over }, null, 1)}\n`);
  return over.length === 0;
}

async function measureInstallation({ learners, runs, seed, settings, databaseUrl, application }) {
  console.log(`Filling in ${learners.toLocaleString("en")} learners …`);
  const began = Date.now();
  await fill(databaseUrl, { learners, seed });
  const fillSeconds = (Date.now() - began) / 1000;
  const sql = postgres(databaseUrl, { max: 1, onnotice() {} });
  try {
    const [filled] = await sql`
      select (select count(*)::int from item_progress) as items, (select count(*)::int from progress_operations) as operations,
        (select count(*)::int from item_proofs) as proofs, (select count(*)::int from submissions) as submissions,
        (select count(*)::int from reviews) as reviews, pg_database_size(current_database())::float8 / 1e6 as mb`;
    console.log(`Filled in ${fillSeconds.toFixed(0)} s: ${Object.entries(filled).map(([what, count]) => `${Math.round(count).toLocaleString("en")} ${what}`).join(", ")}.`);
    const people = await signInPeople(sql, settings.authSecret);
    const serverPid = serverOf(application.pid);
    const rows = await measure({ learners, runs, people, port: settings.port, serverPid, sql, dataDir: settings.dataDir });
    return { learners, fillSeconds, filled, rows };
  } finally {
    await sql.end({ timeout: 5 });
  }
}
