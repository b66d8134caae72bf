import http from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";
import next from "next";
import sirv from "sirv";

// The server that `npm start` keeps running. Files of the build go out as they were compressed then, the rest is Next's.

const { values } = parseArgs({ options: { port: { type: "string" }, host: { type: "string" } } });
const port = Number(values.port);
const distDir = process.env.NEXT_DIST_DIR || ".next";

const filesOfBuild = sirv(path.join(distDir, "static"), {
  brotli: true,
  gzip: true,
  immutable: true,
  maxAge: 31_536_000,
  setHeaders: (response) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  },
});
const serviceWorker = sirv(distDir, {
  setHeaders: (response) => {
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; connect-src 'self'");
  },
});

const app = next({ dev: false, hostname: values.host, port });
await app.prepare();
const handle = app.getRequestHandler();

const STATIC = "/_next/static";
const server = http.createServer((request, response) => {
  const answerByNext = () => handle(request, response);
  if (request.url === "/sw.js") return serviceWorker(request, response, answerByNext);
  if (!request.url.startsWith(`${STATIC}/`)) return answerByNext();
  const original = request.url;
  request.url = original.slice(STATIC.length);
  filesOfBuild(request, response, () => {
    request.url = original;
    answerByNext();
  });
});
// Longer than proxies keep theirs, so that they and not we end an idle connection.
server.keepAliveTimeout = 65_000;
server.listen(port, values.host);

process.once("SIGTERM", () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
