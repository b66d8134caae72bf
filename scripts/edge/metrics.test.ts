import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveMetrics } from "./metrics.mjs";

type Metrics = ReturnType<typeof serveMetrics>;

let metrics: Metrics;
/** Counts every request as a tick. Under "/held" nothing is answered. */
const application = http.createServer((request, response) => {
  metrics.watch(response, "tick");
  if (request.url !== "/held") response.writeHead(request.url === "/full" ? 503 : 200).end();
});

async function listen(server: http.Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
}

let origin: string;
let port: number;

beforeAll(async () => {
  const free = http.createServer();
  port = Number(new URL(await listen(free)).port);
  free.close();
  await once(free, "close");
  metrics = serveMetrics({ port, host: "127.0.0.1", load: () => ({ atWork: 3, waiting: 1 }) });
  origin = await listen(application);
});
afterAll(() => application.close());

const read = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();

test("answers are counted by kind and status when they have ended, and those whose reader left as broken off", async () => {
  await fetch(`${origin}/`);
  await fetch(`${origin}/`);
  await fetch(`${origin}/full`);
  const left = new AbortController();
  const held = fetch(`${origin}/held`, { signal: left.signal });
  await once(application, "request");
  expect(await read()).not.toContain("broken off");
  left.abort();
  await expect(held).rejects.toThrow();

  await expect.poll(read, { timeout: 10_000 }).toContain('milepost_requests_total{kind="tick",status="broken off"} 1');
  const text = await read();
  expect(text).toContain('milepost_requests_total{kind="tick",status="200"} 2');
  expect(text).toContain('milepost_requests_total{kind="tick",status="503"} 1');
  expect(text).toContain('milepost_request_seconds_count{kind="tick"} 4');
});

test("what is worked on and what waits is read when it is asked for, beside what Node says of itself", async () => {
  const text = await read();
  expect(text).toContain("milepost_requests_at_work 3");
  expect(text).toContain("milepost_requests_waiting 1");
  expect(text).toMatch(/^milepost_process_resident_memory_bytes \d+/m);
});

test("nothing else is to be had there", async () => {
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
});
