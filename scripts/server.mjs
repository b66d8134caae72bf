import { randomUUID } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import next from "next";
import sirv from "sirv";
import { isAskedByItself } from "../lib/access/asked-by-itself.mjs";
import { logConsole, withRequestId } from "../lib/log.mjs";
import { readAddresses } from "./edge/addresses.mjs";
import { makeAdmission, readKinds } from "./edge/admission.mjs";
import { readWhole } from "./edge/body.mjs";
import { serveBuiltPages } from "./edge/built-pages.mjs";
import { nameClient } from "./edge/client.mjs";
import { compressAnswer } from "./edge/compressed.mjs";
import { headersOf, POLICY_OF_WORKER } from "./edge/headers.mjs";
import { stripBelieved } from "./edge/inside.mjs";
import { readLimits } from "./edge/limits.mjs";
import { givePolicy } from "./edge/page-policy.mjs";
import { HEALTH, pathOf, refusalOf } from "./edge/refusal.mjs";
import { refuse } from "./edge/refuse.mjs";
import { endInTime, readTimeLimits } from "./edge/time-limit.mjs";

// The server that `npm start` keeps running: what every request must be, how many are worked on at once, files and pages of the build as they were compressed, the rest is Next's.

logConsole();
process.on("uncaughtException", (error) => {
  console.error("The server ends: nobody caught this.", error);
  process.exit(1);
});

const { values } = parseArgs({ options: { port: { type: "string" }, host: { type: "string" } } });
const port = Number(values.port);
const distDir = process.env.NEXT_DIST_DIR || ".next";
const { APP_URL: appUrl, TRIAL: trial } = process.env;

const addresses = readAddresses({ appUrl, trial, host: values.host, port });
const trustedProxies = Number(process.env.TRUSTED_PROXIES ?? 0);
const setHeaders = headersOf({ https: appUrl.startsWith("https:") });
const limitOf = readLimits(distDir);
const timeLimitOf = readTimeLimits(distDir);
const kindOf = readKinds(distDir);
// Four at a time keep the processor busy; more share it, and each is later. Whoever waits for a second is better served by being told.
const admission = makeAdmission({ atOnce: 8, waiting: 200, patience: 900 });
const boards = makeAdmission({ atOnce: 200, waiting: 0, patience: 0 });
const metrics = process.env.METRICS_PORT ? await startMetrics() : null;

const filesOfBuild = sirv(path.join(distDir, "static"), { brotli: true, gzip: true, immutable: true, maxAge: 31_536_000 });
const builtPages = serveBuiltPages(distDir);
const serviceWorker = sirv(distDir, {
  setHeaders: (response) => {
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Content-Security-Policy", POLICY_OF_WORKER);
  },
});

// The settings that the build was made with, as Next's own standalone server has them: reading next.config.ts takes a compiler, which is
// not where a build made beforehand is served.
const { config } = JSON.parse(fs.readFileSync(path.join(distDir, "required-server-files.json"), "utf8"));
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
// Next listens for upgrades where it is told to: nothing of Milepost is a socket, so on a server that never listens.
const app = next({ dev: false, hostname: values.host, port, httpServer: http.createServer() });
await app.prepare();
const handle = app.getRequestHandler();

let draining = false;
const STATIC = "/_next/static";
const SLOW = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16_384 };
const server = http.createServer(SLOW, (request, response) => {
  const id = randomUUID();
  response.setHeader("X-Request-Id", id);
  withRequestId(id, () => {
    try {
      answer(request, response);
    } catch (error) {
      console.error("A request was not answered.", error);
      response.destroy();
    }
  });
});

function answer(request, response) {
  const address = pathOf(request.url);
  // Nothing here is so large that it is read in parts, and reading one that ends before it begins would end the server.
  delete request.headers.range;
  setHeaders(response, address);
  if (draining) response.setHeader("Connection", "close");
  const refusal = refusalOf(request, addresses);
  if (refusal) return refuse(request, response, refusal);
  if (draining && address === "/readyz") return refuse(request, response, { status: 503, message: "This instance is about to stop." });
  const answerByNext = () => passOn(request, response, address);
  if (request.url === "/sw.js") return serviceWorker(request, response, answerByNext);
  if (!request.url.startsWith(`${STATIC}/`)) return builtPages(request, response, address, answerByNext);
  const original = request.url;
  request.url = original.slice(STATIC.length);
  filesOfBuild(request, response, () => {
    request.url = original;
    answerByNext();
  });
}
// Longer than proxies keep theirs, so that they and not we end an idle connection.
server.keepAliveTimeout = 65_000;
server.listen(port, values.host);

async function passOn(request, response, address) {
  stripBelieved(request.headers);
  nameClient(request, trustedProxies);
  const action = request.headers["next-action"];
  const kind = kindOf(address, action);
  try {
    const { whole, refusal } = await readWhole(request, limitOf(address, action));
    if (refusal) return refuse(request, response, refusal);
    const board = isAskedByItself(address);
    metrics?.watch(response, board ? "board" : kind);
    const refuseFor = (message) => refuse(request, response, { status: 503, message, retryAfter: 1 });
    // Whoever watches the server hears from it whatever it is doing.
    const leave = HEALTH.has(address) ? () => undefined : await (board ? boards : admission).enter(kind);
    if (!leave) return refuseFor("Milepost has more to do at this moment than it can. Nothing of this was done: try again shortly.");
    response.once("close", leave);
    // Who left while they waited: their close has passed.
    if (response.destroyed) return leave();
    givePolicy(whole, response, address);
    // The answer to ticks is a few words: to compress them takes longer than to send them.
    if (!(action && kind === "tick")) compressAnswer(whole, response);
    endInTime(response, timeLimitOf(address, kind, action), () => refuseFor("This took too long and was broken off. Look whether it was done before you try again."));
    await handle(whole, response);
  } catch (error) {
    // Who left while their body was read hears nothing.
    if (!request.destroyed) console.error("A request was not answered.", error);
    response.destroy();
  }
}

async function startMetrics() {
  const { serveMetrics } = await import("./edge/metrics.mjs");
  return serveMetrics({ port: Number(process.env.METRICS_PORT), host: process.env.METRICS_HOST || "127.0.0.1", load: admission.load });
}

process.once("SIGTERM", async () => {
  draining = true;
  // A proxy in front notices that this instance is not ready, and asks others, before it stops to listen.
  await sleep(Number(process.env.DRAIN_SECONDS ?? 0) * 1_000);
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
