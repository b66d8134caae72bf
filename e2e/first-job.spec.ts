import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { listings } from "@/db/schema/jobs";
import { plans } from "@/db/schema/plans";
import { itemProofs } from "@/db/schema/progress";
import type { Ask } from "@/lib/jobs/words";
import { expect, settled, test } from "./fixtures";
import { expectGood, expectNothingWider } from "./good-page";

const asks: Ask[] = [{ skill: "version-control", need: "required", says: ["Git"] }];

test("a learner finds a listing, sees the gap, follows the shortest way, proves an item, and applies", async ({ page, login }) => {
  test.slow();
  const sneha = await login({ name: "Sneha Kulkarni" });
  await db.insert(plans).values({ userId: sneha.id, hoursPerWeek: 8 });
  const word = `Zirconia${randomUUID().slice(0, 6)}`;
  const listing = { id: uuidv7(), slug: `junior-developer-${randomUUID()}`, title: `Junior ${word} Developer`, company: "Mango Ledger" };
  await db.insert(listings).values({
    ...listing, identity: listing.id, hash: listing.id, words: "", places: [], placeKeys: [], remote: true, postedAt: new Date(), asks, skills: ["version-control"],
    description: "<h3>Required</h3><ul><li>You use Git every day.</li></ul>",
  });

  try {
    await page.goto("/jobs");
    await settled(page, sneha);
    await page.getByRole("searchbox").fill(word.slice(0, 9));
    const found = page.getByRole("link", { name: listing.title });
    await page.waitForURL(/[?&]q=/);
    await expect(found).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: listing.title })).toContainText(/0\s+of 100 ready/);
    await expectGood(page);
    await found.click();
    await expect(page.getByRole("heading", { level: 1, name: listing.title })).toBeVisible();
    await expect(page.locator("mark").filter({ hasText: "Git" })).toBeVisible();
    await expect(page.getByText("nothing yet").first()).toBeVisible();
    await expectNothingWider(page);

    await page.getByRole("button", { name: "Save to applications" }).click();
    await expect(page.getByText("In your applications.")).toBeVisible();

    // The last item of the way is the one that counts: the others are what it needs.
    const way = page.locator("ol.way a");
    const last = way.last();
    const title = (await last.textContent()) ?? "";
    await last.click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await page.getByRole("radio", { name: "Done" }).check({ force: true });
    const itemId = new URL(page.url()).pathname.split("/").at(-1) ?? "";

    const points = async () => {
      await page.goto(`/jobs/${listing.slug}`);
      return Number(/You are (\d+) of 100 ready/.exec((await page.locator("main").textContent()) ?? "")?.[1]);
    };
    await expect.poll(points).toBeGreaterThan(0);
    const claimed = await points();
    await db.insert(itemProofs).values({ userId: sneha.id, id: uuidv7(), itemId, level: 4 });
    const proven = await points();
    expect(proven).toBeGreaterThan(claimed);
    await expect(page.locator("mark.proof").filter({ hasText: "Git" }).first()).toBeVisible();

    await page.goto("/roles/backend-developer");
    await expect(page.getByRole("region", { name: "Your readiness" })).toContainText(/[1-9]\d* of 100, [1-9]\d* proven/);
    await page.goto(`/jobs/${listing.slug}`);
    await page.getByRole("link", { name: "Open it" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(listing.title);
    await page.goto("/applications");
    await page.getByLabel(`Stage of ${listing.title}`).selectOption("Applied");
    await page.getByRole("button", { name: `Move ${listing.title}` }).click();
    await expect(page.getByRole("region", { name: "Applied 1" }).getByRole("link", { name: listing.title })).toBeVisible();
    await page.getByRole("link", { name: listing.title }).click();
    await page.getByLabel("Next action").fill("Ask Meera how it goes");
    await page.getByLabel("On which day").fill("2099-01-05");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
    await page.goto("/applications");
    await expect(page.getByText("Ask Meera how it goes").first()).toBeVisible();
  } finally {
    await db.delete(listings).where(eq(listings.id, listing.id));
  }
});
