import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { copyFile } from "../../db/embedded/copy-file.mjs";
import { findHome, handOver, lookHome, workplaceOf } from "../../db/embedded/home.mjs";
import { withLock } from "../../db/embedded/lock.mjs";
import { commandOf, othersIn } from "../../db/embedded/presence.mjs";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { openEmbedded } from "../database.mjs";
import { whenLeaving } from "../leave.mjs";
import { together } from "./folder.mjs";
import { putBack } from "./kept-files.mjs";
import { describeDatabase, requireRows, writeEpoch } from "./rows.mjs";

/** Puts a copy where the embedded database lies, starts it and compares. Answers where what was there before lies, if anything was. */
export async function restoreEmbedded(folder, manifest, { dataDir }, { replace }) {
  requireFree(dataDir, replace);
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const real = fs.realpathSync(dataDir);
  const aside = await withLock(path.join(real, "lock"), () => {
    requireFree(real, replace);
    return put(folder, manifest, real);
  });
  const database = await openEmbedded({ dataDir: real });
  await compare(database.url, manifest, aside);
  return aside;
}

/** Refuses when the embedded database is in use, or there is one and it may not be replaced. */
export function requireFree(dataDir, replace) {
  if (!fs.existsSync(dataDir)) return;
  const real = fs.realpathSync(dataDir);
  const { data } = lookHome(real);
  if (othersIn(path.join(real, "users"))) throw new Refusal(`Milepost runs with ${dataDir}: stop it first.`);
  if (runsOn(data)) throw new Refusal(`A Postgres still runs on ${data}: start Milepost and stop it, then restore.`);
  if (!replace && !isEmpty(data)) throw new Refusal(`There is a database in ${data}: restore with --replace to move it aside, or set DATA_DIR to another folder.`);
}

function runsOn(data) {
  const file = path.join(data, "postmaster.pid");
  return fs.existsSync(file) && commandOf(Number.parseInt(fs.readFileSync(file, "utf8"), 10)).includes(data);
}

const isEmpty = (folder) => !fs.existsSync(folder) || fs.readdirSync(folder).length === 0;

// What was there is moved only when all of the backup lies beside it.
async function put(folder, manifest, dataDir) {
  const { home, data: before } = findHome(dataDir);
  const workplace = workplaceOf(home, "restore");
  const clear = () => fs.rmSync(workplace, { recursive: true, force: true });
  clear();
  whenLeaving(clear);
  try {
    fs.mkdirSync(workplace, { mode: 0o700 });
    await unpack(folder, manifest, workplace);
    const name = `replaced-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}`;
    const replaced = !isEmpty(before);
    const aside = path.join(path.dirname(before), name);
    await putBack(folder, Object.keys(manifest.files), dataDir, path.join(dataDir, name));
    if (replaced) {
      fs.mkdirSync(aside, { recursive: true, mode: 0o700 });
      fs.renameSync(before, path.join(aside, "pg"));
    }
    const { data, as } = findHome(dataDir);
    const made = path.join(workplace, "pg");
    handOver(made, as);
    fs.renameSync(made, data);
    return sayAside(aside, path.join(dataDir, name));
  } finally {
    clear();
  }
}

const sayAside = (...folders) => [...new Set(folders)].filter((folder) => fs.existsSync(folder)).join(" and ");

async function unpack(folder, { folders, files }, to) {
  const isData = (name) => name === "pg" || name.startsWith("pg/");
  for (const name of folders.filter(isData).sort()) fs.mkdirSync(path.join(to, name), { mode: 0o700 });
  await together(Object.keys(files).filter(isData), (name) => copyFile(path.join(folder, name), path.join(to, name)));
}

async function compare(url, manifest, aside) {
  const sql = postgres(url, { max: 1, onnotice() {} });
  try {
    requireRows((await describeDatabase(sql)).rows, manifest.rows);
    await writeEpoch(sql);
  } catch (error) {
    if (error instanceof Refusal && aside) throw new Refusal(`${error.message} What was there before lies in ${aside}.`);
    throw error;
  } finally {
    await sql.end();
  }
}
