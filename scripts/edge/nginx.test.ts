import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import sirv from "sirv";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hasNginx, shippedConfig, startNginx } from "@/bench/ratios/nginx.mjs";
import { ask, findDifferences, type Request } from "@/bench/ratios/same-answers.mjs";
import { compressPages, compressStatic } from "../compress.mjs";
import { findFreePort } from "../address.mjs";
import { serveBuiltPages } from "./built-pages.mjs";
import { headersOf } from "./headers.mjs";
import { writeForNginx } from "./nginx.mjs";
import { pathOf } from "./refusal.mjs";

const APP_URL = "https://milepost.example.org";
const there = hasNginx();
const distDir = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-nginx-"));
const page = (title: string) => `<!doctype html><title>${title}</title>${"<p>Use transactions</p>".repeat(200)}`;

let instance: http.Server;
let nginx: { port: number; stop: () => Promise<void> } | undefined;
let ports: [number, number];

beforeAll(async () => {
  const write = (file: string, content: string) => {
    fs.mkdirSync(path.dirname(path.join(distDir, file)), { recursive: true });
    fs.writeFileSync(path.join(distDir, file), content);
  };
  write("csp-hashes.json", JSON.stringify({ "/": ["'sha256-of-home='"], "/roadmap": ["'sha256-of-road='"], "/roadmap/testing": [], "/_not-found": [] }));
  for (const name of ["index", "roadmap", "roadmap/testing", "_not-found"]) write(`server/app/${name}.html`, page(name));
  write("static/chunks/a-1.js", "export const a = 1;\n".repeat(100));
  write("static/chunks/a-1.css", "p { color: black }\n".repeat(100));
  write("static/media/a.p.1.woff2", "a font");
  await compressPages(distDir);
  await compressStatic(distDir);
  writeForNginx(distDir, { appUrl: APP_URL });

  instance = http.createServer(inPlaceOfTheServer());
  instance.listen(0, "127.0.0.1");
  await once(instance, "listening");
  const { port: own } = instance.address() as AddressInfo; // it listens on a port
  if (!there) return;
  const port = await findFreePort(own + 1);
  nginx = await startNginx({ folder: path.join(distDir, "run"), config: shippedConfig({ port, instances: [own], distDir }), port });
  ports = [own, port];
});
afterAll(async () => {
  await nginx?.stop();
  instance.close();
  fs.rmSync(distDir, { recursive: true });
});

/** Files and pages as scripts/server.mjs sends them; what it would ask Next for is told apart by its status. */
function inPlaceOfTheServer(): http.RequestListener {
  const setHeaders = headersOf({ https: true });
  const pages = serveBuiltPages(distDir);
  const files = sirv(path.join(distDir, "static"), { brotli: true, gzip: true, immutable: true, maxAge: 31_536_000 });
  return (request, response) => {
    delete request.headers.range;
    const address: string = pathOf(request.url ?? "");
    setHeaders(response, address);
    const next = () => {
      const { host, rsc, "x-forwarded-for": from = "" } = request.headers;
      response.writeHead(418, { "Content-Type": "application/json" }).end(JSON.stringify({ method: request.method, url: request.url, host, rsc, from }));
    };
    if (!address.startsWith("/_next/static/")) return pages(request, response, address, next);
    const original = request.url;
    request.url = address.slice("/_next/static".length);
    files(request, response, () => {
      request.url = original;
      next();
    });
  };
}

const SAME = ["br", "gzip, deflate", "gzip, deflate, br, zstd", "identity"].flatMap((accepted) =>
  ["/", "/roadmap", "/roadmap/testing", "/_next/static/chunks/a-1.js", "/_next/static/chunks/a-1.css", "/_next/static/media/a.p.1.woff2"].flatMap((address) =>
    ["GET", "HEAD"].map((method) => [`${method} ${address}`, accepted, { path: address, method, headers: { "accept-encoding": accepted } }] as const),
  ),
);

test.runIf(there).each(SAME)("through nginx %s has every header and byte that the server sends to whoever takes %s", async (_, __, request) => {
  const [answer] = await Promise.all([ask(ports[1], { ...request, headers: { ...request.headers, host: "127.0.0.1" } }), same(request)]);
  expect(answer.status).toBe(200);
});

test.runIf(there).each(["/", "/roadmap"])("a page that did not change is answered 304, under its policy", async (address) => {
  await same({ path: address, headers: { "accept-encoding": "br" } }, { again: true });
  const { headers } = await ask(ports[1], { path: address });
  const again = await ask(ports[1], { path: address, headers: { "If-None-Match": headers.etag ?? "" } });
  expect(again.status).toBe(304);
  expect(again.headers["content-security-policy"]).toContain("'sha256-of-");
});

test.runIf(there).each<[string, Request]>([
  ["what is asked in part", { path: "/roadmap", headers: { range: "bytes=0-9" } }],
  ["a page with a query and a session", { path: "/roadmap?from=mail", headers: { cookie: "milepost-session=x" } }],
])("%s is answered whole, as by the server", async (_, request) => {
  await same(request);
  expect((await ask(ports[1], request)).status).toBe(200);
});

test.runIf(there).each<[string, Request]>([
  ["a part of a page for a soft navigation", { path: "/roadmap?_rsc=1", headers: { rsc: "1" } }],
  ["an action", { path: "/roadmap", method: "POST", body: "x" }],
  ["a page with a slash at its end", { path: "/roadmap/" }],
  ["the file of a page", { path: "/roadmap.html" }],
  ["the page of what was not found", { path: "/_not-found" }],
  ["an address in other letters", { path: "/%72oadmap" }],
  ["an address with two slashes", { path: "//roadmap" }],
  ["a page that was not built", { path: "/home?next=%2Fplan" }],
  ["a file of the build before", { path: "/_next/static/chunks/b-2.js?dpl=1" }],
  ["what a file that is sent stands beside", { path: "/-" }],
])("%s reaches an instance as it was sent", async (_, request) => {
  const answer = await ask(ports[1], { ...request, headers: { ...request.headers, Host: "milepost.example.org", "X-Forwarded-For": "203.0.113.9" } });
  expect(answer.status).toBe(418);
  expect(JSON.parse(String(answer.body))).toMatchObject({ method: request.method ?? "GET", url: request.path, host: "milepost.example.org", from: "127.0.0.1" });
});

test.runIf(there)("a body that is too long is refused before an instance is asked, as the server refuses it", async () => {
  const long = (bytes: number, address = "/roadmap") => ask(ports[1], { path: address, method: "POST", body: Buffer.alloc(bytes) });
  expect((await long(1_048_576)).status).toBe(418);
  const refused = await long(1_048_577);
  expect(refused.status).toBe(413);
  expect(JSON.parse(String(refused.body))).toMatchObject({ ok: false });
  expect((await long(2_097_152, "/api/cohorts/spring/roster")).status).toBe(418);
  expect((await long(2_097_153, "/api/cohorts/spring/roster")).status).toBe(413);
});

test.runIf(!there)("nginx is not there: that it answers as the server does was not tried", () => undefined);

async function same(request: Request, options?: Parameters<typeof findDifferences>[2]) {
  const headers = { ...request.headers, Host: "milepost.example.org" };
  expect(await findDifferences(ports, { ...request, headers }, options)).toEqual([]);
}
