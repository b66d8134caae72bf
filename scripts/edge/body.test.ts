import { once } from "node:events";
import http from "node:http";
import type net from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readWhole } from "./body.mjs";

const LIMIT = 5_000_000;
/** On a machine that does much else. */
const PATIENT = { timeout: 15_000 };
/** Whose body is being read. */
const sockets = new Set<net.Socket>();
const server = http.createServer((request, response) => void answer(request, response).catch(() => response.destroy()));

async function answer(request: http.IncomingMessage, response: http.ServerResponse) {
  sockets.add(request.socket);
  const { whole, refusal } = await readWhole(request, LIMIT);
  sockets.delete(request.socket);
  request.resume();
  response.writeHead(refusal?.status ?? 200).end(whole?.headers["content-length"]);
}

let port = 0;

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function begin(headers: http.OutgoingHttpHeaders = {}) {
  const request = http.request({ port, method: "POST", agent: false, headers });
  // Who breaks off hears nothing.
  request.on("error", () => undefined);
  const answered = new Promise<{ status: number | undefined; said: string }>((resolve) => {
    request.on("response", (response) => void text(response).then((said) => resolve({ status: response.statusCode, said })));
  });
  return { request, answered };
}

function send(bytes: number, headers?: http.OutgoingHttpHeaders) {
  const { request, answered } = begin(headers);
  request.end(Buffer.alloc(bytes));
  return answered;
}

test("a body is read whole, and one that is too large is not", async () => {
  expect(await send(3_000_000)).toEqual({ status: 200, said: "3000000" });
  expect(await send(3_000_000, { "Transfer-Encoding": "chunked" })).toEqual({ status: 200, said: "3000000" });
  expect((await send(LIMIT + 1)).status).toBe(413);
  expect((await send(LIMIT + 1, { "Transfer-Encoding": "chunked" })).status).toBe(413);
});

test("bodies that are kept half sent take so much memory and no more, and leave room for what is small", async () => {
  const halves = Array.from({ length: 20 }, () => {
    const half = begin({ "Content-Length": String(LIMIT) });
    half.request.write(Buffer.alloc(LIMIT - 1));
    return half;
  });
  // Thirteen of them fit.
  const answers: (number | undefined)[] = [];
  for (const { answered } of halves) void answered.then(({ status }) => answers.push(status));
  await expect.poll(() => answers, PATIENT).toEqual(Array.from({ length: 7 }, () => 503));
  // The thirteen grow on in the room that the seven gave back, until all that was sent has come.
  await expect.poll(() => [...sockets].map(({ bytesRead }) => bytesRead >= LIMIT), PATIENT).toEqual(Array.from({ length: 13 }, () => true));
  expect((await send(2_000_000)).status).toBe(503);
  expect((await send(100_000)).status).toBe(200);

  for (const { request } of halves) request.destroy();
  await expect.poll(async () => (await send(3_000_000)).status, PATIENT).toBe(200);
});
