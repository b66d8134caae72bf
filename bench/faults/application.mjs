import fs from "node:fs";
import path from "node:path";
import { USER, findRunning, stopCluster } from "../../db/embedded/cluster.mjs";
import { findHome } from "../../db/embedded/home.mjs";
import { commandOf, othersIn } from "../../db/embedded/presence.mjs";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { findFreePort, isReady } from "../../scripts/address.mjs";
import { launchNode, stop } from "../../scripts/child.mjs";
import { mountDisk } from "./disk.mjs";
import { serverOf } from "./processes.mjs";

const DATA_DIR = ".data/faults";
const POSTGRES = "bin/postgres";

/** MB. A server has enough of it, and runs out of it within a second. */
const HEAP = 400;

/** Starts the real application with data of its own, from the build that fits `settings`. */
export async function startApplication(settings, { fullDisk, spoilsServer }) {
  const dataDir = path.resolve(DATA_DIR);
  await removeData(dataDir);
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const disk = fullDisk ? mountDisk(dataDir) : null;
  // The key is part of the build.
  fs.writeFileSync(path.join(dataDir, "action-key"), settings.actionKey, { mode: 0o600 });
  const port = await findFreePort(3310);
  const log = path.join(dataDir, "app.log");
  const output = fs.openSync(log, "w");
  const wrapper = await launchNode(["scripts/run.mjs", "start"], {
    env: {
      ...process.env,
      DATABASE_URL: "",
      DATA_DIR: dataDir,
      HOST: "127.0.0.1",
      PORT: String(port),
      APP_URL: settings.appUrl,
      NEXT_DIST_DIR: settings.distDir,
      ...(spoilsServer && { NODE_OPTIONS: `--max-old-space-size=${HEAP} --import ${new URL("in-server.mjs", import.meta.url).href}` }),
    },
    output,
  });
  fs.closeSync(output);
  let gone = false;
  wrapper.ended.then(() => (gone = true));

  const kept = (name) => fs.readFileSync(path.join(dataDir, name), "utf8").trim();
  const ready = (patience) => isReady({ host: "127.0.0.1", port }, { patience, givenUp: () => gone });
  if (!(await ready(90_000))) {
    throw new Refusal(`The application did not become ready:\n${fs.readFileSync(log, "utf8")}`);
  }
  const { data } = findHome(dataDir);

  return {
    origin: `http://127.0.0.1:${port}`,
    dataDir,
    authSecret: kept("auth-secret"),
    databaseUrl: () => `postgres://${USER}:${kept("pg-password")}@127.0.0.1:${kept("port")}/milepost`,
    ready,
    isGone: () => gone,
    serverPid: () => serverOf(wrapper.pid) ?? null,
    postmasterPid: () => findPostmaster(data)?.pid ?? null,
    isPostgresUp: () => findPostmaster(data)?.status === "ready",
    /** How often the wrapper saw the server die. */
    deaths: () => fs.readFileSync(log, "utf8").match(/^The server died/gm)?.length ?? 0,
    /** How often the application was told by Postgres that its disk is full. */
    fullDisks: () => fs.readFileSync(log, "utf8").match(/"code":"53100"/g)?.length ?? 0,
    /** The last that the wrapper and the programs it started said, without the log lines of requests. */
    lastWords: () => fs.readFileSync(log, "utf8").split("\n").filter((line) => line && !line.startsWith("{")).slice(-8).join("\n  "),
    /** Answers what makes room again. */
    fillDisk: () => disk.fill(),
    async stop() {
      await stop(wrapper, 40_000);
      disk?.remove();
    },
    remove: () => removeData(dataDir),
  };
}

function findPostmaster(data) {
  const file = path.join(data, "postmaster.pid");
  if (!fs.existsSync(file)) return null;
  const lines = fs.readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  return pid > 0 && commandOf(pid).includes(`${POSTGRES} -D ${data}`) ? { pid, status: lines[7]?.trim() } : null;
}

/** Removes the data of an earlier run and ends its Postgres, should it have outlived that run. */
async function removeData(dataDir) {
  if (!fs.existsSync(dataDir)) return;
  if (othersIn(path.join(dataDir, "users"))) throw new Refusal(`Another run uses ${dataDir}: wait for its end.`);
  const password = path.join(dataDir, "pg-password");
  if (fs.existsSync(password)) {
    const place = findHome(dataDir);
    const running = await findRunning(place, fs.readFileSync(password, "utf8").trim());
    if (running) await stopCluster(running);
    fs.rmSync(place.home, { recursive: true, force: true });
  }
  fs.rmSync(dataDir, { recursive: true, force: true });
}
