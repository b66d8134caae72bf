import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { makeAdmission, readKinds } from "./admission.mjs";

const LIMITS = { atOnce: 8, waiting: 4, patience: 60 };

type Admission = ReturnType<typeof makeAdmission>;

/** Takes places of a kind until one waits; answers how each is left. */
async function fill(admission: Admission, kind: "tick" | "ordinary" | "report", count: number) {
  return Promise.all(Array.from({ length: count }, () => admission.enter(kind)));
}

test("so many are worked on at once, and the next begins when one has ended", async () => {
  const admission = makeAdmission(LIMITS);
  const [first] = await fill(admission, "ordinary", 8);
  const next = admission.enter("ordinary");
  expect(admission.load()).toEqual({ atWork: 8, waiting: 1 });
  first?.();
  expect(await next).not.toBeNull();
  expect(admission.load()).toEqual({ atWork: 8, waiting: 0 });
});

test("whoever waited for as long as one waits is told so", async () => {
  const admission = makeAdmission(LIMITS);
  await fill(admission, "ordinary", 8);
  const begun = performance.now();
  expect(await admission.enter("ordinary")).toBeNull();
  expect(performance.now() - begun).toBeGreaterThanOrEqual(LIMITS.patience - 5);
  expect(admission.load()).toEqual({ atWork: 8, waiting: 0 });
});

test("when the queue is full the next is told at once, and a tick takes the place of what matters less", async () => {
  const admission = makeAdmission({ ...LIMITS, patience: 5_000 });
  const [first] = await fill(admission, "ordinary", 8);
  const waiting = Array.from({ length: 4 }, () => admission.enter("ordinary"));
  expect(await admission.enter("ordinary")).toBeNull();
  const tick = admission.enter("tick");
  expect(await waiting[3]).toBeNull();
  first?.();
  expect(await tick).not.toBeNull();
  expect(admission.load()).toEqual({ atWork: 8, waiting: 3 });
});

test("ticks come first, reports last", async () => {
  const admission = makeAdmission(LIMITS);
  const begun: string[] = [];
  const held = await fill(admission, "ordinary", 8);
  for (const kind of ["report", "ordinary", "tick"] as const) {
    void admission.enter(kind).then((leave) => {
      begun.push(kind);
      leave?.();
    });
  }
  held[0]?.();
  await wait(20);
  expect(begun).toEqual(["tick", "ordinary", "report"]);
});

test("reports leave room for the rest, and so do ticks", async () => {
  const reports = makeAdmission(LIMITS);
  await fill(reports, "report", 2);
  const third = reports.enter("report");
  expect(await reports.enter("ordinary")).not.toBeNull();
  expect(await third).toBeNull();

  const ticks = makeAdmission(LIMITS);
  await fill(ticks, "tick", 6);
  const more = ticks.enter("tick");
  expect(await fill(ticks, "ordinary", 2)).not.toContain(null);
  expect(await more).toBeNull();
});

test("one that ends twice leaves one place", async () => {
  const admission = makeAdmission(LIMITS);
  const leave = await admission.enter("ordinary");
  leave?.();
  leave?.();
  expect(admission.load()).toEqual({ atWork: 0, waiting: 0 });
});

test("what is a tick, what a report", () => {
  const distDir = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-kinds-"));
  fs.mkdirSync(path.join(distDir, "server"));
  fs.writeFileSync(path.join(distDir, "server/server-reference-manifest.json"), JSON.stringify({ node: { "40aa": { exportedName: "recordProgress" } } }));
  const kindOf = readKinds(distDir);
  expect(kindOf("/roadmap", "40aa")).toBe("tick");
  expect(kindOf("/api/progress", undefined)).toBe("tick");
  for (const address of ["/teach/cohorts/evening/grid.csv", "/settings/data/everything.json", "/settings/data/csv/plan", "/teach/cohorts/evening/print"]) expect(kindOf(address, undefined), address).toBe("report");
  for (const address of ["/roadmap", "/print/roadmap", "/search-index.json", "/teach/cohorts/evening/grid"]) expect(kindOf(address, "60bb"), address).toBe("ordinary");
});
