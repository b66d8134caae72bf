import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { headersOf, POLICY_OF_WORKER } from "./headers.mjs";

const setHeaders = { https: headersOf({ https: true }), http: headersOf({ https: false }) };
/** Answers under "/https/…" and "/http/…" what those would, and says something about caches only where the path ends in "kept". */
const server = http.createServer((request, response) => {
  const [, scheme = "", path = ""] = /^\/(https?)(\/.*)$/.exec(request.url ?? "") ?? [];
  setHeaders[scheme === "https" ? "https" : "http"](response, path);
  response.writeHead(404, path.endsWith("kept") ? { "Cache-Control": "public, max-age=60" } : {}).end();
});

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => server.close());

async function headersFor(path: string): Promise<Headers> {
  const { port } = server.address() as AddressInfo; // it listens on a port
  return (await fetch(`http://127.0.0.1:${port}${path}`)).headers;
}

test.each(["/https/", "/https/no-such-page", "/https/_next/static/a.js", "/https/api/progress"])("%s says what a browser may do with it, whatever it is", async (path) => {
  const headers = await headersFor(path);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
  expect(headers.get("permissions-policy")).toContain("camera=()");
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  expect(headers.get("access-control-allow-origin")).toBeNull();
});

test("the policy of the service worker lets nothing frame it either", () => {
  expect(POLICY_OF_WORKER.split("; ")).toContain("frame-ancestors 'none'");
});

test("over http nothing binds the name to https", async () => {
  expect((await headersFor("/http/")).get("strict-transport-security")).toBeNull();
});

test.each(["/join/7QHM-3XWP", "/become-instructor/7QHM-3XWP", "/claim", "/calendar/secret.ics", "/sign-in"])("the address %s is told to nobody", async (path) => {
  expect((await headersFor(`/https${path}`)).get("referrer-policy")).toBe("no-referrer");
});

test("what says nothing about caches is kept by none", async () => {
  expect((await headersFor("/https/home")).get("cache-control")).toBe("private, no-store");
});

test("what says something keeps its word", async () => {
  expect((await headersFor("/https/kept")).get("cache-control")).toBe("public, max-age=60");
});
