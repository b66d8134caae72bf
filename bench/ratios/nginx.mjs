import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { launch, stop } from "../../scripts/child.mjs";

const program = process.env.NGINX || "nginx";

export const hasNginx = () => spawnSync(program, ["-v"]).status === 0;

/** deploy/nginx.conf, over http on this machine. */
export function shippedConfig({ port, instances, distDir }) {
  return fs
    .readFileSync("deploy/nginx.conf", "utf8")
    .replace(/^server \{\n[^}]*default_server;[\s\S]*?^\}\n/gm, "")
    .replace(/^ +(?:ssl_|listen \[).*\n/gm, "")
    .replace("listen 443 ssl http2;", `listen 127.0.0.1:${port};`)
    .replace(/server_name .*;/, "server_name 127.0.0.1;")
    .replace(/^ +server 10\..*\n/gm, "")
    .replace("least_conn;", ["least_conn;", ...instances.map((instance) => `server 127.0.0.1:${instance} fail_timeout=2s;`)].join("\n"))
    .replaceAll("/srv/milepost", path.resolve(distDir));
}

/** nginx with `config` within http {}, in a folder of its own; answers once it listens. */
export async function startNginx({ folder, config, port }) {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.resolve(folder, "nginx.conf");
  const ofRoot = process.getuid() === 0 ? "user root root;" : "";
  fs.writeFileSync(
    file,
    `${ofRoot} daemon off; worker_processes 1; pid ${path.resolve(folder, "nginx.pid")}; error_log stderr error;
events { worker_connections 1024; }
http {
${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${path.resolve(folder, name)};`).join("\n")}
access_log off;
keepalive_requests 100000;
${config}
}
`,
  );
  const nginx = await launch(program, ["-c", file, "-e", "stderr"]);
  let ended = false;
  nginx.ended.then(() => (ended = true));
  for (const deadline = Date.now() + 10_000; Date.now() < deadline && !ended; await sleep(50)) {
    const listens = await fetch(`http://127.0.0.1:${port}/livez`).then(() => true, () => false);
    if (listens) return { pid: nginx.pid, port, stop: () => stop(nginx) };
  }
  throw new Error(`nginx has not started: see ${file}.`);
}
