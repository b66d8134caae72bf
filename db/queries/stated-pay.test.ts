import { randomUUID } from "node:crypto";
import { inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { listings } from "@/db/schema/jobs";
import { LEAST_LISTINGS, listStatedPay } from "./stated-pay";

const made: string[] = [];
/** A city that no other listing has. */
const city = `Testpur ${randomUUID().slice(0, 8)}`;

type Row = Partial<typeof listings.$inferInsert>;

async function makeListings(...rows: Row[]) {
  const values = rows.map((row) => {
    const id = uuidv7();
    made.push(id);
    return {
      id, slug: `test-${id}`, identity: id, title: "Backend Developer", company: "Acme", places: [{ name: `${city}, India`, city, country: "IN" }], placeKeys: ["in"], remote: false,
      payCurrency: "INR", payPeriod: "year" as const, postedAt: new Date(), description: "", asks: [], skills: [], hash: "", words: "", ...row,
    };
  });
  await db.insert(listings).values(values);
}

const inCity = async () => (await listStatedPay()).pays.find((pay) => pay.city === city && pay.level === null);

afterEach(async () => {
  await db.delete(listings).where(inArray(listings.id, made.splice(0)));
});

test("five listings have a median and quartiles, and four have none", async () => {
  const pays = [4, 5, 6, 8].map((lakh) => ({ payYearly: lakh * 100_000 }));
  await makeListings(...pays);
  expect(await inCity()).toEqual({ level: null, city, count: 4, lower: null, median: null, upper: null });
  await makeListings({ payYearly: 1_000_000 });
  expect(LEAST_LISTINGS).toBe(5);
  expect(await inCity()).toEqual({ level: null, city, count: 5, lower: 500_000, median: 600_000, upper: 800_000 });
});

test("what is closed, past its day, of another currency, without pay or an internship does not count", async () => {
  await makeListings(
    { payYearly: 600_000 },
    { payYearly: 600_000, closedAt: new Date() },
    { payYearly: 600_000, validUntil: new Date(Date.now() - 1000) },
    { payYearly: 600_000, payCurrency: "USD" },
    { payYearly: null, payCurrency: null },
    { payYearly: 240_000, employment: "internship" },
  );
  expect(await inCity()).toMatchObject({ count: 1 });
});

test("made-up listings do not count as soon as another one is open", async () => {
  await makeListings({ payYearly: 600_000 }, { payYearly: 900_000, sample: true });
  const { samples } = await listStatedPay();
  expect(samples).toBe(false);
  expect(await inCity()).toMatchObject({ count: 1 });
});

test("a listing counts once in each of its cities", async () => {
  const place = { name: `${city}, India`, city, country: "IN" };
  await makeListings({ payYearly: 2_000_000, places: [place, place, { name: "Elsewhere", city: `${city} East`, country: "IN" }, { name: "Berlin", city: null, country: "DE" }] });
  const { pays } = await listStatedPay();
  expect(pays.filter((pay) => pay.city?.startsWith(city))).toMatchObject([{ count: 1 }, { count: 1 }]);
});

test("a level in one city has its own figures", async () => {
  await makeListings(...[20, 21, 22, 23, 24].map((lakh) => ({ payYearly: lakh * 100_000, level: "senior" as const })), { payYearly: 500_000, level: "entry" }, { payYearly: 700_000 });
  const { pays } = await listStatedPay();
  const here = pays.filter((pay) => pay.city === city);
  expect(here).toHaveLength(3);
  expect(here.find(({ level }) => level === "senior")).toMatchObject({ count: 5, lower: 2_100_000, median: 2_200_000, upper: 2_300_000 });
  expect(here.find(({ level }) => level === "entry")).toMatchObject({ count: 1, median: null });
  expect(here.find(({ level }) => level === null)).toMatchObject({ count: 7 });
});

test("a level has its figures, and all levels together have theirs", async () => {
  await makeListings(...Array.from({ length: 5 }, () => ({ payYearly: 2_000_000, level: "senior" as const })));
  const { pays } = await listStatedPay();
  for (const pay of [pays.find(({ level, city: place }) => level === "senior" && place === null), pays.find(({ level, city: place }) => level === null && place === null)]) {
    expect(pay?.count).toBeGreaterThanOrEqual(5);
    expect(pay?.median).toBeGreaterThan(0);
  }
});
