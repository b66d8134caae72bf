import fs from "node:fs";
import path from "node:path";
import { policiesOf } from "../../scripts/edge/pages.mjs";
import { spread } from "../spread.mjs";
import { alternate } from "./alternate.mjs";
import { costOf } from "./cost.mjs";
import { hammer } from "./hammer.mjs";
import { hasNginx, shippedConfig, startNginx } from "./nginx.mjs";
import { findDifferences } from "./same-answers.mjs";

const ROUNDS = 7;
const SECONDS = 2;
const CONNECTIONS = 16;

/** Pages and files through the shipped proxy, beside nginx with a configuration for nothing but these bytes, and the instance itself. Null without nginx. */
export async function measureFiles({ distDir, dataDir, port, appPid }) {
  if (!hasNginx()) {
    console.log("nginx is not there: install it, or let NGINX name it. Pages and files through the proxy were not measured.");
    return null;
  }
  const script = longestScript(distDir);
  const files = [
    { name: "/roadmap", path: "/roadmap", plain: "/pages/roadmap.html" },
    { name: "/", path: "/", plain: "/pages/index.html" },
    { name: "a script", path: `/_next/static/${script}`, plain: `/static/${script}` },
  ];
  const shipped = await startNginx({ folder: path.join(dataDir, "nginx-shipped"), config: shippedConfig({ port: port + 1, instances: [port], distDir }), port: port + 1 });
  const plain = await startNginx({ folder: path.join(dataDir, "nginx-plain"), config: plainConfig({ port: port + 2, distDir, files }), port: port + 2 });
  try {
    const rows = [await compare({ ports: [port, shipped.port], host: `127.0.0.1:${port}`, distDir, script })];
    for (const file of files) rows.push(...(await measureFile({ file, shipped, plain, port, appPid })));
    return rows;
  } finally {
    await shipped.stop();
    await plain.stop();
  }
}

async function measureFile({ file, shipped, plain, port, appPid }) {
  const asked = (given) => () => hammer({ host: `127.0.0.1:${port}`, headers: { "Accept-Encoding": "gzip" }, connections: CONNECTIONS, seconds: SECONDS, ...given });
  const [throughProxy, fromPlain, fromInstance] = [asked({ port: shipped.port, path: file.path }), asked({ port: plain.port, path: file.plain }), asked({ port, path: file.path })];
  await fromInstance();
  const measured = await alternate(ROUNDS, {
    shipped: () => costOf(throughProxy, shipped.pid, appPid),
    plain: () => costOf(fromPlain, plain.pid),
    instance: () => costOf(fromInstance, appPid),
  });
  const of = (who, says) => [
    { name: `${file.name}, ${says}`, unit: "a second", value: measured.of(who, "perSecond") },
    { name: `${file.name}, ${says}`, unit: "CPU ms", value: measured.of(who, "workedMs") },
  ];
  return [
    ...of("plain", "nginx with these bytes alone"),
    ...of("shipped", "the shipped nginx and what is behind it"),
    ...of("instance", "the instance itself"),
    { name: `${file.name}, shipped to nginx alone`, unit: "times a second", value: measured.ratio("shipped", "plain", "perSecond"), least: 0.8 },
    { name: `${file.name}, nginx alone to shipped`, unit: "times the CPU", value: measured.ratio("plain", "shipped", "workedMs"), least: 0.8 },
  ];
}

/** The same bytes and headers, found by name, and nothing else to decide. */
function plainConfig({ port, distDir, files }) {
  const dist = path.resolve(distDir);
  const read = (name) => fs.readFileSync(path.join(dist, "nginx", name), "utf8");
  const policies = policiesOf(distDir);
  const locations = files.map(({ path: address, plain }) => {
    const headers = policies.has(address) ? read("page-headers.conf").replace("$milepost_policy", `"${policies.get(address)}"`) : read("file-headers.conf");
    return `location = ${plain} { ${headers} }`;
  });
  return `server {
listen 127.0.0.1:${port}; root ${dist}; gzip_static on; sendfile on; tcp_nopush on; max_ranges 0; server_tokens off;
open_file_cache max=2000 inactive=60s; open_file_cache_valid 10s;
types { text/html html; text/javascript js; }
${locations.join("\n")}
location / { return 404; }
}`;
}

function longestScript(distDir) {
  const folder = path.join(distDir, "static");
  const scripts = fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".js"));
  return scripts.map((file) => ({ file, size: fs.statSync(path.join(folder, file)).size })).sort((a, b) => b.size - a.size)[0].file;
}

/** Every page, and whatever else a proxy could answer in another way. */
async function compare({ ports, host, distDir, script }) {
  const headers = { Host: host };
  const firstOf = (ending) => fs.readdirSync(path.join(distDir, "static"), { recursive: true }).find((file) => file.endsWith(ending));
  const accepting = (encoding) => ({ headers: { ...headers, ...(encoding && { "Accept-Encoding": encoding }) } });
  const scriptPath = `/_next/static/${script}`;
  const [fontPath, stylePath] = [".woff2", ".css"].map((ending) => `/_next/static/${firstOf(ending)}`);
  const same = [
    ...[...policiesOf(distDir).keys()].map((address) => ({ path: address, ...accepting("gzip, deflate, br") })),
    ...["gzip", "br", null].flatMap((encoding) => ["/roadmap", "/", scriptPath, stylePath, fontPath].map((address) => ({ path: address, ...accepting(encoding) }))),
    ...["/roadmap", scriptPath].flatMap((address) => [{ path: address, method: "HEAD", ...accepting("br") }, { path: address, headers: { ...headers, Range: "bytes=0-9" } }]),
    { path: "/roadmap?from=mail", headers: { ...headers, Cookie: "milepost-session=none" } },
    { path: "/roadmap?_rsc=1", headers: { ...headers, RSC: "1" } },
    { path: "/roadmap?_rsc=1", headers: { ...headers, RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" } },
    ...["/no-such-page", "/sign-in", "/_not-found", "/sw.js"].map((address) => ({ path: address, headers })),
    { path: "/search-index.json", headers },
    { path: `${scriptPath}.none.js`, headers },
    { path: "/roadmap.html", headers },
    { path: "/roadmap/", headers },
    { path: "/api/progress", headers },
    { path: "/roadmap", method: "PUT", headers: { ...headers, Origin: "https://elsewhere.example" } },
    { path: "/api/session", method: "DELETE", headers: { ...headers, Origin: "https://elsewhere.example" } },
  ];
  const found = [];
  for (const request of same) found.push(...(await findDifferences(ports, request)));
  for (const path of ["/roadmap", "/"]) found.push(...(await findDifferences(ports, { path, ...accepting("br") }, { again: true })));
  for (const line of found) console.log(line);
  return { name: `what nginx says otherwise than the instance, ${same.length + 2} requests`, unit: "differences", value: spread([found.length]), most: 0 };
}
