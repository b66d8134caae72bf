import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compressPages } from "../compress.mjs";
import { serveBuiltPages } from "./built-pages.mjs";

const distDir = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-pages-"));
const HTML = `<!doctype html><title>Road</title>${"<p>Use transactions</p>".repeat(200)}`;
let server: http.Server;

beforeAll(async () => {
  const hashes = { "/": ["'sha256-of-home='"], "/roadmap": ["'sha256-of-road='"], "/_not-found": [] };
  fs.mkdirSync(path.join(distDir, "server/app"), { recursive: true });
  fs.writeFileSync(path.join(distDir, "csp-hashes.json"), JSON.stringify(hashes));
  for (const page of ["index", "roadmap", "_not-found"]) fs.writeFileSync(path.join(distDir, `server/app/${page}.html`), HTML);
  await compressPages(distDir);
  const serve = serveBuiltPages(distDir);
  server = http.createServer((request, response) => {
    response.setHeader("Content-Security-Policy", "default-src 'none'");
    serve(request, response, (request.url ?? "").split("?", 1)[0] ?? "", () => response.writeHead(418).end());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  server.close();
  fs.rmSync(distDir, { recursive: true });
});

function ask(address: string, options: RequestInit = {}) {
  const { port } = server.address() as AddressInfo; // it listens on a port
  return fetch(`http://127.0.0.1:${port}${address}`, options);
}

test.each([
  ["br", "br"],
  ["gzip, deflate", "gzip"],
  ["identity", null],
])("a page is sent whole to whoever takes %s", async (accepted, sent) => {
  const answer = await ask("/roadmap?from=mail", { headers: { "accept-encoding": accepted } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-encoding")).toBe(sent);
  expect(answer.headers.get("content-type")).toMatch(/^text\/html;\s?charset=utf-8$/);
  expect(answer.headers.get("vary")).toContain("rsc");
  expect(answer.headers.get("vary")).toContain("Accept-Encoding");
  expect(await answer.text()).toBe(HTML);
});

test("a page and what says that it did not change carry the page's own policy", async () => {
  const first = await ask("/");
  expect(first.headers.get("content-security-policy")).toContain("'sha256-of-home='");
  const again = await ask("/", { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
  expect(again.status).toBe(304);
  for (const name of ["content-security-policy", "cache-control", "vary"]) expect(again.headers.get(name), name).toBe(first.headers.get(name));
  expect(first.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
});

test.each([
  ["a part of a page for a soft navigation", "/roadmap?_rsc=1", { headers: { rsc: "1" } }],
  ["an action", "/roadmap", { method: "POST", body: "x" }],
  ["a page with a slash at its end", "/roadmap/", {}],
  ["the file of a page", "/roadmap.html", {}],
  ["the page of what was not found", "/_not-found", {}],
  ["a page that was not built", "/home", {}],
  ["a name that every object has", "/constructor", {}],
])("%s is left to Next, under no page's policy", async (_, address, options) => {
  const answer = await ask(address, options);
  expect(answer.status).toBe(418);
  expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'");
});
