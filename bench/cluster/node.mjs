import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandOf } from "../../db/embedded/presence.mjs";
import { whenLeaving } from "../../scripts/leave.mjs";
import { childrenOf } from "../faults/processes.mjs";
import { launchAs } from "./programs.mjs";

const HOST = "127.0.0.1";

/** One machine of the cluster: a Patroni with the Postgres that it starts, by the shipped deploy/patroni.yml. */
export function makeNode({ name, home, as, ports, etcdPort, passwords, binDir, log }) {
  const folder = path.join(home, name);
  const data = path.join(folder, "data");
  const env = {
    PATRONI_NAME: name,
    PATRONI_ETCD3_HOSTS: `${HOST}:${etcdPort}`,
    PATRONI_RESTAPI_LISTEN: `${HOST}:${ports.rest}`,
    PATRONI_RESTAPI_CONNECT_ADDRESS: `${HOST}:${ports.rest}`,
    PATRONI_RESTAPI_USERNAME: "patroni",
    PATRONI_RESTAPI_PASSWORD: passwords.rest,
    PATRONI_POSTGRESQL_LISTEN: `${HOST}:${ports.postgres}`,
    PATRONI_POSTGRESQL_CONNECT_ADDRESS: `${HOST}:${ports.postgres}`,
    PATRONI_POSTGRESQL_DATA_DIR: data,
    PATRONI_POSTGRESQL_BIN_DIR: binDir,
    PATRONI_SUPERUSER_USERNAME: "postgres",
    PATRONI_SUPERUSER_PASSWORD: passwords.superuser,
    PATRONI_REPLICATION_USERNAME: "replicator",
    PATRONI_REPLICATION_PASSWORD: passwords.replicator,
    PATRONI_REWIND_USERNAME: "rewinder",
    PATRONI_REWIND_PASSWORD: passwords.rewinder,
  };
  let patroni = null;
  // Should Postgres outlive its Patroni.
  whenLeaving(sweep);

  async function start() {
    fs.mkdirSync(folder, { recursive: true });
    if (as.uid !== undefined) fs.chownSync(folder, as.uid, as.gid);
    const config = path.join(folder, "patroni.yml");
    fs.writeFileSync(config, fs.readFileSync("deploy/patroni.yml", "utf8").replace(/(unix_socket_directories: ).*/, '$1""'));
    patroni = await launchAs(as, folder, "patroni", [config], { env, log });
  }

  function postmaster() {
    const file = path.join(data, "postmaster.pid");
    const pid = fs.existsSync(file) ? Number.parseInt(fs.readFileSync(file, "utf8"), 10) : 0;
    return pid > 0 && commandOf(pid).includes(data) ? pid : null;
  }

  /** Patroni first, so that it sees nothing of what happens to its Postgres. */
  function signalAll(signal) {
    const pid = postmaster();
    if (pid === null) throw new Error(`The Postgres of ${name} does not run.`);
    for (const target of [patroni.pid, pid, ...childrenOf(pid).map((child) => child.pid)]) send(target, signal);
  }

  async function sweep() {
    for (const deadline = Date.now() + 10_000; postmaster() !== null && Date.now() < deadline; await sleep(100)) send(postmaster(), "SIGQUIT");
  }

  /** What Patroni answers, read; null when it does not. */
  async function ask(where, { method = "GET", body, patience = 3_000 } = {}) {
    try {
      const response = await fetch(`http://${HOST}:${ports.rest}/${where}`, {
        method,
        headers: { Authorization: `Basic ${btoa(`patroni:${passwords.rest}`)}` },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(patience),
      });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      return { status: 0, text: error.cause?.code ?? error.message };
    }
  }

  return {
    name,
    ports,
    start,
    ask,
    isUp: () => postmaster() !== null,
    leads: async () => (await ask("primary")).status === 200,
    /** The process that receives the log of the leader. */
    receiver: () => childrenOf(postmaster()).find(({ command }) => command.includes("walreceiver"))?.pid,
    kill: () => signalAll("SIGKILL"),
    freeze() {
      whenLeaving(() => postmaster() !== null && signalAll("SIGCONT"));
      signalAll("SIGSTOP");
    },
    thaw: () => signalAll("SIGCONT"),
  };
}

export function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended between the look and the signal.
    if (error.code !== "ESRCH") throw error;
  }
}
