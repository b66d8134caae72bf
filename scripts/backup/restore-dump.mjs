import path from "node:path";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { runTool, serverMajor, withDatabase } from "./dump.mjs";
import { putBack } from "./kept-files.mjs";
import { pgEnvironment } from "./pg-environment.mjs";
import { findTool, majorOf } from "./pg-tools.mjs";
import { describeDatabase, requireRows, writeEpoch } from "./rows.mjs";

/** Puts a dump into the database of DATABASE_URL, all of it or nothing, and compares. */
export async function restoreDump(folder, manifest, { directUrl, dataDir }, { replace }) {
  await withDatabase(directUrl, (sql) => requireFree(sql, manifest, replace));
  const tool = findTool("pg_restore", majorOf(manifest.tool ?? manifest.postgres));
  const clean = replace ? ["--clean", "--if-exists"] : [];
  const { PGDATABASE } = pgEnvironment(directUrl);
  const args = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", ...clean, `--dbname=${PGDATABASE}`];
  await runTool(tool, [...args, path.join(folder, "milepost.dump")], directUrl);
  const aside = path.join(dataDir, `replaced-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}`);
  await putBack(folder, Object.keys(manifest.files), dataDir, aside);
  await withDatabase(directUrl, async (sql) => {
    requireRows((await describeDatabase(sql)).rows, manifest.rows);
    await writeEpoch(sql);
  });
}

/** Refuses when somebody uses the database, or it is older than the backup, or holds what may not be replaced. */
export async function requireFree(sql, manifest, replace) {
  const major = await serverMajor(sql);
  if (major < majorOf(manifest.postgres)) throw new Refusal(`The backup is of Postgres ${manifest.postgres}, the database of DATABASE_URL of ${major}: restore into one that is as new.`);
  const [{ others }] = await sql`
    select count(*)::int as others from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`;
  if (others > 0) throw new Refusal(`The database of DATABASE_URL is in use (${others} connections): stop Milepost first.`);
  const there = Object.keys((await describeDatabase(sql)).rows);
  const ours = there.filter((name) => Object.hasOwn(manifest.rows, name));
  if (ours.length > 0 && !replace) throw new Refusal(`The database of DATABASE_URL has tables of Milepost: restore into an empty one, or with --replace, which throws them away.`);
  const unknown = there.filter((name) => !Object.hasOwn(manifest.rows, name));
  if (replace && unknown.length > 0) throw new Refusal(`The database of DATABASE_URL has tables that the backup has not (${unknown.join(", ")}): restore into an empty one.`);
}
