import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { startCluster, stopCluster } from "../../db/embedded/cluster.mjs";
import { copyRunning } from "../../db/embedded/copy-running.mjs";
import { handOver, prepareBinaries, workplaceOf } from "../../db/embedded/home.mjs";
import { choosePort } from "../../db/embedded/ports.mjs";
import { startOf } from "../../db/embedded/presence.mjs";
import { childrenOf } from "../faults/processes.mjs";

/** A streaming replica of the embedded Postgres at `url`: a copy made while it runs, which then follows its log. */
export async function startReplica(url) {
  const { port, username, password } = new URL(url);
  const primary = postgres(url, { max: 1, max_lifetime: null, onnotice() {} });
  const [{ data }] = await primary`select current_setting('data_directory') as data`;
  const { uid, gid } = fs.statSync(data);
  const place = { home: path.dirname(data), as: process.getuid() === 0 ? { uid, gid } : {} };
  const workplace = workplaceOf(place.home, `replica-${process.pid}`);
  const copy = { home: workplace, data: path.join(workplace, "pg"), as: place.as };
  fs.mkdirSync(workplace, { mode: 0o700 });
  await copyRunning(primary, data, copy.data);
  await primary.end();
  fs.writeFileSync(path.join(copy.data, "standby.signal"), "");
  fs.appendFileSync(path.join(copy.data, "postgresql.auto.conf"), `primary_conninfo = 'host=127.0.0.1 port=${port} user=${username} password=${password}'\n`);
  handOver(workplace, copy.as);
  const native = prepareBinaries(place);
  let running = null;
  while (!running) running = await startCluster(copy, native, { port: await choosePort(), password });
  const own = Object.assign(new URL(url), { port: String(running.port) }).href;
  const sql = postgres(own, { max: 1, connection: { application_name: "watching" }, onnotice() {} });
  return {
    url: own,
    sql,
    /** To Postgres and to each of its processes. */
    signal(name) {
      const own = [running.pid, ...childrenOf(running.pid).map((child) => child.pid)];
      for (const pid of own) if (startOf(pid)) process.kill(pid, name);
    },
    async remove() {
      await sql.end({ timeout: 1 });
      await stopCluster(running);
      fs.rmSync(workplace, { recursive: true, force: true });
    },
  };
}
