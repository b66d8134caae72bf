import { randomUUID } from "node:crypto";
import http from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";
import next from "next";
import sirv from "sirv";
import { logConsole, withRequestId } from "../lib/log.mjs";
import { readAddresses } from "./edge/addresses.mjs";
import { withinLimit } from "./edge/body.mjs";
import { nameClient } from "./edge/client.mjs";
import { headersOf, POLICY_OF_WORKER } from "./edge/headers.mjs";
import { stripBelieved } from "./edge/inside.mjs";
import { readLimits } from "./edge/limits.mjs";
import { pathOf, refusalOf } from "./edge/refusal.mjs";

// The server that `npm start` keeps running: what every request must be, files of the build as they were compressed, the rest is Next's.

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

const filesOfBuild = sirv(path.join(distDir, "static"), { brotli: true, gzip: true, immutable: true, maxAge: 31_536_000 });
const serviceWorker = sirv(distDir, {
  setHeaders: (response) => {
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Content-Security-Policy", POLICY_OF_WORKER);
  },
});

// Next listens for upgrades where it is told to: nothing of Milepost is a socket, so on a server that never listens.
const app = next({ dev: false, hostname: values.host, port, httpServer: http.createServer() });
await app.prepare();
const handle = app.getRequestHandler();

const STATIC = "/_next/static";
const SLOW = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16_384 };
const server = http.createServer(SLOW, (request, response) => {
  const id = randomUUID();
  response.setHeader("X-Request-Id", id);
  withRequestId(id, () => answer(request, response));
});

function answer(request, response) {
  const address = pathOf(request.url);
  setHeaders(response, address);
  const refusal = refusalOf(request, addresses);
  if (refusal) return refuse(request, response, refusal);
  const answerByNext = () => passOn(request, response, address);
  if (request.url === "/sw.js") return serviceWorker(request, response, answerByNext);
  if (!request.url.startsWith(`${STATIC}/`)) return answerByNext();
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
  try {
    const counted = await withinLimit(request, limitOf(address, request.headers["next-action"]));
    if (counted) await handle(counted, response);
    else refuse(request, response, { status: 413, message: "This is larger than what is taken here. Nothing was read." });
  } catch (error) {
    // Who left while their body was read hears nothing.
    if (!request.destroyed) console.error("A request was not answered.", error);
    response.destroy();
  }
}

/** In the shape of every JSON route. What is still sent is read and dropped, so that the answer arrives. */
function refuse(request, response, { status, message }) {
  response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify({ ok: false, message }));
  request.resume();
}

process.once("SIGTERM", () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
