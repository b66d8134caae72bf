import { randomUUID } from "node:crypto";
import { inArray } from "drizzle-orm";
import type { Page } from "playwright/test";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { listings } from "@/db/schema/jobs";
import { itemProofs } from "@/db/schema/progress";
import type { Ask } from "@/lib/jobs/words";
import { expect, settled, test as base } from "./fixtures";
import { expectGood, expectNothingWider } from "./good-page";

type Row = Partial<typeof listings.$inferInsert>;

const test = base.extend<{ word: string; add: (rows: Row[]) => Promise<void> }>({
  /** Is in no other listing. */
  word: async ({}, provide) => provide(`Zirkon${randomUUID().replaceAll("-", "").slice(0, 10)}`),
  add: async ({ word }, provide) => {
    const made: string[] = [];
    await provide(async (rows) => {
      const whole = rows.map((row) => {
        const id = uuidv7();
        const needed = { id, slug: `test-${id}`, identity: id, hash: id, title: `Developer ${word}`, company: "Mango Ledger", description: "<p>Payouts.</p>", words: "" };
        return { ...needed, places: [], placeKeys: [], remote: false, postedAt: daysAgo(1), asks: [], skills: [], ...row };
      });
      await db.insert(listings).values(whole);
      made.push(...whole.map(({ id }) => id));
    });
    await db.delete(listings).where(inArray(listings.id, made));
  },
});

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const titles = (page: Page) => page.getByRole("main").getByRole("listitem").getByRole("heading");
const asked = (page: Page) => new URL(page.url()).searchParams;

const PUNE: Row = { places: [{ name: "Pune, Maharashtra, India", city: "Pune", country: "IN" }], placeKeys: ["in", "in-pune"] };
const PAID: Row = { payFrom: 600_000, payTo: 900_000, payCurrency: "INR", payPeriod: "year", payYearly: 750_000 };
const WANTED: Row = { ...PUNE, ...PAID, remote: true, level: "entry", role: "backend-developer", skills: ["testing", "version-control"] };

/** The wanted one, and for each filter one that lacks only what it asks for. */
function rowsFor(word: string): Row[] {
  const lacks: Row[] = [
    { placeKeys: [], places: [] },
    { remote: false },
    { level: "senior" },
    { role: "database-developer" },
    { payFrom: null, payTo: null, payCurrency: null, payPeriod: null, payYearly: null },
    { skills: ["testing"] },
    { postedAt: daysAgo(12) },
  ];
  return [WANTED, ...lacks.map((lack) => ({ ...WANTED, ...lack }))].map((row, index) => ({ ...row, title: `Developer ${index} ${word}` }));
}

