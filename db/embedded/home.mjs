import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { copyBinaries, findBinaries, linkLibraries } from "./binaries.mjs";
import { commandOf } from "./presence.mjs";
import { Refusal } from "./refusal.mjs";

const HOMES = "/var/lib/milepost";

/**
 * Where Postgres keeps its data and log, and as whom it runs. Postgres refuses to run as root, and an unprivileged
 * user may be unable to enter the project: for root everything it touches lies in a directory of its own.
 */
export function findHome(dataDir) {
  const root = process.getuid() === 0;
  if (root) setAsideForeign(homeOfRoot(dataDir), dataDir);
  const { home, data } = lookHome(dataDir);
  if (!root) return { home, data, as: {} };
  const as = fs.existsSync(data) ? ownerOf(data) : unprivileged();
  fs.mkdirSync(HOMES, { recursive: true, mode: 0o755 });
  fs.mkdirSync(home, { recursive: true, mode: 0o700 });
  fs.chownSync(home, as.uid, as.gid);
  fs.rmSync(path.join(home, "belongs-to"), { force: true });
  fs.writeFileSync(path.join(home, "belongs-to"), dataDir, { flag: "wx" });
  fs.writeFileSync(path.join(dataDir, "where"), `${home}\n`);
  return { home, data, as };
}

/** The same places, without making or moving anything. */
export function lookHome(dataDir) {
  const ordinary = path.join(dataDir, "pg");
  if (process.getuid() !== 0) return { home: dataDir, data: ordinary };
  const home = homeOfRoot(dataDir);
  return { home, data: fs.existsSync(ordinary) ? ordinary : path.join(home, "pg") };
}

/** Where a second data directory is put together. As root it is a folder where only root makes names: `handOver` it before Postgres runs in it. */
export function workplaceOf(home, name) {
  return process.getuid() === 0 ? `${home}.${name}` : path.join(home, name);
}

/** Makes a folder and all in it belong to the user Postgres runs as. */
export function handOver(folder, { uid, gid }) {
  if (uid === undefined) return;
  for (const name of fs.readdirSync(folder, { recursive: true })) fs.lchownSync(path.join(folder, name), uid, gid);
  fs.lchownSync(folder, uid, gid);
}

/** The folder with bin/postgres, ready to be run by the user it runs as. */
export function prepareBinaries({ home, as }) {
  const found = findBinaries();
  if (as.uid === undefined) {
    linkLibraries(found.native);
    return found.native;
  }
  const native = path.join(home, "native");
  copyBinaries(found, native);
  return native;
}

// .data/ was deleted, or the project cloned anew: what it had is not taken over, nor is it thrown away.
function setAsideForeign(home, dataDir) {
  const data = path.join(home, "pg");
  if (!fs.existsSync(data) || fs.existsSync(path.join(dataDir, "where"))) return;
  const aside = `${home}-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}`;
  const running = path.join(data, "postmaster.pid");
  if (fs.existsSync(running)) {
    const pid = Number.parseInt(fs.readFileSync(running, "utf8"), 10);
    if (commandOf(pid).includes(data)) process.kill(pid, "SIGINT");
  }
  fs.renameSync(home, aside);
  fs.rmSync(path.join(aside, "native"), { recursive: true, force: true });
  console.log(`The database of an earlier ${dataDir} was set aside in ${aside}.`);
}

// A project that was moved keeps its data; a copy beside the original gets a home of its own.
function homeOfRoot(dataDir) {
  const where = path.join(dataDir, "where");
  if (fs.existsSync(where)) {
    const named = fs.readFileSync(where, "utf8").trim();
    const note = path.join(named, "belongs-to");
    if (fs.existsSync(note)) {
      const owner = fs.readFileSync(note, "utf8");
      if (owner === dataDir || !fs.existsSync(owner)) return named;
    }
  }
  return path.join(HOMES, createHash("sha256").update(dataDir).digest("hex").slice(0, 16));
}

function ownerOf(directory) {
  const { uid, gid } = fs.statSync(directory);
  if (uid === 0) throw new Refusal(`${directory} belongs to root, and Postgres does not run as root: give it to another user with chown -R.`);
  return { uid, gid };
}

function unprivileged() {
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch (error) {
      if (error.status === undefined || error.status === null) throw error;
    }
  }
  throw new Refusal("Postgres does not run as root, and there is neither a user postgres nor a user nobody to run it as.");
}
