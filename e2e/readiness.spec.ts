import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Page } from "playwright/test";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { listings } from "@/db/schema/jobs";
import { plans } from "@/db/schema/plans";
import { itemProofs } from "@/db/schema/progress";
import type { Ask } from "@/lib/jobs/words";
import { expect, settled, test, type Person } from "./fixtures";
import { expectGood } from "./good-page";

const prove = (person: Person, itemId: string, level: number) => db.insert(itemProofs).values({ userId: person.id, id: uuidv7(), itemId, level });
const numberIn = (text: string | null, pattern = /\d+/) => Number(pattern.exec(text ?? "")?.[0] ?? NaN);

/** The number, after it was checked that its parts add up to it and to what is proven and claimed. */
async function pointsOf(page: Page): Promise<number> {
  const points = numberIn(await page.getByText(/^\d+ of 100$/).textContent());
  const rows = page.getByRole("table", { name: /^Where the/ }).getByRole("row");
  const cells = await rows.getByRole("cell").filter({ hasText: /^\d+ of \d+$/ }).allTextContents();
  const [earned, weights] = [/^\d+/, /\d+$/].map((which) => cells.reduce((sum, text) => sum + numberIn(text, which), 0));
  expect([earned, weights]).toEqual([points, 100]);
  return points;
}

test("all ten roles stand side by side, the one the learner is readiest for first", async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/readiness");
  await settled(page, sneha);
  await expect(page.getByText("Nothing is recorded yet that counts.")).toBeVisible();
  await prove(sneha, "joins-and-aggregates", 4);
  await page.reload();
  await settled(page, sneha);
  await expect(page.getByText("Nothing is recorded yet that counts.")).toHaveCount(0);
  const rows = page.getByRole("table", { name: "Points of 100 by role, the most first" }).getByRole("row").filter({ has: page.getByRole("cell") });
  await expect(rows).toHaveCount(10);
  const figures = (await rows.allTextContents()).map((text) => numberIn(text, /\d+(?= of 100)/));
  expect(figures).toEqual(figures.toSorted((a, b) => b - a));
  expect(figures[0]).toBeGreaterThan(0);
  await expect(rows.first()).toContainText("Database Developer");
  await expect(page.getByRole("table", { name: "What an item counts by its proof level" })).toBeVisible();
  await expectGood(page);
  await page.getByRole("link", { name: "Database Developer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your readiness for Database Developer");
  expect(await pointsOf(page)).toBe(figures[0]);
});

test("a role has a number with its parts, a way with dates to each mark, and what each item would add, which proving it does", async ({ page, login }) => {
  test.slow();
  const sneha = await login();
  await page.goto("/readiness/backend-developer");
  await settled(page, sneha);
  expect(await pointsOf(page)).toBe(0);
  const way = page.getByRole("region", { name: /^The shortest way to/ });
  await expect(way.getByRole("link", { name: "Say how many hours a week you have" })).toBeVisible();
  await db.insert(plans).values({ userId: sneha.id, hoursPerWeek: 7 });
  await page.reload();
  await settled(page, sneha);
  await expect(way).toContainText(/done by \d{1,2} \w+( \d{4})? at 7 hours a week, to \d+ of 100/);
  await expect(way.getByRole("listitem").first()).toContainText(/by \d{1,2} \w+/);
  const hours = async () => numberIn(await way.getByText(/items?, \d+ hours/).first().textContent(), /\d+(?= hours)/);
  const to75 = await hours();
  await way.getByRole("link", { name: "to 90" }).click();
  await expect(page).toHaveURL(/\?to=90#way$/);
  await expect(page.getByRole("heading", { name: "The shortest way to 90" })).toBeVisible();
  expect(await hours()).toBeGreaterThan(to75);
  await expectGood(page);

  const gains = page.getByRole("table", { name: "Points that one item would add" });
  const row = gains.getByRole("row").filter({ hasNotText: "other item" }).nth(1);
  const item = row.getByRole("link");
  const itemId = ((await item.getAttribute("href")) ?? "").split("/").at(-1) ?? "";
  const adds = numberIn(await row.getByRole("cell").last().textContent());
  const before = await pointsOf(page);
  await prove(sneha, itemId, 5);
  await page.reload();
  await settled(page, sneha);
  expect(await pointsOf(page)).toBe(before + adds);
  await expect(gains.locator(`a[href$="/${itemId}"]`)).toHaveCount(0);
});

test("a listing has the same, says when it is closed, and one that asks for nothing known has no number", async ({ page, login }) => {
  test.slow();
  const sneha = await login();
  await prove(sneha, "first-unit-tests", 4);
  const asks: Ask[] = [
    { skill: "testing", need: "required", says: ["unit tests"] },
    { skill: "containers-orchestration", need: "preferred", says: ["Docker"] },
  ];
  const listing = { id: uuidv7(), slug: `test-${randomUUID()}` };
  const needed = { identity: listing.id, hash: listing.id, title: "Payouts Developer", company: "Mango Ledger", words: "", places: [], placeKeys: [], remote: false, postedAt: new Date(), description: "<p>x</p>" };
  await db.insert(listings).values({ ...listing, ...needed, asks, skills: asks.map(({ skill }) => skill) });
  try {
    await page.goto(`/readiness/${listing.slug}`);
    await settled(page, sneha);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your readiness for Payouts Developer");
    expect(await pointsOf(page)).toBeGreaterThan(0);
    await expect(page.getByRole("link", { name: "The listing" })).toHaveAttribute("href", `/jobs/${listing.slug}`);
    await expectGood(page);
    await db.update(listings).set({ closedAt: new Date(), asks: [], skills: [] }).where(eq(listings.id, listing.id));
    await page.reload();
    await settled(page, sneha);
    await expect(page.getByText("This listing is closed.")).toBeVisible();
    await expect(page.getByText("there is nothing to count")).toBeVisible();
    await expect(page.getByText(/^\d+ of 100$/)).toHaveCount(0);
    await expectGood(page);
  } finally {
    await db.delete(listings).where(eq(listings.id, listing.id));
  }
});

test("readiness is asked for by who is signed in, and what is not there is not found", { tag: "@once" }, async ({ page, login }) => {
  for (const path of ["/readiness", "/readiness/backend-developer"]) {
    await page.goto(path);
    await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  await login();
  expect((await page.goto("/readiness/no-such-thing"))?.status()).toBe(404);
});
