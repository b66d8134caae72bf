import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { applications, applicationStages, listings } from "@/db/schema/jobs";
import { plans } from "@/db/schema/plans";
import { today } from "@/lib/calendar/now";
import { expect, settled, test as base, type Person } from "./fixtures";
import { expectGood } from "./good-page";

type Listing = { id: string; title: string };

const test = base.extend<{ makeListing: () => Promise<Listing> }>({
  makeListing: async ({}, provide) => {
    const made: string[] = [];
    await provide(async () => {
      const listing = { id: uuidv7(), title: `Junior back-end developer ${randomUUID().slice(0, 8)}` };
      const required = { slug: listing.id, identity: listing.id, hash: listing.id, company: "=Kaveri Software", description: "", words: "" };
      await db.insert(listings).values({ ...listing, ...required, places: [], placeKeys: [], remote: false, postedAt: new Date(), asks: [], skills: [] });
      made.push(listing.id);
      return listing;
    });
    await db.delete(listings).where(inArray(listings.id, made));
  },
});

async function addTyped(person: Person, change: Partial<typeof applications.$inferInsert> = {}): Promise<string> {
  const id = uuidv7();
  await db.insert(applications).values({ userId: person.id, id, title: "API developer", company: "Mango Ledger", ...change });
  return id;
}

test("a listing is saved, applied for and followed up, in the calendar, the list and the file, and instructors see counts only", { tag: "@all" }, async ({ page, login, makeCohort, makeListing, request, otherDevice }) => {
  // Seven pages are looked at in both schemes and five widths.
  test.slow();
  const sneha = await login({ name: "Sneha Kulkarni" });
  const farida = await login({ name: "Farida Sheikh", on: otherDevice });
  const cohort = await makeCohort({ teachers: [farida], learners: [sneha] });
  const listing = await makeListing();
  await db.insert(plans).values({ userId: sneha.id, hoursPerWeek: 8 });

  await page.goto("/applications");
  await settled(page, sneha);
  await expect(page.getByText("Nothing is here yet.")).toBeVisible();
  await expectGood(page);

  for (let time = 0; time < 2; time += 1) {
    await page.goto(`/applications/new?listing=${listing.id}`);
    await settled(page, sneha);
    await page.getByRole("button", { name: "Save to applications" }).click();
    await expect(page.getByText("In your applications.")).toBeVisible();
  }
  await expectGood(page);
  await page.getByRole("link", { name: "Open it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(listing.title);
  const address = new URL(page.url()).pathname;

  await page.goto("/applications");
  await settled(page, sneha);
  const saved = page.getByRole("region", { name: "Saved 1" });
  await expect(saved.getByRole("link", { name: listing.title })).toHaveAttribute("href", address);
  const stage = page.getByLabel(`Stage of ${listing.title}, =Kaveri Software`);
  await stage.selectOption("Applied");
  await page.getByRole("button", { name: `Move ${listing.title}` }).dblclick();
  await expect(page.getByRole("region", { name: "Applied 1" }).getByRole("link", { name: listing.title })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "The stage is now: Applied." })).toBeAttached();
  await expect(stage).toBeFocused();
  await expect(page.getByRole("region", { name: "Saved 0" })).toBeVisible();
  const history = await db.select({ stage: applicationStages.stage }).from(applicationStages).where(eq(applicationStages.userId, sneha.id)).orderBy(applicationStages.at);
  expect(history.map((row) => row.stage)).toEqual(["saved", "applied"]);

  await page.getByRole("link", { name: listing.title }).click();
  await expect(page.getByLabel("Applied on")).toHaveValue(today());
  await page.getByLabel("Notes").fill("Two rounds");
  await page.getByLabel("On which day").fill(today());
  const save = page.getByRole("button", { name: "Save", exact: true });
  await save.click();
  await expect(page.getByLabel("Next action")).toHaveAccessibleDescription(/Write what is to be done on that day/);
  await expect(page.getByLabel("Next action")).toBeFocused();
  await expect(page.getByLabel("Notes")).toHaveValue("Two rounds");
  await expectGood(page);
  await page.getByLabel("Next action").fill("Send the exercise");
  await save.click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByRole("list", { name: "History of stages" }).getByRole("listitem")).toHaveText([/^Applied, /, /^Saved, /]);

  await page.goto("/plan");
  await settled(page, sneha);
  await page.getByRole("button", { name: "Make an address" }).click();
  const calendar = await request.get((await page.locator("code").textContent()) ?? "");
  const events = (await calendar.text()).replace(/\r\n[ \t]/g, "");
  expect(events).toContain(`SUMMARY:Next: Send the exercise (${listing.title}\\, =Kaveri Software)\r\n`);
  expect(events).toContain(`DTSTART;VALUE=DATE:${today().replaceAll("-", "")}`);
  expect(events).not.toContain("Two rounds");

  await page.goto("/applications?as=list");
  await settled(page, sneha);
  const due = page.getByRole("region", { name: "To do now" });
  await expect(due).toContainText("Send the exercise, today");
  await expect(page.getByRole("row").filter({ hasText: listing.title })).toContainText(/Applied.*Send the exercise/s);
  await expectGood(page);
  await page.getByRole("link", { name: "company", exact: true }).click();
  await expect(page).toHaveURL(/\?as=list&sort=company$/);
  await expect(page.getByRole("table", { name: "Applications, by company" })).toBeVisible();

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Save as a file (CSV)" }).click()]);
  expect(download.suggestedFilename()).toBe(`applications-${today()}.csv`);
  const file = await page.request.get("/applications/applications.csv");
  const rows: Record<string, string>[] = parse(await file.body(), { bom: true, columns: true });
  expect(rows).toMatchObject([{ Title: listing.title, Company: "'=Kaveri Software", Stage: "Applied", "Next action": "Send the exercise", "Next action on": today(), Notes: "Two rounds", Listing: "open" }]);

  await page.getByRole("button", { name: "Done: Send the exercise" }).click();
  await expect(due).toBeHidden();

  // The listing closes, and goes.
  await db.update(listings).set({ closedAt: new Date() }).where(eq(listings.id, listing.id));
  await page.goto("/applications");
  await settled(page, sneha);
  await expect(page.getByRole("region", { name: "Applied 1" })).toContainText("The listing is closed");
  await page.getByRole("link", { name: listing.title }).click();
  await expect(page.getByText("The listing is closed. Your application stays here as it is.")).toBeVisible();

  const teacher = await otherDevice.newPage();
  const ofLearner = `/teach/cohorts/${cohort.slug}/learners/${sneha.id}`;
  await teacher.goto(ofLearner);
  await expect(teacher.getByRole("heading", { level: 1 })).toHaveText("Sneha Kulkarni");
  await expect(teacher.getByText("Applications at each stage")).toHaveCount(0);
  await page.goto("/applications");
  await settled(page, sneha);
  const share = page.getByLabel("Let my instructors see how many applications I have at each stage");
  await expect(share).not.toBeChecked();
  await share.check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Your instructors see the five counts.")).toBeVisible();
  await expectGood(page);
  await teacher.reload();
  await expect(teacher.getByText("Applications at each stage:")).toBeVisible();
  await expect(teacher.locator("main")).toContainText("saved 0, applied 1, interview 0, offer 0, closed 0.");
  await expectGood(teacher);
  const seen = await teacher.content();
  for (const own of [listing.title, "Kaveri", "Two rounds"]) expect(seen).not.toContain(own);
  await share.uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Your instructors see nothing of your applications.", { exact: true })).toBeVisible();
  await teacher.reload();
  await expect(teacher.getByRole("heading", { level: 1 })).toHaveText("Sneha Kulkarni");
  await expect(teacher.getByText("Applications at each stage")).toHaveCount(0);
});

