import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { findHome } from "../../db/embedded/home.mjs";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { launch, stop } from "../../scripts/child.mjs";

const HOST = "127.0.0.1";
const PATIENCE_MS = 10_000;

/** The program, or null where there is none. */
export function findPgbouncer() {
  const program = process.env.PGBOUNCER || "pgbouncer";
  return spawnSync(program, ["--version"]).status === 0 ? program : null;
}

/**
 * PgBouncer as deploy/pgbouncer.ini has it, in front of any database of the embedded Postgres of `dataDir`. The pool is small, so that clients
 * get another connection with nearly every transaction. `changed` may spoil the file.
 */
export async function startPgbouncer({ program, url, dataDir, port, changed = (text) => text }) {
  const { home, as } = findHome(path.resolve(dataDir));
  const { hostname, port: portOfPostgres, username, password } = new URL(url);
  const at = (name) => path.join(home, `pgbouncer-${port}.${name}`);
  const config = fs
    .readFileSync("deploy/pgbouncer.ini", "utf8")
    .replace(/^milepost = host=\S+ port=\d+/m, `* = host=${hostname} port=${portOfPostgres}`)
    .replace(/^listen_port = .*$/m, `listen_port = ${port}\nunix_socket_dir =\nlogfile = ${at("log")}\nserver_round_robin = 1\nadmin_users = ${username}`)
    .replace(/^auth_file = .*$/m, `auth_file = ${at("users")}`)
    .replace(/^default_pool_size = .*$/m, "default_pool_size = 3");
  write(at("ini"), changed(config), as);
  write(at("users"), `"${username}" "${password}"\n`, as);
  const child = await launch(program, ["-q", at("ini")], { output: "ignore", as });
  let gone = false;
  child.ended.then(() => (gone = true));
  const pooled = Object.assign(new URL(url), { hostname: HOST, port: String(port) }).href;
  for (const deadline = Date.now() + PATIENCE_MS; !(await answers(pooled)); await sleep(50)) {
    if (gone || Date.now() > deadline) throw new Refusal(`PgBouncer has not become ready: see ${at("log")}.`);
  }
  return { url: pooled, transactions: () => countTransactions(pooled), stop: () => stop(child) };
}

/** How many transactions went through. */
async function countTransactions(url) {
  const sql = postgres(Object.assign(new URL(url), { pathname: "/pgbouncer" }).href, { max: 1, prepare: false, fetch_types: false, onnotice() {} });
  try {
    const rows = await sql.unsafe("show stats").simple();
    return rows.reduce((sum, { total_xact_count: count }) => sum + Number(count), 0);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function write(file, text, { uid, gid }) {
  fs.writeFileSync(file, text, { mode: 0o600 });
  if (uid !== undefined) fs.lchownSync(file, uid, gid);
}

async function answers(url) {
  const sql = postgres(url, { max: 1, connect_timeout: 2, prepare: false, fetch_types: false, onnotice() {} });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
