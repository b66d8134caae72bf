import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { findRunning, stopCluster } from "../../db/embedded/cluster.mjs";
import { copyRunning } from "../../db/embedded/copy-running.mjs";
import { findHome, handOver, lookHome, prepareBinaries, workplaceOf } from "../../db/embedded/home.mjs";
import { withLock } from "../../db/embedded/lock.mjs";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { runCopy } from "../../db/embedded/run-copy.mjs";
import { openEmbedded } from "../database.mjs";
import { whenLeaving } from "../leave.mjs";
import { copyFolder } from "./folder.mjs";
import { keepFiles } from "./kept-files.mjs";
import { describeDatabase } from "./rows.mjs";

const LEFT_OUT = ["backup_label.old", "postmaster.opts"];

export function requireDatabase(dataDir, otherwise = "nothing to back up") {
  const folder = fs.existsSync(dataDir) && fs.realpathSync(dataDir);
  if (!folder || !fs.existsSync(path.join(lookHome(folder).data, "PG_VERSION"))) throw new Refusal(`There is no database in ${dataDir}: ${otherwise}.`);
  return folder;
}

/** Copies the embedded database while it runs, or starts it for that, and answers what the manifest says. */
export async function copyEmbedded(dataDir, part) {
  return withLock(path.join(dataDir, "backup.lock"), async () => {
    const database = await openEmbedded({ dataDir });
    const { home, data, as } = findHome(dataDir);
    const password = fs.readFileSync(path.join(dataDir, "pg-password"), "utf8").trim();
    const workplace = workplaceOf(home, "copy");
    const copy = { home: workplace, data: path.join(workplace, "pg"), as };
    const clear = () => fs.rmSync(workplace, { recursive: true, force: true });
    await stopLeft(copy, password);
    clear();
    whenLeaving(clear);
    try {
      fs.mkdirSync(workplace, { mode: 0o700 });
      await copyOf(database.url, data, copy.data);
      await database.leave();
      handOver(workplace, as);
      const said = await runCopy(copy, prepareBinaries({ home, as }), { password, database: "milepost" }, describeDatabase, whenLeaving);
      const whole = await copyFolder(copy.data, path.join(part, "pg"), "pg", LEFT_OUT);
      const kept = await keepFiles(dataDir, part, "embedded");
      return { kind: "embedded", ...said, folders: [...whole.folders, ...kept.folders], files: { ...whole.files, ...kept.files } };
    } finally {
      clear();
    }
  });
}

// A backup that was killed may have left a Postgres that runs on its copy.
async function stopLeft(copy, password) {
  const left = await findRunning(copy, password);
  if (left) await stopCluster(left);
}

async function copyOf(url, from, to) {
  const sql = postgres(url, { max: 1, max_lifetime: null, idle_timeout: 0, connect_timeout: 10, onnotice() {} });
  try {
    await copyRunning(sql, from, to);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