test("a job found elsewhere is written down, moved by keyboard alone, and deleted after a question", { tag: "@all" }, async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/applications");
  await settled(page, sneha);
  await page.getByRole("link", { name: "Write one down" }).click();
  await page.getByLabel("Title").fill("API developer");
  await page.getByLabel("Address, if there is one").fill("javascript:alert(1)");
  await page.getByLabel("Stage").selectOption("Interview");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Company")).toHaveAccessibleDescription(/Write whose job it is/);
  await expect(page.getByLabel("Address, if there is one")).toHaveAccessibleDescription(/begins with https/);
  await expect(page.getByLabel("Stage")).toHaveValue("interview");
  await expectGood(page);
  await page.getByLabel("Company").fill("कावेरी सॉफ्टवेयर");
  await page.getByLabel("Address, if there is one").fill("https://kaveri.example/jobs/12");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("API developer");
  await expect(page.getByRole("link", { name: "kaveri.example" })).toHaveAttribute("href", "https://kaveri.example/jobs/12");

  await page.goto("/applications");
  await settled(page, sneha);
  const stage = page.getByLabel("Stage of API developer, कावेरी सॉफ्टवेयर");
  await stage.focus();
  await page.keyboard.press("ArrowDown");
  await expect(stage).toHaveValue("offer");
  await expect(page.getByRole("region", { name: "Interview 1" })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Offer 1" })).toContainText("API developer");
  await expect(stage).toBeFocused();

  await page.getByRole("link", { name: "API developer" }).click();
  await expect(page.getByRole("button", { name: "Delete it for good" })).toBeHidden();
  await page.getByText("Delete this application").click();
  await page.getByRole("button", { name: "Delete it for good" }).click();
  await expect(page).toHaveURL(/\/applications$/);
  await expect(page.getByText("Nothing is here yet.")).toBeVisible();
});

