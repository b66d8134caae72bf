import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findHome } from "../../db/embedded/home.mjs";

const CALLS = 10;
const WARM_UP = 5;

/**
 * Lets Postgres itself say how long each statement of the application took. The setting belongs to the database and goes with
 * it; new connections have it, so those of the application are closed.
 */
export async function logStatements(sql, dataDir) {
  const [{ name }] = await sql`select current_database() as name`;
  await sql.unsafe(`alter database ${name} set log_min_duration_statement = 0`);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'milepost'`;
  return path.join(findHome(fs.realpathSync(dataDir)).home, "pg.log");
}

/** Statements of one call, and their time within Postgres in ms: parse, bind and execute. */
export async function countStatements(log, call) {
  for (let again = 0; again < WARM_UP; again += 1) await call();
  await sleep(100);
  const before = fs.statSync(log).size;
  for (let again = 0; again < CALLS; again += 1) await call();
  await sleep(100);
  const said = [...fs.readFileSync(log).subarray(before).toString().matchAll(/ duration: ([\d.]+) ms {2}(\w+)/g)];
  const ms = said.reduce((sum, [, duration]) => sum + Number(duration), 0);
  const statements = said.filter(([, , what]) => what === "execute" || what === "statement").length;
  return { statements: statements / CALLS, ms: ms / CALLS };
}
