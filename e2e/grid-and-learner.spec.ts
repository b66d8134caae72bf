import { parse } from "csv-parse/sync";
import { and, asc, eq, inArray } from "drizzle-orm";
import { readFile } from "node:fs/promises";
import { type Page } from "playwright/test";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { enrollments, notes, rosterEntries } from "@/db/schema/cohorts";
import { plans } from "@/db/schema/plans";
import { itemProgress, itemProofs, progressOperations } from "@/db/schema/progress";
import { expect, test as base, type Cohort, type Person } from "./fixtures";
import { expectGood } from "./good-page";

const [DOING, DONE, PROVEN] = ["set-up-workspace", "shell-basics", "values-and-decisions"];
const STEP = "learn-programming-basics";
const NAMES = ["Aisha Khan", "Imran Shaikh", "स्नेहल पाटील"];

type Made = { farida: Person; cohort: Cohort; learners: Person[]; grid: string; learner: (index: number) => string };

const test = base.extend<{ people: (names: string[]) => Promise<Person[]>; taught: (names?: string[]) => Promise<Made> }>({
  people: async ({}, provide) => {
    const made: string[] = [];
    await provide(async (names) => {
      const people = names.map((name) => ({ id: uuidv7(), name }));
      await db.insert(users).values(people.map((person) => ({ ...person, email: `canary-${person.id}@example.org` })));
      made.push(...people.map(({ id }) => id));
      return people;
    });
    if (made.length > 0) await db.delete(users).where(inArray(users.id, made));
  },
  /** Farida is signed in and teaches learners of these names; the first has said something of three items. */
  taught: async ({ login, makeCohort, people }, provide) => {
    await provide(async (names = NAMES) => {
      const farida = await login({ name: "Farida Shah" });
      const learners = await people(names);
      const cohort = await makeCohort({ teachers: [farida], learners });
      const [first] = learners;
      if (first) await recordFor(first.id);
      const base = `/teach/cohorts/${cohort.slug}`;
      return { farida, cohort, learners, grid: `${base}/grid`, learner: (index) => `${base}/learners/${learners[index]?.id}` };
    });
  },
});

async function recordFor(userId: string) {
  const states = [DOING, DONE, PROVEN].map((itemId) => ({ userId, itemId: itemId, state: itemId === DOING ? ("doing" as const) : ("done" as const), opId: uuidv7(), clock: 1 }));
  await db.insert(progressOperations).values(states.map((state) => ({ ...state, at: new Date() })));
  await db.insert(itemProgress).values(states.map((state) => ({ ...state, strength: state.state === "doing" ? 2 : 3 })));
  await db.insert(itemProofs).values({ userId, id: uuidv7(), itemId: PROVEN, level: 4 });
}

const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });

/** The page listens to keys. */
async function listening(page: Page) {
  await expect(page.locator("table.cohort-grid [tabindex='0']")).toHaveCount(1);
}

test("the grid says learner, item and state", async ({ page, taught }) => {
  const { grid } = await taught();
  await page.goto(`${grid}?step=${STEP}`);
  await expect(page.getByRole("grid", { name: /Items of step 1, .* by learner/ })).toBeVisible();
  const row = rowOf(page, "Aisha Khan");
  await expect(row.getByRole("rowheader")).toContainText("2 done, 1 proven of 12");
  const heads = (await page.getByRole("columnheader").allTextContents()).length;
  await expect(page.getByRole("columnheader", { name: "1. Set up a working environment" })).toBeAttached();
  const cells = row.getByRole("gridcell");
  await expect(cells).toHaveCount(heads - ((await page.getByRole("columnheader", { name: "Learner" }).isVisible()) ? 1 : 0));
  await expect(cells.nth(0)).toHaveAccessibleName("doing");
  await expect(cells.nth(1)).toHaveAccessibleName("done, claimed");
  await expect(row.getByRole("gridcell", { name: "proven, reviewed", exact: true })).toHaveCount(1);
  await expect(rowOf(page, "स्नेहल पाटील").getByRole("gridcell", { name: "to do", exact: true })).toHaveCount(12);
  await expect(page.getByRole("row").filter({ hasText: "2 in this step" }).getByRole("gridcell").nth(1)).toHaveText("1");
  await expect(page.getByText("3 of 3 learners, by name.")).toBeVisible();
});