test("a form that is older than what was written elsewhere says so, keeps what was typed, and is saved when it is sent again", { tag: "@once" }, async ({ page, context, login }) => {
  const sneha = await login();
  const id = await addTyped(sneha);
  await page.goto(`/applications/${id}`);
  await settled(page, sneha);
  const other = await context.newPage();
  await other.goto(`/applications/${id}`);
  await settled(other, sneha);
  await other.getByLabel("Notes").fill("Two rounds");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("Saved.", { exact: true })).toBeVisible();

  // Its stage is moved here: that draws the page anew, and not what stands in the fields.
  await page.getByLabel("Stage of API developer").selectOption("Applied");
  await page.getByRole("button", { name: "Move API developer" }).click();
  await expect(page.getByRole("list", { name: "History of stages" })).toContainText("Applied");
  await page.getByLabel("Contact").fill("Ms Rao");
  const save = page.getByRole("button", { name: "Save", exact: true });
  await save.click();
  await expect(page.getByRole("alert").filter({ hasText: "This application was changed elsewhere since you opened it, so nothing was saved." })).toBeVisible();
  await expect(page.getByLabel("Contact")).toHaveValue("Ms Rao");
  await expect(page.getByLabel("Notes")).toHaveAccessibleDescription(/Elsewhere it says: Two rounds/);
  for (const own of ["Company", "Contact"]) await expect(page.getByLabel(own)).not.toHaveAccessibleDescription(/lsewhere/);
  await page.getByLabel("Notes").fill("Two rounds, and a test");
  await save.click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  const [saved] = await db.select({ contact: applications.contact, notes: applications.notes, appliedOn: applications.appliedOn }).from(applications).where(eq(applications.id, id));
  expect(saved).toEqual({ contact: "Ms Rao", notes: "Two rounds, and a test", appliedOn: today() });

  // A day that is typed is kept as all that is typed.
  await other.reload();
  await other.getByLabel("Notes").fill("Three rounds");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("Saved.", { exact: true })).toBeVisible();
  await page.getByLabel("Applied on").fill("2026-01-12");
  await save.click();
  await expect(page.getByRole("alert").filter({ hasText: "was changed elsewhere" })).toBeVisible();
  await save.click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  const [dated] = await db.select({ appliedOn: applications.appliedOn }).from(applications).where(eq(applications.id, id));
  expect(dated?.appliedOn).toBe("2026-01-12");
});

test("applications are their owner’s: to others they are not there", { tag: ["@once", "@all"] }, async ({ page, login, otherDevice }) => {
  for (const path of ["/applications", "/applications/new", `/applications/${uuidv7()}`, "/applications/applications.csv"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in/);
  }
  const sneha = await login();
  const id = await addTyped(sneha, { notes: "Only hers" });
  expect((await page.goto(`/applications/${id}`))?.status()).toBe(200);

  const imran = await login({ name: "Imran Shaikh", on: otherDevice });
  const other = await otherDevice.newPage();
  for (const path of [`/applications/${id}`, "/applications/x", `/applications/${uuidv7()}`]) expect((await other.goto(path))?.status(), path).toBe(404);
  expect(await (await otherDevice.request.get("/applications/applications.csv")).text()).not.toContain("Only hers");

  // An action of a page that is open goes to what is named in its form.
  await other.goto(`/applications/${await addTyped(imran)}`);
  await other.locator("form", { has: other.getByLabel("Title") }).locator("input[name=id]").evaluate((field, value) => field.setAttribute("value", value), id);
  await other.getByLabel("Title").fill("Taken over");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("This application is not there any more, so nothing was changed. What you typed is kept.")).toBeVisible();
  await expect(other.getByLabel("Title")).toHaveValue("Taken over");
  const [kept] = await db.select({ title: applications.title }).from(applications).where(eq(applications.id, id));
  expect(kept?.title).toBe("API developer");
});

test("what is moved while another move is on its way is moved after it", { tag: "@once" }, async ({ page, login }) => {
  const sneha = await login();
  for (const title of ["API developer", "Data engineer"]) await addTyped(sneha, { title });
  await page.goto("/applications");
  await settled(page, sneha);
  let letThrough: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route("**/applications", (route) => (route.request().headers()["next-action"] ? held.then(() => route.continue()) : route.continue()));
  for (const title of ["API developer", "Data engineer"]) {
    await page.getByLabel(`Stage of ${title}, Mango Ledger`).selectOption("Interview");
    await page.getByRole("button", { name: `Move ${title}` }).click();
  }
  await expect(page.getByText("Saving …")).toHaveCount(2);
  letThrough();
  await expect(page.getByRole("region", { name: "Interview 2" })).toContainText("Data engineer");
  const kept = await db.select({ stage: applications.stage }).from(applications).where(eq(applications.userId, sneha.id));
  expect(kept).toEqual([{ stage: "interview" }, { stage: "interview" }]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the board moves an application by its select and button", async ({ page, login }) => {
    const sneha = await login();
    await addTyped(sneha);
    await page.goto("/applications");
    await page.getByLabel("Stage of API developer, Mango Ledger").selectOption("Interview");
    await page.getByRole("button", { name: "Move API developer" }).click();
    await expect(page).toHaveURL(/\/applications$/);
    await expect(page.getByRole("region", { name: "Interview 1" })).toContainText("API developer");
    await expect(page.getByLabel("Stage of API developer, Mango Ledger")).toHaveValue("interview");
  });
});
