import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { connect, createCluster, findRunning, startCluster, stopCluster, USER } from "./embedded/cluster.mjs";
import { findHome, prepareBinaries } from "./embedded/home.mjs";
import { kept } from "./embedded/kept.mjs";
import { withLock } from "./embedded/lock.mjs";
import { choosePort, isFree } from "./embedded/ports.mjs";
import { depart, enter, othersIn, startOf } from "./embedded/presence.mjs";
import { Refusal } from "./embedded/refusal.mjs";

/**
 * Attaches to the Postgres of `dataDir` or starts it, and makes the database `name`, emptied first when `fresh`.
 * The last process to leave stops Postgres; `supervise` starts it again when it dies.
 */
export async function openDatabase({ dataDir, name = "milepost", fresh = false, say = console.log }) {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = fs.realpathSync(dataDir);
  const lock = path.join(folder, "lock");
  let cluster;
  let running;
  await withLock(lock, async () => {
    cluster = describe(folder, say);
    running = await ensureRunning(cluster, { mayMove: !othersIn(cluster.users) });
    enter(cluster.users);
    await createDatabase({ ...cluster, port: running.port }, name, fresh);
  });

  let watch;
  let restart;
  async function startAgain() {
    try {
      running = await withLock(lock, () => ensureRunning(cluster, { mayMove: false }));
      say("Postgres had died and runs again.");
    } catch (error) {
      say(`Postgres died: ${error.message} Trying again.`);
    } finally {
      restart = undefined;
    }
  }

  return {
    url: `postgres://${USER}:${cluster.password}@127.0.0.1:${running.port}/${name}`,
    supervise() {
      watch ??= setInterval(() => {
        if (!restart && startOf(running.pid) !== running.start) restart = startAgain();
      }, 300);
    },
    async leave() {
      clearInterval(watch);
      await restart;
      await withLock(lock, async () => {
        depart(cluster.users);
        if (othersIn(cluster.users)) return;
        const found = await findRunning(cluster.place, cluster.password);
        if (found) await stopCluster(found);
      });
    },
  };
}

function describe(dataDir, say) {
  return {
    place: findHome(dataDir),
    password: kept(path.join(dataDir, "pg-password"), () => randomBytes(24).toString("base64url")),
    portFile: path.join(dataDir, "port"),
    users: path.join(dataDir, "users"),
    say,
  };
}

async function ensureRunning({ place, password, portFile, say }, { mayMove }) {
  const attached = await findRunning(place, password);
  if (attached) return attached;

  const native = prepareBinaries(place);
  await createCluster(place, native, password);
  const before = readPort(portFile);
  let port = before ?? (await choosePort());
  while (true) {
    const started = (await isFree(port)) && (await startCluster(place, native, { port, password }));
    if (started) {
      if (port !== before) fs.writeFileSync(portFile, String(port));
      return started;
    }
    if (!mayMove) throw new Refusal(`Something else listens on port ${port} of Postgres.`);
    const taken = port;
    port = await choosePort();
    say(`Something else listens on port ${taken}: Postgres moves to ${port}.`);
  }
}

/** Null where none was written, or a power cut left nothing of it. */
function readPort(portFile) {
  const port = fs.existsSync(portFile) ? Number(fs.readFileSync(portFile, "utf8")) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

async function createDatabase({ port, password }, name, fresh) {
  const sql = connect({ port, password });
  try {
    if (fresh) await sql`drop database if exists ${sql(name)} with (force)`;
    const [found] = await sql`select from pg_database where datname = ${name}`;
    if (!found) await sql`create database ${sql(name)}`;
  } finally {
    await sql.end();
  }
}
