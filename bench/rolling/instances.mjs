import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { isReady } from "../../scripts/address.mjs";
import { launchNode, run, stop } from "../../scripts/child.mjs";

const HOST = "127.0.0.1";
const DRAIN_SECONDS = "5";

/** One instance as the unit and the image run it; answers once it is ready. Without a proxy it is asked by browsers, and stops at once. */
export async function startInstance({ settings, distDir, databaseUrl, directUrl, readUrl, authSecret, dataDir, port, proxied = true }) {
  const log = path.resolve(dataDir, `app-${port}.log`);
  const output = fs.openSync(log, "a");
  const wrapper = await launchNode(["scripts/run.mjs", "serve"], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      DATABASE_DIRECT_URL: directUrl,
      DATABASE_READ_URL: readUrl ?? undefined,
      DATA_DIR: dataDir,
      AUTH_SECRET: authSecret,
      APP_URL: settings.appUrl,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: settings.actionKey,
      NEXT_DIST_DIR: distDir,
      HOST,
      PORT: String(port),
      TRUSTED_PROXIES: proxied ? "1" : "0",
      DRAIN_SECONDS: proxied ? DRAIN_SECONDS : "0",
    },
    output,
  });
  fs.closeSync(output);
  if (!(await isReady({ host: HOST, port }, { patience: 90_000 }))) throw new Refusal(`An instance did not become ready: see ${log}.`);
  return { port, pid: wrapper.pid, stop: () => stop(wrapper, 40_000) };
}

/** HAProxy with the backend of deploy/haproxy.cfg, over http on this machine. */
export async function startProxy({ dataDir, port, ports }) {
  const [one, two] = ports;
  const config = fs
    .readFileSync("deploy/haproxy.cfg", "utf8")
    .replace("bind :80", `bind ${HOST}:${port}`)
    .replace(/^.*(?:bind :443|redirect scheme|deny_status 403).*\n/gm, "")
    .replace(/server one \S+/, `server one ${HOST}:${one}`)
    .replace(/server two \S+/, `server two ${HOST}:${two}`);
  runProxy(path.resolve(dataDir, "haproxy.cfg"), config);
  if (!(await isReady({ host: HOST, port }, { patience: 20_000 }))) throw new Refusal("HAProxy has not become ready.");
}

/** HAProxy with this configuration, kept in this file. */
export function runProxy(file, config) {
  const program = process.env.HAPROXY || "haproxy";
  if (spawnSync(program, ["-v"]).status !== 0) throw new Refusal("HAProxy is not there: install it, or let HAPROXY name it.");
  fs.writeFileSync(file, config);
  run(program, ["-db", "-q", "-f", file], { quiet: true }).then(({ text }) => text && console.error(text));
}
