import fs from "node:fs";
import { Refusal } from "../../db/embedded/refusal.mjs";

/** How many rows each table has, by its name as SQL takes it. @returns {Promise<Record<string, number>>} */
async function countRows(sql) {
  const tables = await sql`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname <> 'information_schema' and schemaname not like 'pg\_%' order by 1`;
  const rows = {};
  for (const { name } of tables) {
    const [{ count }] = await sql.unsafe(`select count(*) from ${name}`);
    rows[name] = Number(count);
  }
  return rows;
}

/** What a manifest says of a database. */
export async function describeDatabase(sql) {
  const [{ postgres }] = await sql`select split_part(current_setting('server_version'), ' ', 1) as postgres`;
  const rows = await countRows(sql);
  return { postgres, rows, migrations: rows["drizzle.__drizzle_migrations"] ?? 0 };
}

/** Refuses when a table has another number of rows than the manifest says. */
export function requireRows(found, wanted) {
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  const differing = [...names].filter((name) => found[name] !== wanted[name]);
  if (differing.length === 0) return;
  const list = differing.map((name) => `${name} has ${found[name] ?? "no"} rows in place of ${wanted[name] ?? "none"}`);
  throw new Refusal(`What was restored differs from the manifest: ${list.join(", ")}.`);
}

/** Devices send again what they recorded of late when the epoch is another. */
export async function writeEpoch(sql) {
  await sql`update installation set epoch = gen_random_uuid()`;
}

/** How many migrations these sources have. */
export function countMigrations() {
  return JSON.parse(fs.readFileSync("db/migrations/meta/_journal.json", "utf8")).entries.length;
}
