import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { sumOf } from "../../db/embedded/copy-file.mjs";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { run } from "../child.mjs";
import { keepFiles } from "./kept-files.mjs";
import { pgEnvironment } from "./pg-environment.mjs";
import { findTool } from "./pg-tools.mjs";
import { describeDatabase } from "./rows.mjs";

const FILE = "milepost.dump";

/** One connection to DATABASE_URL, which is put away afterwards. */
export async function withDatabase(databaseUrl, work) {
  const sql = postgres(databaseUrl, { max: 1, max_lifetime: null, connect_timeout: 10, onnotice() {} });
  try {
    await sql`select 1`.catch((error) => {
      throw new Refusal(`The database of DATABASE_URL cannot be used: ${error.message}.`);
    });
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The major version of a server, as 18. */
export async function serverMajor(sql) {
  const [{ number }] = await sql`select current_setting('server_version_num')::int as number`;
  return Math.floor(number / 10_000);
}

/** The pg_dump for this server; refuses when there is none as new as it is. */
export function findDump(databaseUrl, places) {
  return withDatabase(databaseUrl, async (sql) => findTool("pg_dump", await serverMajor(sql), places));
}

/** Dumps a database and counts its rows as they are at one moment, and answers what the manifest says. */
export async function dumpDatabase(databaseUrl, dataDir, part, tool) {
  const file = path.join(part, FILE);
  const said = await withDatabase(databaseUrl, async (sql) => {
    await sql`set idle_in_transaction_session_timeout = 0`;
    await sql.unsafe("begin isolation level repeatable read, read only");
    const [{ snapshot }] = await sql`select pg_export_snapshot() as snapshot`;
    const described = await describeDatabase(sql);
    await runTool(tool, ["--format=custom", `--file=${file}`, `--snapshot=${snapshot}`, "--lock-wait-timeout=60s"], databaseUrl);
    return described;
  });
  fs.chmodSync(file, 0o600);
  const kept = await keepFiles(dataDir, part, "dump");
  return { kind: "dump", ...said, tool: tool.version, folders: kept.folders, files: { [FILE]: await sumOf(file), ...kept.files } };
}

export async function runTool({ command }, args, databaseUrl) {
  const { code, text } = await run(command, ["--no-password", ...args], { env: pgEnvironment(databaseUrl), quiet: true });
  if (code !== 0) throw new Refusal(`${text.trim()}\n${path.basename(command)} failed, as it says above.`);
}
