import { readFile } from "node:fs/promises";
import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { notes } from "@/db/schema/cohorts";
import { files } from "@/db/schema/evidence";
import { cookieOf, expect, recordedFor, settled, test, type Person } from "./fixtures";
import { expectGood } from "./good-page";

/** Ten minutes pass since this person signed in. */
async function grow(person: Person): Promise<void> {
  await db.update(sessions).set({ createdAt: sql`created_at - interval '11 minutes'` }).where(eq(sessions.userId, person.id));
}

test("a person takes a copy of everything, after a fresh sign-in, and it is written down", async ({ page, login, request }) => {
  test.slow();
  const sneha = await login();
  await db.insert(files).values({ userId: sneha.id, id: uuidv7(), name: "first-endpoint.txt", type: "text/plain", size: 7, content: Buffer.from("GET / 0") });
  await page.goto("/settings");
  await page.getByRole("link", { name: "A copy of everything" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your data" })).toBeVisible();
  await page.getByText("Part by part").click();
  await expectGood(page);

  const [whole] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Everything as JSON" }).click()]);
  expect(whole.suggestedFilename()).toMatch(/^milepost-\d{4}-\d{2}-\d{2}\.json$/);
  const { parts } = JSON.parse(await readFile(await whole.path(), "utf8")) as { parts: Record<string, { rows: Record<string, unknown>[] }> };
  expect(parts.users?.rows).toMatchObject([{ id: sneha.id, name: sneha.name }]);
  const [part] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "users.csv" }).click()]);
  expect(await readFile(await part.path(), "utf8")).toContain(sneha.name);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "first-endpoint.txt" }).click()]);
  expect(await readFile(await file.path(), "utf8")).toBe("GET / 0");

  const written = await db.select({ action: audit.action, detail: audit.detail }).from(audit).where(eq(audit.personId, sneha.id)).orderBy(audit.id);
  expect(written).toEqual(["everything", "users"].map((what) => ({ action: "account.export", detail: { what } })));

  const cookie = await cookieOf(sneha);
  await grow(sneha);
  for (const address of ["/settings/data", "/settings/data/everything.json", "/settings/data/csv/users.csv"]) {
    const answer = await request.get(address, { headers: { cookie }, maxRedirects: 0 });
    expect([answer.status(), answer.headers().location]).toEqual([307, "/confirm?next=%2Fsettings%2Fdata"]);
  }
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: /Is it you/ })).toBeVisible();
});

test("a person erases their account: every device is told at its next request, and nothing can be written any more", async ({ page, login, otherDevice }) => {
  test.slow();
  const sneha = await login();
  await login({ on: otherDevice, as: sneha });
  const phone = await otherDevice.newPage();
  await phone.goto("/roadmap");
  await settled(phone, sneha);

  await page.goto("/settings/data");
  await page.getByRole("link", { name: "What goes, what stays" }).click();
  await expectGood(page);
  await page.getByRole("button", { name: "Erase my account for good" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was erased" })).toBeVisible();
  await page.getByLabel("I know that nobody can bring it back").check();
  await page.getByRole("button", { name: "Erase my account for good" }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByText("This account was erased.")).toBeVisible();
  await settled(page, null);

  const cookie = (await otherDevice.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const [progress, messages, copy] = await Promise.all(["/api/progress", "/messages", "/settings/data/everything.json"].map((address) => page.request.get(address, { headers: { cookie }, maxRedirects: 0 })));
  expect([progress?.status(), messages?.status(), copy?.status()]).toEqual([410, 307, 307]);
  await phone.getByRole("checkbox").first().click();
  await expect(phone.getByText("This account was erased.")).toBeVisible();
  expect(await recordedFor(sneha)).toEqual([]);
});

test("new words on privacy are told once on home, in either language, and keep nobody from anything", { tag: "@all" }, async ({ page, login }) => {
  test.slow();
  const sneha = await login({ told: false });
  await page.goto("/home");
  await settled(page, sneha);
  const note = page.getByText("What Milepost keeps about you");
  await expect(note).toBeVisible();
  await expectGood(page);
  await page.goto("/roadmap");
  await settled(page, sneha);
  await page.getByRole("checkbox").first().click();
  await expect.poll(() => recordedFor(sneha)).toHaveLength(1);

  await page.goto("/home");
  await page.getByRole("button", { name: "मैंने पढ़ लिया है" }).click();
  await expect(note).toBeHidden();
  await page.reload();
  await settled(page, sneha);
  await expect(note).toBeHidden();

  await page.goto("/settings");
  const agreed = page.getByRole("table", { name: "The last thing you said of each" });
  await expect(agreed.getByRole("row", { name: /keeping your account/ })).toContainText(", in Hindi");
  await page.getByRole("checkbox", { name: /^A summary of the week/ }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(agreed.getByRole("row", { name: /a summary of the week/ }).getByRole("cell", { name: /\byes$/ })).toBeVisible();
  await page.getByRole("checkbox", { name: /^A summary of the week/ }).uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(agreed.getByRole("row", { name: /a summary of the week/ }).getByRole("cell", { name: /\bno$/ })).toBeVisible();

  for (const age of ["under 18", "18 or older, or I would rather not say"]) {
    await page.getByLabel(age, { exact: true }).check();
    await page.getByRole("button", { name: "Save the age" }).click();
    await expect(page.locator("form").filter({ has: page.getByRole("button", { name: "Save the age" }) }).getByRole("status")).toHaveText("Saved.");
    await page.reload();
    await expect(page.getByLabel(age, { exact: true })).toBeChecked();
  }
  await expectGood(page);
});

test("a learner sees what their instructors see of them, and that they are left out while under 18", { tag: "@once" }, async ({ page, login, makeCohort, otherDevice }) => {
  const sneha = await login();
  const farida = await login({ name: "Farida Qureshi", on: otherDevice });
  const cohort = await makeCohort({ teachers: [farida], learners: [sneha] });
  await db.insert(notes).values({ cohortId: cohort.id, id: uuidv7(), learnerId: sneha.id, body: "Knows more than she says", writtenBy: farida.id });
  await db.update(users).set({ under18: true }).where(eq(users.id, sneha.id));

  await page.goto("/cohorts");
  await page.getByRole("link", { name: `What the instructors of ${cohort.name} see of you` }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What your instructors see" })).toBeVisible();
  await expect(page.getByText("not that you are under 18")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Notes" })).toBeVisible();
  await expect(page.getByText("Knows more than she says")).toHaveCount(0);
  await expectGood(page);
  const theirs = await otherDevice.newPage();
  await theirs.goto(`/teach/cohorts/${cohort.slug}/learners/${sneha.id}`);
  const table = (on: typeof page) => on.getByRole("table", { name: "Each step against the plan of the cohort" }).innerText();
  expect(await table(page)).toBe(await table(theirs));
});
