import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { LISTING_LEVELS } from "@/lib/jobs/words";
import { roles } from "@/lib/roles/roles";
import { seedOnce } from "@/scripts/seed.mjs";
import { readSettings } from "@/scripts/settings.mjs";
import { makeSamples } from "./listings";
import { sampleListings } from "./sample-listings";

const NOW = new Date("2026-11-20T06:00:00Z");
const made = makeSamples(NOW);
const kept = made.map(({ listing }) => listing);
const count = (of: (listing: (typeof kept)[number]) => boolean) => kept.filter(of).length;

describe("the samples of a trial", () => {
  test("are about sixty, each marked as one, with an address where nobody is", () => {
    expect(sampleListings.length).toBeGreaterThanOrEqual(55);
    expect(sampleListings.length).toBeLessThanOrEqual(70);
    expect(count(({ sample }) => !sample)).toBe(0);
    expect(new Set(made.map(({ externalId }) => externalId)).size).toBe(kept.length);
    for (const { url, applyUrl } of kept) for (const address of [url, applyUrl]) expect(new URL(address ?? "").hostname).toMatch(/\.example$/);
  });

  test("are of every role, and of every level", () => {
    const slugs = roles.map(({ slug }) => slug);
    expect(slugs).toHaveLength(10);
    expect(slugs.filter((slug) => count(({ role }) => role === slug) < 3)).toEqual([]);
    expect(LISTING_LEVELS.filter((level) => count((listing) => listing.level === level) < 8)).toEqual([]);
  });

  test("are of many companies and cities, some remote, some abroad, some in several places", () => {
    expect(new Set(kept.map(({ company }) => company)).size).toBeGreaterThanOrEqual(40);
    expect(new Set(kept.flatMap(({ placeKeys }) => placeKeys.filter((key) => key.startsWith("in-")))).size).toBeGreaterThan(15);
    expect(count(({ remote }) => remote)).toBeGreaterThan(5);
    expect(count(({ placeKeys }) => placeKeys.some((key) => !key.startsWith("in")))).toBeGreaterThan(1);
    expect(count(({ places }) => places.length > 1)).toBeGreaterThan(3);
  });

  test("state pay or not, by the month and the hour as well as by the year", () => {
    expect(count(({ payYearly }) => payYearly !== null)).toBeGreaterThan(30);
    expect(count(({ payYearly }) => payYearly === null)).toBeGreaterThan(5);
    expect(new Set(kept.flatMap(({ payPeriod }) => payPeriod ?? []))).toEqual(new Set(["hour", "month", "year"]));
    for (const { sample, listing } of made) expect([listing.title, listing.payFrom, listing.payTo]).toEqual([listing.title, sample.pay?.[0] ?? null, sample.pay?.[1] ?? null]);
  });

  test("are open, past their day and gone, in more than one language, and ask for most skills", () => {
    expect(sampleListings.filter(({ gone }) => gone !== undefined).length).toBeGreaterThan(0);
    expect(count(({ validUntil }) => validUntil !== null && new Date(validUntil) < NOW)).toBeGreaterThan(0);
    expect(new Set(kept.map(({ language }) => language)).size).toBeGreaterThan(1);
    expect(kept.filter(({ skills }) => skills.length < 2).map(({ title }) => title)).toEqual([]);
    expect(new Set(kept.flatMap(({ skills }) => skills)).size).toBeGreaterThanOrEqual(15);
  });
});

test("a database of the operator's is no trial, and gets no samples", async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), "milepost-seed-"));
  const DATABASE_URL = "postgres://nobody@127.0.0.1:1/none";
  try {
    const settings = readSettings({ DATABASE_URL, AUTH_SECRET: "only for tests: 0123456789 abcdefghij", APP_URL: "https://milepost.example", DATA_DIR: dataDir });
    expect(settings.trial).toBe("");
    // It would fail at the first question to that address.
    await expect(seedOnce(settings, { DATABASE_URL })).resolves.toBeUndefined();
    await expect(seedOnce({ ...settings, trial: "local" }, { DATABASE_URL })).rejects.toThrow();
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});
