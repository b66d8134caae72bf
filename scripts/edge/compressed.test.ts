import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compressAnswer } from "./compressed.mjs";

const PIECE = "<p>Use transactions</p>".repeat(100);
let release: () => void = () => undefined;

/** Sends a page in pieces as Next does; under "/held" the second piece comes when it is released. */
const server = http.createServer((request, response) => {
  compressAnswer(request, response);
  const { flush } = response as typeof response & { flush: () => void };
  response.setHeader("Content-Type", request.url === "/picture" ? "image/png" : "text/html; charset=utf-8");
  response.flushHeaders();
  response.write(PIECE);
  flush();
  const end = () => response.end(PIECE);
  if (request.url === "/held") release = end;
  else end();
});

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => server.close());

function ask(address: string, accepted: string) {
  const { port } = server.address() as AddressInfo; // it listens on a port
  return fetch(`http://127.0.0.1:${port}${address}`, { headers: { "accept-encoding": accepted } });
}

test.each([
  ["gzip, deflate, br", "br"],
  ["gzip", "gzip"],
  ["identity", null],
])("whoever takes %s reads the same page", async (accepted, sent) => {
  const answer = await ask("/", accepted);
  expect(answer.headers.get("content-encoding")).toBe(sent);
  expect(answer.headers.get("vary")).toContain("Accept-Encoding");
  expect(await answer.text()).toBe(PIECE + PIECE);
});

test("the beginning of a page does not wait for its end", async () => {
  const answer = await ask("/held", "br");
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = await reader?.read();
  expect(first?.value).toContain("Use transactions");
  release();
  await reader?.cancel();
});

test("a picture is sent as it is", async () => {
  expect((await ask("/picture", "gzip, br")).headers.get("content-encoding")).toBeNull();
});
