import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { findHome } from "../../db/embedded/home.mjs";
import { Refusal } from "../../db/embedded/refusal.mjs";

const SIZE = "900m";
const BLOCK = Buffer.alloc(2 ** 20);

/** A small disk, in memory, where Postgres keeps all it has. */
export function mountDisk(dataDir) {
  if (process.getuid() !== 0 || process.platform !== "linux") throw new Refusal("--full-disk mounts a small disk, which takes root and Linux.");
  const { home, as } = findHome(dataDir);
  const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE},mode=700,uid=${as.uid},gid=${as.gid}`, "tmpfs", home], { encoding: "utf8" });
  if (status !== 0) throw new Refusal(`The small disk could not be mounted: ${stderr}`);
  // What said to whom the folder belongs lies below it now.
  findHome(dataDir);
  return {
    fill: () => fillUp(path.join(home, "fills-the-disk")),
    remove: () => void spawnSync("umount", ["--lazy", home]),
  };
}

function fillUp(file) {
  const open = fs.openSync(file, "w");
  try {
    for (;;) fs.writeSync(open, BLOCK);
  } catch (error) {
    if (error.code !== "ENOSPC") throw error;
  } finally {
    fs.closeSync(open);
  }
  return () => fs.rmSync(file);
}
