import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { launch } from "../../scripts/child.mjs";

const DEBIAN = "/usr/lib/postgresql";
const OF_POSTGRES = ["postgres", "initdb", "pg_basebackup", "pg_controldata", "pg_ctl", "pg_rewind"];
/** Before it, a leader that was frozen and goes on could take the lock back from the one that leads since, with all that it had acknowledged. */
const LEAST_PATRONI = [3, 0, 3];
const OTHERS = { patroni: "--version", etcd: "--version", haproxy: "-v", setpriv: "--version" };

/** The folder with the programs of the newest Postgres that has all Patroni needs, and what the others say they are. */
export function findPrograms() {
  const missing = Object.entries(OTHERS).filter(([name, flag]) => spawnSync(name, [flag]).status !== 0).map(([name]) => name);
  const binDir = process.env.PATRONI_POSTGRESQL_BIN_DIR || newestOfDebian();
  if (!binDir) missing.push("postgres with pg_rewind");
  if (missing.length > 0) {
    throw new Refusal(`Not there: ${missing.join(", ")}. On Debian: apt-get install --no-install-recommends postgresql patroni etcd-server haproxy.`);
  }
  const patroni = firstLine("patroni", "--version");
  if (isOlder(patroni)) throw new Refusal(`${patroni} can lose what was acknowledged: it must be ${LEAST_PATRONI.join(".")} at least, see docs/operations.md. Debian 13 has 4.0.`);
  return { binDir, versions: [firstLine(path.join(binDir, "postgres"), "--version"), patroni, firstLine("etcd", "--version"), firstLine("haproxy", "-v")] };
}

const firstLine = (program, flag) => spawnSync(program, [flag], { encoding: "utf8" }).stdout.split("\n")[0].trim();

function isOlder(said) {
  const version = /(\d+)\.(\d+)\.(\d+)/.exec(said).slice(1).map(Number);
  const different = version.findIndex((part, n) => part !== LEAST_PATRONI[n]);
  return different !== -1 && version[different] < LEAST_PATRONI[different];
}

function newestOfDebian() {
  if (!fs.existsSync(DEBIAN)) return null;
  const folders = fs.readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)).map((version) => path.join(DEBIAN, version, "bin"));
  return folders.find((folder) => OF_POSTGRES.every((name) => fs.existsSync(path.join(folder, name)))) ?? null;
}

/** Starts a program as the user of the data; it ends in order when this process does, even by kill -9. */
export async function launchAs({ uid, gid }, home, program, args, { env = {}, log }) {
  const user = uid === undefined ? [] : [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  const output = fs.openSync(log, "a");
  const child = await launch("setpriv", ["--pdeathsig=TERM", ...user, program, ...args], {
    cwd: "/",
    env: { PATH: process.env.PATH, HOME: home, LC_ALL: "C.UTF-8", TZ: "UTC", ...env },
    output,
  });
  fs.closeSync(output);
  return child;
}
