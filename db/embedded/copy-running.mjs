import fs from "node:fs";
import path from "node:path";
import { copyFile } from "./copy-file.mjs";

// What Postgres makes anew, or what belongs to the one that runs.
const LEFT_OUT = /^(postmaster\.(pid|opts)|backup_label(\.old)?|(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.*|(.*\/)?pgsql_tmp.*|(.*\/)?pg_internal\.init.*)$/;
const CONTROL = "global/pg_control";
const SEGMENT = /^[0-9A-F]{24}$/;

/**
 * Copies a data directory while Postgres runs and is written to, with the log that makes the copy whole: the first
 * start on it recovers to a moment after this was called, or refuses.
 *
 * @param {import("postgres").Sql} sql one connection of a superuser, kept open: the backup belongs to its session
 */
export async function copyRunning(sql, from, to) {
  // While this slot is there Postgres keeps its log; it goes with the session.
  await sql`select pg_create_physical_replication_slot('milepost_' || pg_backend_pid(), true, true)`;
  const [{ first }] = await sql`select pg_walfile_name(pg_backup_start('milepost', true)) as first`;
  fs.mkdirSync(to, { mode: 0o700 });
  await copyTree(from, to);
  await copySteady(path.join(from, CONTROL), path.join(to, CONTROL));
  const [{ last, label }] = await sql`select pg_walfile_name(lsn) as last, labelfile as label from pg_backup_stop(false)`;
  fs.writeFileSync(path.join(to, "backup_label"), label, { mode: 0o600, flag: "wx" });
  for (const name of fs.readdirSync(path.join(from, "pg_wal"))) {
    if (SEGMENT.test(name) && name >= first && name <= last) await copyFile(path.join(from, "pg_wal", name), path.join(to, "pg_wal", name), { flush: false });
  }
}

async function copyTree(from, to, folder = "") {
  for (const entry of readFolder(path.join(from, folder))) {
    const name = path.join(folder, entry.name);
    if (LEFT_OUT.test(name) || name === CONTROL) continue;
    if (entry.isDirectory()) {
      fs.mkdirSync(path.join(to, name), { mode: 0o700 });
      await copyTree(from, to, name);
    } else {
      await copyIfThere(path.join(from, name), path.join(to, name));
    }
  }
}

// Tables and their files come and go meanwhile: the log has what became of them.
function readFolder(folder) {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}

async function copyIfThere(from, to) {
  try {
    await copyFile(from, to, { flush: false });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

// The one file that the log does not mend: read until two readings agree.
async function copySteady(from, to) {
  let before = fs.readFileSync(from);
  for (let read = fs.readFileSync(from); !read.equals(before); read = fs.readFileSync(from)) before = read;
  fs.writeFileSync(to, before, { mode: 0o600, flag: "wx" });
}
