import AxeBuilder from "@axe-core/playwright";
import { eq } from "drizzle-orm";
import type { Page } from "playwright/test";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { enrollments } from "@/db/schema/cohorts";
import { submissions } from "@/db/schema/evidence";
import { itemProgress } from "@/db/schema/progress";
import { expect, settled, test, type Person } from "./fixtures";

const ITEM = { slug: "debug-with-a-debugger", title: "Debug with breakpoints" };
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** Something begun long enough ago to have enrolled before it. */
async function begin(person: Person, itemId: string, days: number) {
  await db.insert(itemProgress).values({ userId: person.id, itemId, state: "doing", strength: 2, clock: 1, opId: uuidv7(), changedAt: daysAgo(days) });
  await db.update(enrollments).set({ enrolledAt: daysAgo(90) }).where(eq(enrollments.userId, person.id));
}

async function expectGood(page: Page) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
  }
  const size = page.viewportSize();
  for (const width of [320, 390, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  if (size) await page.setViewportSize(size);
}

test("the morning page names who is stuck and why, and a settled signal comes back when the facts change", async ({ page, login, makeCohort }) => {
  const imran = await login({ name: "Imran Shaikh" });
  const aisha = await login({ name: "Aisha Khan" });
  const farida = await login({ name: "Farida Qureshi" });
  await makeCohort({ teachers: [farida], learners: [imran, aisha], name: "Pune evening" });
  await begin(imran, ITEM.slug, 12);
  await begin(aisha, ITEM.slug, 1);

  await page.goto("/teach");
  await settled(page, farida);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One person could use a word today");
  const signal = page.getByRole("listitem").filter({ hasText: "Imran Shaikh" }).first();
  await expect(signal).toContainText(`Imran Shaikh has been on ${ITEM.title} for 12 days. It takes 3 hours; at 8 hours a week, 3 days.`);
  await expect(signal).toContainText("Rule: in progress for more than 3 times its hours at the learner’s pace.");
  await expect(page.getByText("Aisha Khan", { exact: false })).toBeHidden();
  await expectGood(page);

  await signal.getByRole("link", { name: /Snooze or settle/ }).first().click();
  await expect(page).toHaveURL(/\/stuck\?settle=/);
  await expectGood(page);
  await page.getByRole("button", { name: "Save" }).click();
  const note = page.getByRole("textbox", { name: "Note" });
  await expect(note).toHaveAccessibleDescription(/Write what you know or did/);
  await note.fill("Talked on the phone. Wants to finish it on Friday.");
  await page.getByLabel("What to do with it").selectOption({ label: "Settle until the facts change" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/stuck$/);
  const settledList = page.getByRole("region", { name: "Snoozed and settled" });
  await expect(settledList).toContainText("Talked on the phone. Wants to finish it on Friday.");
  await expect(settledList).toContainText("Settled until the facts change by Farida Qureshi");

  // Begun anew, and left again.
  await db.update(itemProgress).set({ changedAt: daysAgo(30), clock: 3 }).where(eq(itemProgress.userId, imran.id));
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One person of 2 could use a word");
  await expect(page.getByText("for 30 days. It takes 3 hours")).toBeVisible();
});

test("two returns make a signal, and an acceptance takes it away", async ({ page, login, makeCohort }) => {
  const sneha = await login({ name: "Sneha Kulkarni" });
  const farida = await login({ name: "Farida Qureshi" });
  const cohort = await makeCohort({ teachers: [farida], learners: [sneha] });
  const version = (number: number, state: "returned" | "handed-in") => ({
    userId: sneha.id, id: uuidv7(), itemId: ITEM.slug, version: number, kind: "text" as const, body: "Here it is.", state,
    handedInAt: daysAgo(4 - number), closedAt: state === "returned" ? daysAgo(3.5 - number) : null,
  });
  await db.insert(submissions).values([version(1, "returned"), version(2, "returned"), version(3, "handed-in")]);

  await page.goto(`/teach/cohorts/${cohort.slug}/stuck`);
  await settled(page, farida);
  await expect(page.getByText(`has had ${ITEM.title} returned twice.`)).toBeVisible();

  await page.goto(`/teach/cohorts/${cohort.slug}/reviews`);
  await page.getByRole("link", { name: `Sneha Kulkarni: ${ITEM.title}` }).click();
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page).toHaveURL(/\/reviews$/);

  await page.goto(`/teach/cohorts/${cohort.slug}/stuck`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nobody is stuck by the cohort’s rules");
  await page.goto(`/teach/cohorts/${cohort.slug}/items`);
  await expect(page.getByRole("row", { name: new RegExp(`^${ITEM.title}.*0.*0.*1.*2 submissions returned`) })).toBeVisible();
  await expectGood(page);
});
