import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Page } from "playwright/test";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { submissions } from "@/db/schema/evidence";
import { addDays, sayDate } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";
import { expect, settled, test, tick, type Person } from "./fixtures";

const ITEM = { slug: "debug-with-a-debugger", title: "Debug with breakpoints", path: "/roadmap/learn-programming-basics/debug-with-a-debugger" };
const NAME = `Morning ${randomUUID()}`;
const csv = (...lines: string[]) => ({ name: "roster.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) });
const openFold = (page: Page, name: string) => page.locator("summary", { hasText: name }).click();

test.afterEach(() => db.delete(cohorts).where(eq(cohorts.name, NAME)));

test("a cohort from its first day: made, filled, handed in to, returned, stuck, accepted", { tag: "@all" }, async ({ page, login, makeCohort, otherDevice }) => {
  test.setTimeout(180_000);
  const farida = await login({ name: "Farida Qureshi" });
  await makeCohort({ teachers: [farida], name: "The cohort before" });
  const sneha = await login({ name: "Sneha Kulkarni", on: otherDevice });
  const phone = await otherDevice.newPage();
  const dueOn = addDays(today(), 27);

  const base = await test.step("the instructor makes a cohort with dates, hours and due steps", async () => {
    await page.goto("/teach");
    await page.getByRole("link", { name: "Make a cohort" }).click();
    await settled(page, farida);
    await page.getByLabel("Name").fill(NAME);
    await page.getByLabel("First day").fill(today());
    await page.getByLabel("Last day").fill(addDays(today(), 174));
    await page.getByLabel("Hours per week").fill("40");
    await page.getByRole("button", { name: "Work the dates out" }).click();
    await expect(page.getByText("All 15 steps fit.")).toBeVisible();
    const due = page.getByLabel("2. Understand databases");
    await due.fill(addDays(today(), 1));
    await page.getByRole("button", { name: "Make the cohort" }).click();
    await expect(due).toHaveAccessibleDescription(/Learn the basics of programming comes first and is due on/);
    await expect(due).toBeFocused();
    await due.fill(dueOn);
    await page.getByRole("button", { name: "Make the cohort" }).click();
    await expect(page).toHaveURL(/\/learners$/);
    await expect(page.getByText("Nobody has joined yet.")).toBeVisible();
    return new URL(page.url()).pathname.replace(/\/learners$/, "");
  });
  const slug = base.split("/").at(-1) ?? "";

  await test.step("a roster with errors adds nobody and names every bad row", async () => {
    const email = await emailOf(sneha);
    await settled(page, farida);
    await openFold(page, "By roster, many people");
    const roster = page.getByLabel("Roster", { exact: true });
    await roster.setInputFiles(csv("Full name,E-mail,Batch", `Sneha Kulkarni,${email},B1`, '"Arjun\nNair",arjun.example.org,B1', ",c@example.org,", `Again,${email.toUpperCase()},`));
    await expect(page.getByText("1 new, 0 changed, 0 unchanged, 3 bad.")).toBeVisible();
    await expect(page.getByRole("row", { name: /3 “arjun\.example\.org” is no e-mail address\./ })).toBeVisible();
    await expect(page.getByRole("row", { name: /5 The name is empty\./ })).toBeVisible();
    await expect(page.getByRole("row", { name: new RegExp(`6 The address ${email} is on line 2 already\\.`) })).toBeVisible();
    await expect(page.getByRole("button", { name: /to the roster$/ })).toBeHidden();
    await page.reload();
    await expect(page.getByText("Nobody has joined yet.")).toBeVisible();
    await expect(page.getByRole("heading", { name: /^On the roster, not enrolled/ })).toBeHidden();
  });

  await test.step("the corrected roster is looked at, then written, once", async () => {
    await settled(page, farida);
    await openFold(page, "By roster, many people");
    const roster = page.getByLabel("Roster", { exact: true });
    const good = csv("\ufeffFull name,E-mail,Batch", `Sneha Kulkarni,${await emailOf(sneha)},B1`, `"Arjun\r\nNair",arjun-${randomUUID()}@example.org,B1`, "");
    await roster.setInputFiles(good);
    await expect(page.getByText("2 new, 0 changed, 0 unchanged, 0 bad.")).toBeVisible();
    await expect(page.getByRole("row", { name: /Arjun Nair.*B1.*new/ })).toBeVisible();
    await page.route("**/roster?save=1", (route) => route.abort());
    await page.getByRole("button", { name: "Write 2 to the roster" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "The server could not be reached." })).toBeVisible();
    await page.unroute("**/roster?save=1");
    await page.getByRole("button", { name: "Write 2 to the roster" }).click();
    await expect(page.getByText("Written: 2 new, 0 changed, 0 unchanged. 2 invitations were made.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "On the roster, not enrolled: 2" })).toBeVisible();
    await roster.setInputFiles(good);
    await expect(page.getByText("The roster has all of this already, so nothing would change.")).toBeVisible();
  });

  const link = await test.step("a link is made, and shown once", async () => {
    await openFold(page, "By link or code");
    await page.getByLabel("For how many people").fill("5001");
    await page.getByRole("button", { name: "Make the link" }).click();
    await expect(page.getByLabel("For how many people")).toHaveAccessibleDescription(/Write a whole number from 1 to 5,000\./);
    await page.getByLabel("For how many people").fill("2");
    await page.getByRole("button", { name: "Make the link" }).click();
    const shown = page.getByText(/\/join\/[0-9A-Z-]{34}$/);
    await expect(page.getByRole("row", { name: /Learner, whoever has the link.*0 of 2.*open until/ })).toBeVisible();
    const address = (await shown.textContent()) ?? "";
    await page.reload();
    await expect(page.getByRole("row", { name: /Learner, whoever has the link/ })).toBeAttached();
    await expect(shown).toBeHidden();
    return address;
  });

  await test.step("the learner opens it, reads what instructors will see, and joins", async () => {
    await phone.goto(link);
    await settled(phone, sneha);
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText(`Join ${NAME}`);
    await expect(phone.getByText("Farida Qureshi")).toBeVisible();
    await expect(phone.getByText("when you were last active")).toBeVisible();
    await expect(phone.getByText("They do not see your e-mail address")).toBeVisible();
    await expect(phone.getByRole("radio", { name: "I am under 18" })).not.toBeChecked();
    await phone.getByRole("button", { name: "Join" }).click();
    await expect(phone).toHaveURL(`/cohorts/${slug}`);
    await expect(phone.getByRole("row", { name: /2\. Understand databases/ })).toContainText(sayDate(dueOn, { today: today() }));

    await page.reload();
    const row = page.getByRole("listitem").filter({ hasText: "Sneha Kulkarni" });
    await expect(row).toContainText("B1, since");
    await expect(row).not.toContainText("@");
    await expect(page.getByRole("heading", { name: "On the roster, not enrolled: 1" })).toBeVisible();
  });

  const expectStuck = async (...reasons: string[]) => {
    await page.goto(`${base}/stuck`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(reasons.length === 0 ? "Nobody is stuck by the cohort’s rules" : "One person of 1 could use a word");
    await expect(page.getByText(/^Rule: /)).toHaveCount(reasons.length);
    for (const reason of reasons) await expect(page.getByText(reason)).toBeVisible();
  };

  await test.step("who does nothing for 15 days is named, until they hand something in", async () => {
    await expectStuck();
    await daysGoBy(sneha, 15);
    await expectStuck("Sneha Kulkarni joined 15 days ago and has recorded nothing since.");

    await phone.goto(ITEM.path);
    await settled(phone, sneha);
    await phone.getByRole("link", { name: "Add evidence" }).click();
    await handIn(phone, "I stopped at the loop.");
    await expect(phone.getByText("1 linked")).toBeVisible();
    await expectStuck();
  });

  await test.step("the instructor returns it from the queue, with a comment", async () => {
    await page.goto(`${base}/reviews`);
    await expect(page.getByText("One submission waits.")).toBeVisible();
    await page.getByRole("button", { name: "Begin with the oldest" }).click();
    await expect(page.getByRole("heading", { level: 1, name: ITEM.title })).toBeVisible();
    await expect(page.getByText(/You are looking at it/)).toBeVisible();
    await returnIt(page, "Show the values at the breakpoint.");
    await expect(page).toHaveURL(`${base}/reviews`);
    await expectStuck();
  });

  await test.step("what lies returned for six days is named, in the list and in the morning", async () => {
    await daysGoBy(sneha, 6);
    const reason = `Sneha Kulkarni has left ${ITEM.title} untouched for 6 days since it was returned.`;
    await expectStuck(reason);
    await page.goto("/teach");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("One person could use a word today");
    await expect(page.getByRole("region", { name: NAME }).getByText(reason)).toBeVisible();
  });

  await test.step("the learner reads the comment and hands in again", async () => {
    await phone.goto("/home");
    await expect(phone.getByRole("link", { name: `One submission came back: ${ITEM.title}` })).toBeVisible();
    await phone.goto("/evidence");
    await expect(phone.getByText(/Newest version: returned with comments. Farida Qureshi returned it on/)).toBeVisible();
    await phone.getByRole("link", { name: ITEM.title }).click();
    await expect(phone.getByText("Show the values at the breakpoint.")).toBeVisible();
    await expect(phone.getByRole("textbox", { name: "Text" })).toHaveValue("I stopped at the loop.");
    await handIn(phone, "I stopped at the loop. i was 3.");
    await expect(phone.getByRole("heading", { name: "Version 1: returned with comments" })).toBeVisible();
    await expectStuck();
  });

  await test.step("a second return is a reason of its own, which handing in does not take away", async () => {
    await review(page, base);
    await expect(page.getByText("i was 3.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Version 1: returned with comments" })).toBeVisible();
    await returnIt(page, "And the total?");
    await expectStuck(`Sneha Kulkarni has had ${ITEM.title} returned twice.`);
    await phone.reload();
    await expect(phone.getByText("And the total?")).toBeVisible();
    await handIn(phone, "I stopped at the loop. i was 3, total was 12.");
    await expectStuck(`Sneha Kulkarni has had ${ITEM.title} returned twice.`);
  });

  await test.step("the acceptance takes it away and proves the item", async () => {
    await review(page, base);
    await page.getByRole("button", { name: "Accept" }).click();
    await expect(page).toHaveURL(`${base}/reviews`);
    await expectStuck();

    await page.goto(`${base}/items`);
    await expect(page.getByRole("row", { name: new RegExp(`^${ITEM.title}.*0.*0.*1.*2 submissions returned`) })).toBeVisible();
    await page.goto(`${base}/grid?step=learn-programming-basics`);
    const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Sneha Kulkarni" }) });
    await expect(row.getByRole("rowheader")).toContainText("0 done, 1 proven of 12");
    await expect(row.getByRole("gridcell", { name: "proven, reviewed", exact: true })).toHaveCount(1);
    await row.getByRole("link", { name: "Sneha Kulkarni" }).click();
    await expect(page.getByText("0 and 1 of 168 items")).toBeVisible();
    await expect(page.getByRole("region", { name: "Evidence" }).getByRole("listitem").first()).toContainText(/version 3.*accepted$/);
  });

  await test.step("the learner has it reviewed, which says nothing of done", async () => {
    await phone.goto("/evidence");
    await expect(phone.getByText(/Newest version: accepted. Farida Qureshi accepted it on/)).toBeVisible();
    await phone.goto(ITEM.path);
    await expect(phone.getByText("4 reviewed")).toBeVisible();
    await phone.goto("/roadmap");
    await settled(phone, sneha);
    await expect(tick(phone, ITEM.title)).toHaveAccessibleName(/proven, reviewed$/);
    await expect(tick(phone, ITEM.title)).not.toBeChecked();
  });

  await test.step("to an outsider, the learner and the instructor of another cohort there is no such cohort", async () => {
    const pages = ["", "/grid", "/stuck", "/reviews", "/learners", `/learners/${sneha.id}`, "/items", "/settings"].map((part) => `${base}${part}`);
    const statuses = async (paths: string[]) => Promise.all(paths.map(async (path) => [path, (await otherDevice.request.get(path)).status()]));
    const all = (status: number) => pages.map((path) => [path, status]);

    expect(await statuses(pages)).toEqual(all(404));
    expect(await statuses([`/cohorts/${slug}`])).toEqual([[`/cohorts/${slug}`, 200]]);
    const vikram = await login({ name: "Vikram Rao", on: otherDevice });
    expect(await statuses([...pages, `/cohorts/${slug}`])).toEqual([...all(404), [`/cohorts/${slug}`, 404]]);
    await makeCohort({ teachers: [vikram], learners: [sneha], name: "Another" });
    expect(await statuses([...pages, `/cohorts/${slug}`])).toEqual([...all(404), [`/cohorts/${slug}`, 404]]);
    await login({ as: farida, on: otherDevice });
    expect(await statuses(pages)).toEqual(all(200));
  });
});

async function emailOf({ id }: Person): Promise<string> {
  const [row] = await db.select({ email: users.email }).from(users).where(eq(users.id, id));
  return row?.email ?? "";
}

/** Without a tick: proof says nothing of done. */
async function handIn(page: Page, text: string) {
  await page.getByRole("textbox", { name: "Text" }).fill(text);
  await page.getByLabel(/tick it too/).uncheck();
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByRole("heading", { name: "It waits for a reviewer" })).toBeVisible();
}

async function review(page: Page, base: string) {
  await page.goto(`${base}/reviews`);
  await page.getByRole("link", { name: `Sneha Kulkarni: ${ITEM.title}` }).click();
}

async function returnIt(page: Page, comment: string) {
  await page.getByRole("textbox", { name: "Comment" }).fill(comment);
  await page.getByRole("button", { name: "Return" }).click();
  await expect(page).toHaveURL(/\/reviews$/);
}

/** All that is on record of a learner is so many days older. */
async function daysGoBy({ id }: Person, days: number) {
  const earlier = (moment: AnyPgColumn) => sql`${moment} - make_interval(days => ${days})`;
  const { savedAt, handedInAt, closedAt } = submissions;
  const theirs = db.select({ id: enrollments.cohortId }).from(enrollments).where(eq(enrollments.userId, id));
  await db.update(cohorts).set({ startsOn: sql`${cohorts.startsOn} - ${days}::int` }).where(inArray(cohorts.id, theirs));
  await db.update(enrollments).set({ enrolledAt: earlier(enrollments.enrolledAt) }).where(eq(enrollments.userId, id));
  await db.update(submissions).set({ savedAt: earlier(savedAt), handedInAt: earlier(handedInAt), closedAt: earlier(closedAt) }).where(eq(submissions.userId, id));
}
