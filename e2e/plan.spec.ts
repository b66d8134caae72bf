import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohortSteps, waivers } from "@/db/schema/cohorts";
import { submissions } from "@/db/schema/evidence";
import { plans } from "@/db/schema/plans";
import { progressOperations } from "@/db/schema/progress";
import { expect, recordedFor, settled, test, tick } from "./fixtures";
import { expectGood } from "./good-page";

test("hours a week give each step a date, on the plan, at home, and at home without a connection", async ({ page, login, makeCohort, context }) => {
  const sneha = await login();
  const cohort = await makeCohort({ learners: [sneha], name: "Evening back-end" });
  await db.insert(cohortSteps).values({ cohortId: cohort.id, stepSlug: "version-control", dueOn: "2030-01-15" });

  await page.goto("/home");
  await settled(page, sneha);
  await expect(page.getByRole("link", { name: "Your cohort: Evening back-end" })).toHaveAttribute("href", `/cohorts/${cohort.slug}`);
  await page.getByRole("link", { name: "Say how many hours a week you have" }).click();
  await page.getByLabel("Hours a week").fill("100");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Hours a week")).toHaveAccessibleDescription(/from 1 to 80/);
  await page.getByLabel("Hours a week").fill("8");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^The road’s end by .*, at 8 hours a week\.$/)).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Version control" })).toContainText("15 January 2030, Evening back-end");
  await expectGood(page);

  await page.getByRole("link", { name: "Home", exact: true }).click();
  const line = page.getByText(/^Step 1 by .* at 8 hours a week\./);
  await expect(line).toBeVisible();
  const first = await line.textContent();
  await context.setOffline(true);
  await tick(page, "Set up a working environment").click();
  await expect(line).not.toHaveText(first ?? "");
  await context.setOffline(false);
  await expectGood(page);
});

test("a waived item costs no work, and the learner reads by whom and why it was waived", { tag: "@once" }, async ({ page, login, makeCohort, otherDevice }) => {
  const farida = await login({ name: "Farida Qureshi", on: otherDevice });
  const sneha = await login();
  const cohort = await makeCohort({ teachers: [farida], learners: [sneha], name: "Evening back-end" });
  await db.insert(plans).values({ userId: sneha.id, hoursPerWeek: 8 });
  await page.goto("/plan");
  const step = page.getByRole("row").filter({ hasText: "Learn the basics of programming" });
  const before = await step.textContent();
  await db.insert(waivers).values({ cohortId: cohort.id, id: uuidv7(), learnerId: sneha.id, itemId: "set-up-workspace", state: "not-needed", reason: "Works as a tester.", givenBy: farida.id });

  await page.reload();
  await expect(step).not.toHaveText(before ?? "");
  const waived = page.getByRole("region", { name: "Waived for you" });
  await expect(waived).toContainText("Set up a working environment: not needed.");
  await expect(waived).toContainText("Works as a tester.");
  await expect(waived).toContainText("By Farida Qureshi in Evening back-end, on");
  await expectGood(page);
  await page.goto(`/cohorts/${cohort.slug}`);
  await expect(waived).toContainText("Works as a tester.");
  expect(await recordedFor(sneha)).toEqual([]);
});

test("a week away moves the dates, and is said without blame", { tag: "@all" }, async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/roadmap");
  await settled(page, sneha);
  await tick(page, "Set up a working environment").click();
  await expect.poll(async () => (await db.select({ opId: progressOperations.opId }).from(progressOperations).where(eq(progressOperations.userId, sneha.id))).length).toBe(1);
  await db.insert(plans).values({ userId: sneha.id, hoursPerWeek: 8, savedAt: new Date(Date.now() - 30 * 864e5) });
  await db
    .update(progressOperations)
    .set({ at: sql`now() - interval '7 days'` })
    .where(eq(progressOperations.userId, sneha.id));
  await page.goto("/plan");
  await expect(page.getByText("You were away for a week, so the dates moved by seven days.")).toBeVisible();

  // Who handed something in was not away.
  await db.insert(submissions).values({ userId: sneha.id, id: uuidv7(), itemId: "shell-basics", version: 1, kind: "text", body: "I listed files.", state: "handed-in", handedInAt: new Date() });
  for (const path of ["/plan", "/home"]) {
    await page.goto(path);
    await expect(page.getByText("at 8 hours a week", { exact: false })).toBeVisible();
    await expect(page.getByText("You were away")).toHaveCount(0);
  }
});

test("a calendar reads the dates at an address that was shown once, until it is closed", { tag: "@all" }, async ({ page, login, request }) => {
  const sneha = await login({ name: "Sneha Kulkarni" });
  await db.insert(plans).values({ userId: sneha.id, hoursPerWeek: 8 });
  const [{ email } = { email: "" }] = await db.select({ email: users.email }).from(users).where(eq(users.id, sneha.id));
  await page.goto("/plan");
  await settled(page, sneha);

  const open = async (name: string) => {
    const before = await page.locator("code").allTextContents();
    await page.getByRole("button", { name }).click();
    await expect.poll(() => page.locator("code").allTextContents()).not.toEqual(before);
    return (await page.locator("code").textContent()) ?? "";
  };
  const address = await open("Make an address");
  await expect(page.getByRole("link", { name: "Subscribe" })).toHaveAttribute("href", address.replace(/^https?:/, "webcal:"));
  await expectGood(page);

  // As a calendar does: without any cookie.
  const calendar = await request.get(address);
  expect([calendar.status(), calendar.headers()["cache-control"]]).toEqual([200, "private, no-store"]);
  expect(calendar.headers()["content-type"]).toContain("text/calendar");
  const text = (await calendar.text()).replace(/\r\n[ \t]/g, "");
  expect(text).toContain("SUMMARY:Plan: step 1 done\\, ");
  for (const personal of ["Sneha", "Kulkarni", email, sneha.id]) expect(text).not.toContain(personal);
  const [{ kept } = { kept: null }] = await db.select({ kept: plans.calendarHash }).from(plans).where(eq(plans.userId, sneha.id));
  expect(kept).toMatch(/^[0-9a-f]{64}$/);
  expect(address).not.toContain(kept ?? "");

  await page.reload();
  await expect(page.getByText("It was shown once")).toBeVisible();
  const second = await open("Make another address");
  expect((await request.get(address)).status()).toBe(404);
  expect((await request.get(second)).status()).toBe(200);
  await page.getByRole("button", { name: "Close the address" }).click();
  await expect(page.getByRole("button", { name: "Make an address" })).toBeVisible();
  await expect(page.getByText("The address is closed.")).toBeFocused();
  expect((await request.get(second)).status()).toBe(404);
});

test("the plan and the settings are for people who are signed in, and the mail of the week is asked for", { tag: "@once" }, async ({ page, login }) => {
  for (const path of ["/plan", "/messages", "/settings"]) {
    await page.goto(path);
    await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  const sneha = await login();
  await page.goto("/settings");
  await settled(page, sneha);
  await expectGood(page);
  await page.getByLabel("A summary of the week, on Monday morning").check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("A summary of the week, on Monday morning")).toBeChecked();
  await expect(page.getByLabel(/^What my instructors write/)).toBeChecked();
});