test("arrows, Home, End and Enter move through the grid, which is one stop of Tab", async ({ page, taught }) => {
  const { grid, learner } = await taught();
  await page.goto(`${grid}?step=${STEP}`);
  await listening(page);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent);
  const press = async (key: string, said: string | RegExp) => {
    await page.keyboard.press(key);
    await expect.poll(focused, key).toMatch(said);
  };
  await page.getByRole("link", { name: "Aisha Khan" }).focus();
  await press("ArrowRight", /^doing$/);
  await press("ArrowRight", /^done, claimed$/);
  await press("ArrowDown", /^to do$/);
  await press("ArrowUp", /^done, claimed$/);
  await press("ArrowUp", /^2\. /);
  await press("ArrowDown", /^done, claimed$/);
  await press("End", /^(to do|0 done, 0 proven of \d+)$/);
  await press("Home", /^Aisha Khan$/);
  await press("Control+End", /^\d+$/);
  await press("Control+Home", /Learner|^1\. /);
  await page.getByRole("link", { name: "Imran Shaikh" }).focus();
  await press("ArrowRight", /^to do$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${learner(1)}$`));
  await expect(page.getByRole("heading", { level: 1, name: "Imran Shaikh" })).toBeVisible();
});

test("55 learners come in two pages, by name or by what they did", { tag: "@all" }, async ({ page, taught }) => {
  const { grid, learners } = await taught(Array.from({ length: 55 }, (_, index) => `Learner ${String(index).padStart(2, "0")}`));
  const [last] = learners.slice(-1);
  if (last) await recordFor(last.id);
  await page.goto(grid);
  await expect(page.getByText("50 of 55 learners, by name.")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Step" })).toHaveValue(STEP);
  await expect(page.getByRole("rowheader", { name: "Done 2 in this step, of these 50 learners" })).toBeVisible();
  await page.getByRole("link", { name: "Next 5" }).click();
  await expect(page.getByText("51 to 55 of 55 learners, by name.")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Done 2 in this step, of these 5 learners" })).toBeVisible();
  await expect(page.locator("tbody").getByRole("rowheader")).toHaveCount(5);
  await page.getByText("Sort and filter").click();
  await page.getByLabel("Sort by").selectOption("done in this step");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("50 of 55 learners, by done in this step.")).toBeVisible();
  await expect(page.locator("tbody").getByRole("rowheader").first()).toContainText("Learner 00");
  await expect(page.locator("tbody").getByRole("rowheader").nth(1)).toContainText("Learner 54");
  await page.getByLabel("only learners with something of this step in progress").check();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("2 of 2 learners, by done in this step.")).toBeVisible();
  await page.getByText("the whole cohort is counted under Items").getByRole("link", { name: "Items" }).click();
  await expect(page.getByRole("row", { name: /^Move around in the shell.*\b0\b.*\b2\b.*\b0\b.*\b0\b/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^All 12 items, 55 learners each.*\b2\b.*\b4\b.*\b2\b.*\b0\b/ })).toBeVisible();
  await expectGood(page);
});

test("a learner's page shows the road, and a waiver stands beside the learner's own state", async ({ page, taught }) => {
  const { grid, learner, learners } = await taught();
  await page.goto(learner(0));
  await expect(page.getByText("2 and 1 of 168 items")).toBeVisible();
  await expect(page.getByRole("region", { name: "In progress" })).toContainText("Set up a working environment");
  await expect(page.getByRole("region", { name: "History" }).getByRole("listitem")).toHaveCount(3);
  await expect(page.getByRole("link", { name: "Write to Aisha Khan" })).toHaveAttribute("href", new RegExp(`messages\\?to=${learners[0]?.id}$`));

  await expect(page.getByText("the pace below is the cohort’s, 8 hours a week")).toBeVisible();
  await expect(page.getByRole("region", { name: "In progress" })).toContainText("at 8 hours a week, 4 days");
  await db.insert(plans).values({ userId: learners[0]?.id ?? "", hoursPerWeek: 2 });
  await page.reload();
  await expect(page.getByText("Has set 2 hours a week: the pace below.")).toBeVisible();
  await expect(page.getByRole("region", { name: "In progress" })).toContainText("at 2 hours a week, 14 days");

  const waiversOf = page.getByRole("region", { name: "Waivers" });
  await waiversOf.getByText("Waive an item").click();
  await waiversOf.getByLabel("Item", { exact: true }).selectOption({ label: "Set up a working environment" });
  await waiversOf.getByRole("button", { name: "Waive the item" }).click();
  await expect(waiversOf.getByLabel("Reason")).toHaveAccessibleDescription(/Write why/);
  await waiversOf.getByLabel("Reason").fill("Works as a tester.");
  await waiversOf.getByRole("button", { name: "Waive the item" }).click();
  await expect(waiversOf).toContainText("not needed. The learner’s own state: doing.");
  await expect(page.getByText("2 and 1 of 168 items, 1 waived")).toBeVisible();

  await page.goto(`${grid}?step=${STEP}`);
  await expect(rowOf(page, "Aisha Khan").getByRole("gridcell").first()).toHaveAccessibleName("doing, not needed");
  await page.goto(learner(0));
  await waiversOf.getByRole("button", { name: "Withdraw the waiver of Set up a working environment" }).click();
  await expect(waiversOf).toContainText("Withdrawn by Farida Shah");
  const [kept] = await db.select({ state: itemProgress.state, clock: itemProgress.clock }).from(itemProgress).where(and(eq(itemProgress.userId, learners[0]?.id ?? ""), eq(itemProgress.itemId, DOING)));
  expect(kept).toEqual({ state: "doing", clock: 1 });
});

test("instructors keep notes, and delete their own", { tag: "@all" }, async ({ page, taught, login, otherDevice }) => {
  const { learner, cohort } = await taught();
  await page.goto(learner(0));
  const notesOf = page.getByRole("region", { name: "Notes" });
  await expect(notesOf).toContainText("Aisha Khan does not see them.");
  await notesOf.getByLabel("New note").fill("Call on Friday.\n<b>Bold</b>");
  await notesOf.getByRole("button", { name: "Keep the note" }).click();
  await expect(notesOf.getByRole("listitem")).toContainText("Call on Friday.<b>Bold</b>");
  await expect(notesOf.getByLabel("New note")).toHaveValue("");

  const vikram = await login({ name: "Vikram Rao", on: otherDevice });
  await db.insert(enrollments).values({ cohortId: cohort.id, userId: vikram.id, role: "instructor" });
  const his = await otherDevice.newPage();
  await his.goto(learner(0));
  await expect(his.getByRole("region", { name: "Notes" })).toContainText("Farida Shah on");
  await expect(his.getByText("Delete this note")).toHaveCount(0);

  await notesOf.getByText("Delete this note").click();
  await notesOf.getByRole("button", { name: "Delete it for good" }).click();
  await expect(notesOf.getByRole("listitem")).toHaveCount(0);
});

test("the office downloads files that a spreadsheet can open", { tag: "@once" }, async ({ page, taught }) => {
  const { grid, cohort, learners } = await taught([...NAMES, "=HYPERLINK(1)"]);
  await page.goto(grid);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download as CSV" }).click()]);
  expect(download.suggestedFilename()).toMatch(/-grid-\d{4}-\d\d-\d\d\.csv$/);
  const bytes = await readFile(await download.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true });
  expect(rows.map((row) => row.Learner)).toEqual(["'=HYPERLINK(1)", "Aisha Khan", "Imran Shaikh", "स्नेहल पाटील"]);
  expect(rows[1]).toMatchObject({ Done: "2", Proven: "1", Waived: "0", "1.1 Set up a working environment": "doing" });
  expect(Object.keys(rows[1] ?? {})).toHaveLength(7 + 168);
  expect(Object.values(rows[1] ?? {})).toContain("done, level 4");

  const enrolled: Record<string, string>[] = parse(await (await page.request.get(grid.replace("grid", "learners.csv"))).body(), { bom: true, columns: true });
  expect(enrolled).toHaveLength(4);
  expect(Object.keys(enrolled[0] ?? {})).toEqual(["Learner", "Group", "Joined", "Last activity", "Done", "Proven", "Waived"]);
  const reviews: string[][] = parse(await (await page.request.get(grid.replace("grid", "reviews.csv"))).body(), { bom: true });
  expect(reviews[0]?.[0]).toBe("Learner");

  await db.insert(rosterEntries).values([
    { cohortId: cohort.id, email: "expected@example.org", name: "=HYPERLINK(2)", groupName: "+1" },
    { cohortId: cohort.id, email: `canary-${learners[0]?.id ?? ""}@example.org`, name: "Aisha Khan" },
  ]);
  await page.goto(grid.replace("grid", "learners"));
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Take all of these as CSV" }).click()]);
  expect(file.suggestedFilename()).toMatch(/-roster-\d{4}-\d\d-\d\d\.csv$/);
  expect(parse(await readFile(await file.path()), { bom: true })).toEqual([
    ["Name", "E-mail", "Group", "Invitation"],
    ["'=HYPERLINK(2)", "expected@example.org", "'+1", "none open"],
  ]);
});

test("what an instructor writes after being removed is not kept", { tag: "@once" }, async ({ page, taught }) => {
  const { cohort, farida, learner } = await taught();
  await page.goto(learner(0));
  await page.getByLabel("New note").fill("Too late.");
  await db.update(enrollments).set({ leftAt: new Date() }).where(and(eq(enrollments.cohortId, cohort.id), eq(enrollments.userId, farida.id)));
  await page.getByRole("button", { name: "Keep the note" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page at this address");
  expect(await db.$count(notes, eq(notes.cohortId, cohort.id))).toBe(0);
});

test("what an admin looks at is written down", { tag: "@once" }, async ({ taught, login, otherDevice }) => {
  const { cohort, learner, grid } = await taught();
  const admin = await login({ name: "Admin", admin: true, on: otherDevice });
  for (const path of [grid, learner(0), grid.replace("grid", "print"), grid.replace("grid", "grid.csv")]) expect((await otherDevice.request.get(path)).status()).toBe(200);
  const rows = await db.select({ action: audit.action }).from(audit).where(and(eq(audit.actorId, admin.id), eq(audit.cohortId, cohort.id))).orderBy(asc(audit.id));
  expect(rows.map(({ action }) => action)).toEqual(["grid.read", "learner.read", "print.read", "grid.export"]);
});

test("grid, learner and print view have no accessibility fault, light and dark, and nothing wider than the screen", { tag: "@look" }, async ({ page, taught }) => {
  test.setTimeout(120_000);
  const { grid, learner } = await taught();
  for (const path of [`${grid}?step=master-server-side-programming`, learner(0), grid.replace("grid", "print")]) {
    await page.goto(path);
    if (path.startsWith(grid)) await listening(page);
    await expectGood(page);
  }
});
