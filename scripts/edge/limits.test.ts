import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { ROSTER_LIMITS } from "@/lib/cohorts/roster";
import { MOST_BYTES } from "@/lib/evidence/size";
import { readLimits } from "./limits.mjs";

const distDir = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-limits-"));
fs.mkdirSync(path.join(distDir, "server"));
fs.writeFileSync(
  path.join(distDir, "server/server-reference-manifest.json"),
  JSON.stringify({ node: { "40aa": { exportedName: "recordProgress" }, "60bb": { exportedName: "signUp" } } }),
);
const limitOf = readLimits(distDir);

test("a route gets as much as it takes, and everything else what a server action takes", () => {
  expect(limitOf("/api/cohorts/evening/roster")).toBe(ROSTER_LIMITS.bytes);
  expect(limitOf("/api/evidence/an-item")).toBe(MOST_BYTES);
  expect(limitOf("/api/jobs/sources/1")).toBe(5_000_000);
  for (const address of ["/", "/roadmap", "/api/session", "/api/auth/callback/password", "/x/api/jobs/sources/1", "/api/jobs/sources/1/more"]) {
    expect(limitOf(address), address).toBe(1_048_576);
  }
});

test("ticks are small, to whatever address they are sent", () => {
  expect(limitOf("/roadmap", "40aa")).toBe(131_072);
  expect(limitOf("/api/jobs/sources/1", "40aa")).toBe(131_072);
  expect(limitOf("/roadmap", "60bb")).toBe(1_048_576);
});
