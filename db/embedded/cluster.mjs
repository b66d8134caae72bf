import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";
import { commandOf, startOf } from "./presence.mjs";
import { Refusal } from "./refusal.mjs";

export const USER = "milepost";

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  fsync: "on",
  synchronous_commit: "on",
  shared_buffers: "128MB",
  max_connections: "80",
  // A statement that is refused is told to the application, which leaves out what people typed; Postgres would quote it.
  log_min_messages: "log",
};

// Root writes in a directory of an unprivileged user: no link placed there is followed.
const APPEND = fs.constants.O_WRONLY | fs.constants.O_APPEND | fs.constants.O_CREAT | fs.constants.O_NOFOLLOW;

// No path of the project: the user Postgres runs as may be unable to enter it.
const surroundings = (as) => ({ ...as, cwd: "/", env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } });

export function connect({ port, password, database = "postgres" }) {
  // The driver's own question for the types of arrays is nobody's to catch: a Postgres that dies while it is asked would end this process.
  return postgres({ host: "127.0.0.1", port, user: USER, password, database, max: 1, connect_timeout: 2, fetch_types: false, onnotice() {} });
}

/** Makes the data directory if there is none. It appears whole or not at all. */
export async function createCluster({ home, data, as }, native, password) {
  const made = path.join(data, "PG_VERSION");
  if (fs.existsSync(made)) {
    const [has, runs] = [fs.readFileSync(made, "utf8").trim(), await majorOf(native, as)];
    if (has !== runs) throw new Refusal(`The data in ${data} is of Postgres ${has}, the installed one is ${runs}: see docs/operations.md on upgrading.`);
    return;
  }
  const draft = `${data}.new`;
  const secret = path.join(home, "password.new");
  fs.rmSync(draft, { recursive: true, force: true });
  fs.rmSync(secret, { force: true });
  fs.writeFileSync(secret, password, { mode: 0o600, flag: "wx" });
  if (as.uid !== undefined) fs.lchownSync(secret, as.uid, as.gid);
  const options = ["-D", draft, "-U", USER, "-A", "scram-sha-256", `--pwfile=${secret}`, "-E", "UTF8"];
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  try {
    await promisify(execFile)(path.join(native, "bin/initdb"), [...options, ...locale], surroundings(as));
  } finally {
    fs.rmSync(secret, { force: true });
  }
  fs.renameSync(draft, data);
}

async function majorOf(native, as) {
  const { stdout } = await promisify(execFile)(path.join(native, "bin/postgres"), ["--version"], surroundings(as));
  return stdout.match(/(\d+)/)[1];
}

/** The running Postgres of this data directory, once it answers; null when none runs. */
export async function findRunning({ data }, password) {
  const file = path.join(data, "postmaster.pid");
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(50)) {
    if (!fs.existsSync(file)) return null;
    const [pid, , , port] = fs.readFileSync(file, "utf8").split("\n").map(Number);
    const start = startOf(pid);
    if (start === null) return null;
    if (!commandOf(pid).includes(data)) {
      fs.rmSync(file, { force: true });
      return null;
    }
    if (port && (await answers({ port, password, data }))) return { pid, start, port };
  }
  throw new Refusal(`The Postgres of ${data} runs but has not answered for a minute: its log says why.`);
}

async function answers({ port, password, data }) {
  const sql = connect({ port, password });
  try {
    const [{ data_directory: directory }] = await sql`show data_directory`;
    return fs.realpathSync(directory) === fs.realpathSync(data);
  } catch (error) {
    if (error.code === "28P01") throw new Refusal(`The password kept beside ${data} is not the one of the Postgres that runs there.`);
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Starts Postgres; it outlives this process. Answers null when something else listens on the port. */
export async function startCluster(place, native, { port, password }) {
  const log = path.join(place.home, "pg.log");
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  for (const deadline = Date.now() + 30_000; ; await sleep(100)) {
    const said = fs.existsSync(log) ? fs.statSync(log).size : 0;
    const output = fs.openSync(log, APPEND, 0o600);
    const child = spawn(path.join(native, "bin/postgres"), ["-D", place.data, "-p", String(port), ...settings], {
      ...surroundings(place.as),
      detached: true,
      stdio: ["ignore", output, output],
    });
    fs.closeSync(output);
    const gone = once(child, "exit").then(() => null);
    child.unref();
    const running = await Promise.race([gone, answering(child, place, { port, password })]);
    if (running) return running;

    const complaint = fs.readFileSync(log).subarray(said).toString();
    if (/could not bind|already in use/.test(complaint) && !/shared memory block/.test(complaint)) return null;
    // Backends of a Postgres that was killed still go away.
    const soon = /shared memory block|postmaster\.pid/.test(complaint);
    if (!soon || Date.now() > deadline) {
      throw new Refusal(`Postgres did not start (${complaint.trim().split("\n").at(-1)}); its log is ${log}.`);
    }
  }
}

async function answering(child, { data }, { port, password }) {
  while (child.exitCode === null && child.signalCode === null) {
    if (await answers({ port, password, data })) return { pid: child.pid, start: startOf(child.pid), port };
    await sleep(30);
  }
  return null;
}

export async function stopCluster({ pid, start }) {
  for (const [signal, patience] of [["SIGINT", 30_000], ["SIGQUIT", 10_000]]) {
    if (startOf(pid) !== start) return;
    process.kill(pid, signal);
    for (const deadline = Date.now() + patience; startOf(pid) === start && Date.now() < deadline; ) await sleep(20);
  }
}
