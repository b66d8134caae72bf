import { once } from "node:events";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { register } from "tsx/esm/api";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { migrate } from "../../db/migrate.mjs";
import { openEmbedded } from "../../scripts/database.mjs";
import { isLeaving, leave, leaveOnSignals } from "../../scripts/leave.mjs";
import { appEnvironment, readSettings } from "../../scripts/settings.mjs";
import { fill } from "./fill.mjs";

const NAME = "bench_listings";
/** Of an import. Where there is memory to spare, what is not needed any more stays until there is need: its growth would say nothing. */
const HEAP_MB = 128;

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
leaveOnSignals({ code: 130 });
// The cities and skills are those of the product itself.
register();

/** Makes up listings in a database of its own, beside the one there is, and measures searches in it. Answers whether all keep to their limit. */
async function run(count, only) {
  const settings = readSettings();
  const server = settings.databaseUrl ?? (await openEmbedded({ dataDir: settings.dataDir })).url;
  const url = Object.assign(new URL(server), { pathname: `/${NAME}` }).href;
  await onServer(server, `create database ${NAME}`);
  try {
    await migrate(url, "db/migrations");
    const env = appEnvironment(settings, { databaseUrl: url, distDir: settings.distDir });
    const imports = await runApart("bench/listings/import.ts", [], env, [`--max-old-space-size=${HEAP_MB}`]);
    await fillIn(url, count);
    return (await runApart("bench/listings/measure.ts", only, env)) && imports;
  } finally {
    await onServer(server);
  }
}

/** Drops what an earlier run may have left. */
async function onServer(server, statement) {
  const sql = postgres(server, { max: 1, onnotice() {} });
  await sql.unsafe(`drop database if exists ${NAME} with (force)`);
  if (statement) await sql.unsafe(statement);
  await sql.end();
}

async function fillIn(url, count) {
  const [{ CITIES }, { skills }] = await Promise.all([import("../../lib/jobs/places.ts"), import("../../lib/skills/skills.ts")]);
  console.log(`Filling in ${count.toLocaleString("en")} listings …`);
  const began = Date.now();
  const sql = postgres(url, { max: 1, onnotice() {} });
  await fill(sql, { listings: count, cities: CITIES, skills: skills.map(({ slug }) => slug) });
  const [filled] = await sql`
    select avg(length(words))::int as characters, (pg_table_size('listings') + pg_table_size('open_listings')) / 1e6 as table_mb,
      (pg_indexes_size('listings') + pg_indexes_size('open_listings')) / 1e6 as index_mb, count(*) filter (where closed_at is null)::int as open from listings`;
  await sql.end();
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`Filled in ${seconds} s: ${filled.open.toLocaleString("en")} of them open, ${filled.characters.toLocaleString("en")} characters of text each, ${Math.round(filled.table_mb)} MB, and ${Math.round(filled.index_mb)} MB of indexes.\n`);
}

/** In a process of its own: queries may only be imported where the server's conditions hold. */
async function runApart(program, args, env, flags = []) {
  const child = spawn(process.execPath, [...flags, "--conditions=react-server", "--import", "tsx", program, ...args], { stdio: "inherit", env });
  const [code] = await once(child, "exit");
  return code === 0;
}

try {
  const count = process.argv.slice(2).find((word) => /^\d+$/.test(word));
  const kept = await run(Number(count ?? 100_000), process.argv.slice(2).filter((word) => word !== count));
  await leave(kept ? 0 : 1);
} catch (error) {
  if (!isLeaving()) console.error(error instanceof Refusal ? error.message : error);
  await leave(2);
}
