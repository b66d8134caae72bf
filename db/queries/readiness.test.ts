import { randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { listings } from "@/db/schema/jobs";
import type { Ask } from "@/lib/jobs/words";
import { findAskedOfListing } from "./readiness";

const asks: Ask[] = [{ skill: "apis", need: "required", says: ["REST APIs"] }];

async function makeListing(change: Partial<typeof listings.$inferInsert> = {}): Promise<string> {
  const slug = `test-${randomUUID()}`;
  await db.insert(listings).values({
    id: uuidv7(),
    slug,
    identity: slug,
    title: "Backend Developer",
    company: "Kaveri Payments",
    places: [],
    placeKeys: [],
    remote: false,
    postedAt: new Date(),
    description: "<p>REST APIs</p>",
    asks,
    skills: ["apis"],
    hash: "test",
    words: "REST APIs",
    ...change,
  });
  return slug;
}

describe("what a listing asks", () => {
  test("is found by its slug, with its role", async () => {
    const slug = await makeListing({ role: "backend-developer" });
    expect(await findAskedOfListing(slug)).toEqual({ slug, title: "Backend Developer", company: "Kaveri Payments", role: "backend-developer", asks, closed: false });
  });

  test("is found when it is closed, or past its last day, and says so", async () => {
    const past = new Date("2026-11-20T06:00:00Z");
    for (const over of [{ closedAt: past }, { validUntil: past }]) expect(await findAskedOfListing(await makeListing(over))).toMatchObject({ role: null, closed: true });
  });

  test("is null for a slug that no listing has", async () => {
    expect(await findAskedOfListing(`test-${randomUUID()}`)).toBeNull();
  });
});
