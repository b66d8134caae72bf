import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";
import { USER } from "../../db/embedded/cluster.mjs";
import { findHome, handOver, lookHome } from "../../db/embedded/home.mjs";
import { choosePort } from "../../db/embedded/ports.mjs";
import { commandOf, startOf } from "../../db/embedded/presence.mjs";
import { whenLeaving } from "../../scripts/leave.mjs";
import { childrenOf } from "../faults/processes.mjs";

/**
 * A Postgres with an archive, handled as an operator handles one: made, backed up, killed with its data thrown away, and brought back.
 * All of it lies in a folder of its own, which Postgres may enter.
 */
export async function makeServer(dataDir, makeArchive) {
  await removeServer(dataDir);
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const place = findHome(path.resolve(dataDir));
  const { home, data, as } = place;
  const owner = as.uid === undefined ? os.userInfo().username : (await promisify(execFile)("id", ["-nu", String(as.uid)])).stdout.trim();
  const password = randomBytes(24).toString("base64url");
  const port = await choosePort();
  const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  // No path of the project: the user Postgres runs as may be unable to enter it.
  const run = (command, args) => promisify(execFile)(command, args, { ...as, cwd: "/", env, maxBuffer: 2 ** 26 });
  const archive = await makeArchive({ ...place, port, run, connect });
  Object.assign(env, archive.env);
  const pgCtl = (...args) => run(path.join(archive.bin, "pg_ctl"), ["-D", data, ...args]);

  /** As the superuser, who is the one Postgres runs as: by the socket without a password, as pgBackRest connects. */
  function connect(database = "postgres") {
    return postgres({ host: "127.0.0.1", port, user: owner, password, database, max: 1, max_lifetime: null, idle_timeout: 0, connect_timeout: 10, fetch_types: false, onnotice() {} });
  }

  async function create() {
    const secret = path.join(home, "password");
    fs.writeFileSync(secret, password, { mode: 0o600 });
    handOver(home, as);
    await run(path.join(archive.bin, "initdb"), ["-D", data, "-U", owner, "--auth-local=peer", "--auth-host=scram-sha-256", `--pwfile=${secret}`, "-E", "UTF8", "--locale=C"]);
    const settings = [`port = ${port}`, "listen_addresses = '127.0.0.1'", `unix_socket_directories = '${home}'`, archive.settings];
    fs.appendFileSync(path.join(data, "postgresql.conf"), `${settings.join("\n")}\n`);
    await start();
    await within("postgres", async (sql) => {
      await sql.unsafe(`create role ${USER} login password '${password}'`);
      await sql.unsafe(`create database milepost owner ${USER}`);
    });
    await archive.prepare();
  }

  // Answers once it takes connections, which may be before it is recovered.
  const start = () => pgCtl("-l", path.join(home, "pg.log"), "-w", "-t", "120", "start");

  async function within(database, work) {
    const sql = connect(database);
    try {
      return await work(sql);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }

  async function kill() {
    const pid = Number.parseInt(fs.readFileSync(path.join(data, "postmaster.pid"), "utf8"), 10);
    const all = [pid, ...childrenOf(pid).map((child) => child.pid)];
    process.kill(pid, "SIGKILL");
    while (all.some((one) => startOf(one) !== null)) await sleep(20);
  }

  /** kill -9, and the disk is gone. */
  async function lose() {
    await kill();
    fs.rmSync(data, { recursive: true });
  }

  /** From the archive: to its end, or to the moment `at`. Answers once it may be written to, and how many ms that took. */
  async function restore(at) {
    const began = performance.now();
    fs.rmSync(data, { recursive: true, force: true });
    fs.mkdirSync(data, { mode: 0o700 });
    handOver(data, as);
    await archive.restore(at);
    const restored = performance.now();
    await start();
    await within("postgres", async (sql) => {
      while ((await sql`select pg_is_in_recovery() as recovering`)[0].recovering) await sleep(50);
    });
    return { files: restored - began, recovery: performance.now() - restored };
  }

  whenLeaving(() => stopLeft(data));
  await create();
  return {
    name: `Postgres ${await within("postgres", async (sql) => (await sql`select current_setting('server_version') as version`)[0].version)} with ${archive.name}`,
    databaseUrl: `postgres://${USER}:${password}@127.0.0.1:${port}/milepost`,
    connect,
    within,
    backUp: archive.backUp,
    lastArchived: archive.last,
    lose,
    restore,
    stop: () => pgCtl("-m", "fast", "-w", "stop"),
    home,
    remove: () => removeServer(dataDir),
  };
}

/** Removes what an earlier run left, and ends its Postgres. */
async function removeServer(dataDir) {
  const folder = path.resolve(dataDir);
  if (!fs.existsSync(folder)) return;
  const { home, data } = lookHome(folder);
  await stopLeft(data);
  fs.rmSync(home, { recursive: true, force: true });
  fs.rmSync(folder, { recursive: true, force: true });
}

async function stopLeft(data) {
  const file = path.join(data, "postmaster.pid");
  if (!fs.existsSync(file)) return;
  const pid = Number.parseInt(fs.readFileSync(file, "utf8"), 10);
  if (!commandOf(pid).includes(data)) return;
  process.kill(pid, "SIGINT");
  for (const deadline = Date.now() + 30_000; startOf(pid) !== null && Date.now() < deadline; ) await sleep(50);
}
