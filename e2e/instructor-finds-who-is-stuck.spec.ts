import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { enrollments } from "@/db/schema/cohorts";
import { itemProgress } from "@/db/schema/progress";
import { expect, settled, test, type Person } from "./fixtures";
import { expectGood } from "./good-page";

const ITEM = { slug: "debug-with-a-debugger", title: "Debug with breakpoints" };
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** Something begun long enough ago to have enrolled before it. */
async function begin(person: Person, itemId: string, days: number) {
  await db.insert(itemProgress).values({ userId: person.id, itemId, state: "doing", strength: 2, clock: 1, opId: uuidv7(), changedAt: daysAgo(days) });
  await db.update(enrollments).set({ enrolledAt: daysAgo(90) }).where(eq(enrollments.userId, person.id));
}

test("the morning page names who is stuck and why, and a settled signal comes back when the facts change", async ({ page, login, makeCohort }) => {
  const imran = await login({ name: "Imran Shaikh" });
  const aisha = await login({ name: "Aisha Khan" });
  const farida = await login({ name: "Farida Qureshi" });
  const cohort = await makeCohort({ teachers: [farida], learners: [imran, aisha], name: "Pune evening" });
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
  await expect(page.getByRole("group", { name: "Snooze or settle" })).toBeFocused();
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
  await page.goto(`/teach/cohorts/${cohort.slug}/items`);
  await expect(page.getByRole("row", { name: new RegExp(`^${ITEM.title}.* 2 .*1 person on it for too long`) })).toBeVisible();
  await expectGood(page);
});