test("a search goes on as one types, each filter takes away one listing, and the address alone gives the same again", async ({ page, word, add }) => {
  test.slow();
  await add(rowsFor(word));
  await page.goto("/jobs");
  await settled(page, null);
  const field = page.getByRole("searchbox", { name: "Search listings" });
  await field.pressSequentially(word.slice(0, -2));
  await expect(page).toHaveURL(`/jobs?q=${word.slice(0, -2)}`);
  await expect(titles(page)).toHaveCount(8);
  await expect(field).toBeFocused();
  await field.pressSequentially(word.slice(-2));
  await expect(page).toHaveURL(`/jobs?q=${word}`);

  await page.getByText("More filters").click();
  const filters: { name: string; value: string; choose: () => Promise<unknown> }[] = [
    { name: "place", value: "in-pune", choose: () => page.getByLabel("Place").selectOption("Pune") },
    { name: "remote", value: "1", choose: () => page.getByLabel("Remote", { exact: true }).check() },
    { name: "level", value: "entry", choose: () => page.getByLabel("Level").selectOption("entry level") },
    { name: "role", value: "backend-developer", choose: () => page.getByLabel("Role", { exact: true }).selectOption("Backend Developer") },
    { name: "pay", value: "stated", choose: () => page.getByLabel("Pay").selectOption({ value: "stated" }) },
    { name: "skill", value: "version-control", choose: () => page.getByLabel("Version control", { exact: false }).check() },
    { name: "age", value: "7", choose: () => page.getByLabel("Posted").selectOption("in the last 7 days") },
  ];
  for (const [index, { name, value, choose }] of filters.entries()) {
    await choose();
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(titles(page), name).toHaveCount(7 - index);
    expect(asked(page).get(name)).toBe(value);
  }
  await expect(titles(page)).toHaveText([`Developer 0 ${word}`]);
  await expect(page.getByText("1 listing matches")).toBeVisible();
  await expectGood(page);

  const whole = page.url();
  await page.reload();
  await settled(page, null);
  await expect(titles(page)).toHaveText([`Developer 0 ${word}`]);
  await expect(page.getByLabel("Place")).toHaveValue("in-pune");
  await expect(page.getByLabel("Remote", { exact: true })).toBeChecked();
  await page.goBack();
  await expect(titles(page)).toHaveCount(2);
  await expect(page.getByLabel("Posted")).toHaveValue("");
  await page.goForward();
  await expect(page).toHaveURL(whole);
  await expect(titles(page)).toHaveCount(1);
  await expect(page.getByLabel("Posted")).toHaveValue("7");

  await page.getByRole("link", { name: `Developer 0 ${word}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Developer 0 ${word}`);
  await page.goBack();
  await expect(page).toHaveURL(whole);
  await expect(titles(page)).toHaveCount(1);
});

test("pages follow one another without a gap, and back leads to the same ones", { tag: "@all" }, async ({ page, word, add }) => {
  const all = Array.from({ length: 45 }, (_, index) => `Developer ${String(index).padStart(2, "0")} ${word}`);
  // Ten at a time were posted at the same moment.
  await add(all.map((title, index) => ({ title, postedAt: new Date(Date.UTC(2026, 10, 20) - Math.floor(index / 10) * 1_000) })));
  await page.goto(`/jobs?q=${word}`);
  await settled(page, null);
  await expect(page.getByText("45 listings match")).toBeVisible();
  const seen = [await titles(page).allTextContents()];
  for (const size of [20, 5]) {
    const before = page.url();
    await page.getByRole("link", { name: "Next 20" }).click();
    await expect(page).not.toHaveURL(before);
    await expect(titles(page)).toHaveCount(size);
    seen.push(await titles(page).allTextContents());
  }
  expect(seen.flat().sort()).toEqual(all);
  await expect(page.getByRole("link", { name: "Next 20" })).toHaveCount(0);
  await page.goBack();
  await expect(titles(page)).toHaveText(seen[1] ?? []);
  await page.reload();
  await expect(titles(page)).toHaveText(seen[1] ?? []);
  await page.goBack();
  await expect(titles(page)).toHaveText(seen[0] ?? []);
  await page.goForward();
  await page.getByRole("link", { name: "To the first page" }).click();
  await expect(page).toHaveURL(`/jobs?q=${word}`);
  await expect(titles(page)).toHaveText(seen[0] ?? []);
  await expectNothingWider(page);
});

test("the newest come first, the best paid in one currency, or those the learner is readiest for", async ({ page, login, word, add }) => {
  const sneha = await login();
  await db.insert(itemProofs).values({ userId: sneha.id, id: uuidv7(), itemId: "first-unit-tests", level: 4 });
  const ask = (skill: Ask["skill"]): Row => ({ skills: [skill], asks: [{ skill, need: "required", says: ["x"] }] });
  await add([
    { ...ask("testing"), ...PAID, title: `Old ${word}`, postedAt: daysAgo(9) },
    { ...ask("containers-orchestration"), ...PAID, payYearly: 950_000, title: `Middle ${word}`, postedAt: daysAgo(6) },
    { ...ask("containers-orchestration"), ...PAID, payCurrency: "USD", title: `Dollars ${word}`, postedAt: daysAgo(4) },
    { title: `New ${word}`, postedAt: daysAgo(1) },
  ]);
  await page.goto(`/jobs?q=${word}`);
  await settled(page, sneha);
  const said = (...names: string[]) => expect(titles(page)).toHaveText(names.map((name) => `${name} ${word}`));
  await said("New", "Dollars", "Middle", "Old");
  const order = async (name: string) => {
    await page.getByLabel("Order").selectOption(name);
    await page.getByRole("button", { name: "Show", exact: true }).click();
  };
  await order("pay");
  await said("Middle", "Old");
  expect(asked(page).get("sort")).toBe("pay");
  await expect(page.getByText("in one currency only")).toBeVisible();
  await order("my readiness");
  await expect(titles(page).first()).toHaveText(`Old ${word}`);
  await expect(titles(page)).toHaveCount(4);
  await expect(page.getByRole("listitem").filter({ hasText: `Old ${word}` })).toContainText(/[1-9]\d*\s+of 100 ready, [1-9]\d*\s+proven/);
  await expectGood(page);
});

test("the feed of a search has its listings and no others", { tag: "@once" }, async ({ page, request, word, add }) => {
  await add([{ ...WANTED, title: `Pune & more ${word}` }, { title: `Elsewhere ${word}` }]);
  await page.goto(`/jobs?q=${word}&place=in-pune&sort=pay`);
  const link = page.getByRole("link", { name: "This search as a feed (RSS)" });
  const address = (await link.getAttribute("href")) ?? "";
  expect(await page.locator('link[type="application/rss+xml"]').getAttribute("href")).toContain(address);
  const answer = await request.get(address);
  expect(answer.headers()["content-type"]).toContain("application/rss+xml");
  const text = await answer.text();
  expect([...text.matchAll(/<item>\s*<title>([^<]*)/g)].map(([, title]) => title)).toEqual([`Pune &amp; more ${word}, Mango Ledger`]);
  const again = await request.get(address, { headers: { "If-None-Match": answer.headers().etag ?? "" } });
  expect(again.status()).toBe(304);
});

test("a saved search says what is new at home, under the name, above the listings and in its own place", { tag: "@all" }, async ({ page, login, word, add }) => {
  test.slow();
  const sneha = await login();
  await page.goto(`/jobs?q=${word}`);
  await settled(page, sneha);
  await page.getByText("Tell me what is new").click();
  await page.getByLabel("Name").fill("Zirkon jobs");
  await page.getByLabel("By mail").selectOption("every Monday, if there is something new");
  await page.getByRole("button", { name: "Save this search" }).click();
  await expect(page.getByText("Saved. What comes from now on is counted under Saved searches.")).toBeVisible();
  await expectGood(page);

  await add([{ title: `One ${word}` }, { title: `Two ${word}` }]);
  await page.goto("/home");
  await settled(page, sneha);
  await expect(page.getByRole("link", { name: "Two new listings in your saved searches" })).toHaveAttribute("href", "/jobs/saved");
  await page.locator("header.top summary").click();
  await expect(page.getByRole("link", { name: "Saved searches: 2 new" })).toBeVisible();
  await expectGood(page);
  await page.goto("/jobs");
  await settled(page, sneha);
  await expect(page.getByText(/Saved searches: Zirkon jobs, 2\s+new/)).toBeVisible();
  await expectNothingWider(page);

  await page.getByRole("link", { name: "Saved searches", exact: true }).click();
  await expect(page.getByText("2 new listings")).toBeVisible();
  const mail = page.getByLabel("By mail about Zirkon jobs");
  await expect(mail).toHaveValue("week");
  await mail.selectOption("every morning, if there is something new");
  await page.getByRole("button", { name: "Save how often mail comes about Zirkon jobs" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.reload();
  await settled(page, sneha);
  await expect(mail).toHaveValue("day");
  await expectGood(page);
  await page.getByRole("link", { name: "Zirkon jobs" }).click();
  await page.getByText("Tell me what is new").click();
  await expect(page.getByLabel("Name")).toHaveValue("Zirkon jobs");
  await expect(page.getByLabel("By mail")).toHaveValue("day");
  await page.goBack();
  await page.getByRole("button", { name: "Send me no mail about any of them" }).click();
  await expect(mail).toHaveValue("never");

  await page.getByRole("button", { name: "I have seen what is new in Zirkon jobs" }).click();
  await expect(page.getByText("Nothing new since")).toBeVisible();
  await page.goto("/home");
  await settled(page, sneha);
  await page.locator("header.top summary").click();
  await expect(page.getByRole("link", { name: "Saved searches", exact: true })).toBeVisible();
  await expect(page.getByText("in your saved searches")).toHaveCount(0);
  await page.goto("/jobs/saved");
  await settled(page, sneha);
  await page.getByRole("button", { name: "Remove the search Zirkon jobs" }).click();
  await expect(page.getByText("No search is saved.")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the search is a plain form: words, filters and pages work", async ({ page, word, add }) => {
    await add([...rowsFor(word), ...Array.from({ length: 20 }, (_, index) => ({ title: `More ${index} ${word}` }))]);
    await page.goto("/jobs");
    await page.getByRole("searchbox", { name: "Search listings" }).fill(word);
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByText("28 listings match")).toBeVisible();
    await page.getByRole("link", { name: "Next 20" }).click();
    await expect(titles(page)).toHaveCount(8);
    await expect(page.getByRole("searchbox")).toHaveValue(word);
    await page.getByLabel("Place").selectOption("Pune");
    await page.getByText("More filters").click();
    await page.getByLabel("Level").selectOption("senior");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(titles(page)).toHaveText([`Developer 3 ${word}`]);
    await page.reload();
    await expect(titles(page)).toHaveText([`Developer 3 ${word}`]);
  });
});
