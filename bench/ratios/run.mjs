import fs from "node:fs";
import os from "node:os";
import postgres from "postgres";
import { parentOf } from "../../db/embedded/presence.mjs";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { build } from "../../scripts/build.mjs";
import { openEmbedded } from "../../scripts/database.mjs";
import { withApplication } from "../../scripts/journeys.mjs";
import { readSettings } from "../../scripts/settings.mjs";
import { fill } from "../cohorts/fill.mjs";
import { measureAnswers } from "./answers.mjs";
import { measureFiles } from "./files.mjs";
import { findOver, print } from "./report.mjs";
import { measureServer } from "./server.mjs";
import { measureTicks } from "./ticks.mjs";

const LEARNERS = 1_000;
const MEASURE = { ticks: measureTicks, answers: measureAnswers, files: measureFiles, server: measureServer };

/** Each figure beside what it is held against, measured in the same run. */
export async function run({ parts, json }) {
  if (process.platform !== "linux") throw new Refusal("How long processes worked is read from /proc, which only Linux has.");
  const settings = readSettings();
  const distDir = await build(settings);
  const measured = await withApplication({ settings, env: process.env, distDir }, (_, { DATABASE_URL: databaseUrl }, application) =>
    measureAll({ parts, settings, distDir, databaseUrl, appPid: application.pid }),
  );
  await openEmbedded({ dataDir: settings.dataDir, fresh: true });
  if (!measured) return "INDETERMINATE";

  const { rows, missing } = measured;
  print(rows);
  const over = findOver(rows);
  if (json) fs.writeFileSync(json, `${JSON.stringify({ at: new Date().toISOString(), node: process.version, cores: os.cpus().length, rows, over: over.map(({ name }) => name) }, null, 1)}\n`);
  if (over.length > 0) return "FAIL";
  return missing.length > 0 ? "INDETERMINATE" : "PASS";
}

async function measureAll({ parts, settings, distDir, databaseUrl, appPid }) {
  await fill(databaseUrl, { learners: LEARNERS, seed: 1 });
  const sql = postgres(databaseUrl, { max: 1, onnotice() {} });
  try {
    const [{ pid }] = await sql`select pg_backend_pid() as pid`;
    const given = { settings, sql, databaseUrl, distDir, dataDir: settings.dataDir, authSecret: settings.authSecret, port: settings.port, origin: `http://127.0.0.1:${settings.port}`, appPid, postgresPid: parentOf(pid) };
    const rows = [];
    const missing = [];
    for (const part of parts) {
      const measured = await MEASURE[part](given).catch((error) => console.error(`${part} could not be measured:`, error));
      if (measured) rows.push(...measured);
      else missing.push(part);
    }
    return { rows, missing };
  } finally {
    await sql.end({ timeout: 5 });
  }
}
