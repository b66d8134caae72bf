import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refuse } from "./refuse.mjs";
import { endInTime, readTimeLimits } from "./time-limit.mjs";

/** Answers under "/never" nothing, under "/begun" the beginning of an answer, under "/late" after it was too late, else at once. */
const server = http.createServer((request, response) => {
  endInTime(response, 100, () => refuse(request, response, { status: 503, message: "Too late.", retryAfter: 1 }));
  if (request.url === "/never") return;
  if (request.url === "/begun") response.write("It begins");
  else if (request.url === "/late") {
    setTimeout(() => response.write("late"), 105);
    setTimeout(() => response.end("later"), 155);
  } else response.end("done");
});

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => server.close());

function ask(address: string, headers = {}) {
  const { port } = server.address() as AddressInfo; // it listens on a port
  return fetch(`http://127.0.0.1:${port}${address}`, { headers });
}

test("an answer in time is left alone", async () => {
  expect(await (await ask("/")).text()).toBe("done");
});

test("where nothing comes, that is said in time, and when to ask again", async () => {
  const begun = performance.now();
  const answer = await ask("/never");
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "1"]);
  expect(await answer.json()).toEqual({ ok: false, message: "Too late." });
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test("a person is told in a page", async () => {
  const answer = await ask("/never", { accept: "text/html,*/*" });
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(await answer.text()).toContain("<p>Too late.</p>");
});

test("an answer that begins and does not end is broken off", async () => {
  await expect(ask("/begun").then((answer) => answer.text())).rejects.toThrow();
});

test("what is written after that ends nobody's server", async () => {
  expect((await ask("/late")).status).toBe(503);
  await wait(200);
  expect((await ask("/")).status).toBe(200);
});

test("reports and sources that an admin reads may take longer", () => {
  const distDir = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-times-"));
  fs.mkdirSync(path.join(distDir, "server"));
  fs.writeFileSync(path.join(distDir, "server/server-reference-manifest.json"), JSON.stringify({ node: { "70cc": { exportedName: "readSource" } } }));
  const limitOf = readTimeLimits(distDir);
  expect(limitOf("/home", "ordinary", undefined)).toBe(9_000);
  expect(limitOf("/teach/cohorts/evening/grid.csv", "report", undefined)).toBe(60_000);
  expect(limitOf("/admin/jobs/1", "ordinary", "70cc")).toBe(60_000);
  expect(limitOf("/api/jobs/sources/1", "ordinary", undefined)).toBe(60_000);
});
