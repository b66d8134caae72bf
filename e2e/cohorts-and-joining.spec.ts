import { createHash, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { APIResponse, Page } from "playwright/test";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { cohorts, cohortSteps, enrollments, invitations, rosterEntries } from "@/db/schema/cohorts";
import { env } from "@/lib/env";
import { expect, recordedFor, settled, test, tick, type Cohort, type Person } from "./fixtures";
import { expectGood } from "./good-page";

const ORIGIN = { Origin: new URL(env.APP_URL).origin };

async function invite(cohort: Cohort, change: Partial<typeof invitations.$inferInsert> = {}): Promise<string> {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const code = Array.from({ length: 7 }, () => Array.from({ length: 4 }, () => alphabet[Math.floor(Math.random() * 32)]).join("")).join("-");
  const codeHash = createHash("sha256").update(code).digest("hex");
  await db.insert(invitations).values({ cohortId: cohort.id, id: uuidv7(), codeHash, role: "learner", usesAllowed: 5, expiresAt: new Date(Date.now() + 86_400_000), ...change });
  return code;
}

async function emailOf({ id }: Person): Promise<string> {
  const [row] = await db.select({ email: users.email }).from(users).where(eq(users.id, id));
  return row?.email ?? "";
}

const openFold = (page: Page, name: string) => page.locator("summary", { hasText: name }).click();
const sendRoster = (page: Page, slug: string, body: string | Buffer, headers: Record<string, string> = ORIGIN, query = ""): Promise<APIResponse> =>
  page.request.post(`/api/cohorts/${slug}/roster${query}`, { data: Buffer.from(body), headers: { "Content-Type": "text/csv", ...headers }, maxRedirects: 0 });

test("a learner leaves, is seen no more, and comes back with their progress", { tag: "@all" }, async ({ page, login, makeCohort, otherDevice }) => {
  const sneha = await login({ name: "Sneha Kulkarni" });
  const farida = await login({ name: "Farida Qureshi", on: otherDevice });
  const cohort = await makeCohort({ teachers: [farida], learners: [sneha] });
  await db.insert(cohortSteps).values({ cohortId: cohort.id, stepSlug: "learn-programming-basics", dueOn: "2030-12-01" });
  const link = `/join/${await invite(cohort)}`;
  const desk = await otherDevice.newPage();
  const row = desk.getByRole("listitem").filter({ hasText: "Sneha Kulkarni" });
  await desk.goto(`/teach/cohorts/${cohort.slug}/learners`);
  await expect(row).toBeVisible();

  await page.goto("/roadmap");
  await settled(page, sneha);
  await tick(page, "Set up a working environment").click();
  await expect.poll(() => recordedFor(sneha)).toEqual(["set-up-workspace done"]);
  await page.goto(link);
  await expect(page).toHaveURL(`/cohorts/${cohort.slug}`);
  await settled(page, sneha);
  await openFold(page, "Leave this cohort");
  await page.getByRole("button", { name: `Leave ${cohort.name}` }).click();
  await expect(page).toHaveURL("/cohorts");
  await expect(page.getByText("You are in no cohort.")).toBeVisible();
  expect((await page.goto(`/cohorts/${cohort.slug}`))?.status()).toBe(404);
  await desk.reload();
  await expect(desk.getByText("Nobody has joined yet.")).toBeVisible();
  expect((await otherDevice.request.get(`/teach/cohorts/${cohort.slug}/learners/${sneha.id}`)).status()).toBe(404);

  await page.goto(link);
  await settled(page, sneha);
  const seen = page.getByRole("listitem").filter({ hasText: /^(their list of who is stuck|private notes|waivers)/ });
  await expect(seen).toHaveCount(3);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(seen).toHaveCount(3);
  await expect(page.getByRole("row", { name: /1\. Learn the basics of programming.*[1-9]\d* % done, 0 % proven/ })).toBeVisible();
  await desk.reload();
  await expect(row).toContainText("last active on");
});

test("somebody signed out is asked to sign in first, makes an account and comes back to the invitation", async ({ page, login, makeCohort, otherDevice }) => {
  const cohort = await makeCohort({ teachers: [await login({ on: otherDevice })] });
  const code = await invite(cohort);
  const email = `${randomUUID()}@example.org`;
  await page.goto(`/join/${code.toLowerCase().replaceAll("-", "")}`);
  await settled(page, null);
  await expect(page.getByText(cohort.name)).toBeHidden();
  await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toHaveAttribute("href", `/sign-in?next=${encodeURIComponent(`/join/${code}`)}`);
  await page.getByRole("main").getByRole("link", { name: "Make an account" }).click();
  await page.getByLabel("Name").fill("Asha Bhat");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(`three plain words ${randomUUID()}`);
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Join ${cohort.name}`);
  await page.getByRole("radio", { name: "I am under 18" }).check();
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page).toHaveURL(new RegExp(`/cohorts/${cohort.slug}$`));
  expect(await db.select({ under18: users.under18 }).from(users).where(eq(users.email, email))).toEqual([{ under18: true }]);
  await db.delete(users).where(eq(users.email, email));
});

test("an invitation that cannot be used says which it is, and an unknown code leads nowhere", { tag: ["@once", "@all"] }, async ({ page, login, makeCohort, otherDevice }) => {
  const teacher = await login({ on: otherDevice });
  const cohort = await makeCohort({ teachers: [teacher] });
  await login();
  const past = new Date(Date.now() - 1000);
  const closed = [
    [await invite(cohort, { expiresAt: past }), "This invitation has expired"],
    [await invite(cohort, { revokedAt: past }), "This invitation was taken back"],
    [await invite(cohort, { uses: 1, usesAllowed: 1 }), "This invitation is used up"],
    [await invite(cohort, { email: "somebody@example.org" }), "This invitation is for another e-mail address"],
  ] as const;
  for (const [code, title] of closed) {
    expect((await page.goto(`/join/${code}`))?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByText("somebody@example.org")).toBeHidden();
    await expect(page.getByRole("button", { name: "Join" })).toBeHidden();
  }
  for (const code of ["0".repeat(28), "nothing", "0000-0000-0000-0000-0000-0000-0000"]) expect((await page.goto(`/join/${code}`))?.status()).toBe(404);

  const open = await invite(cohort);
  await page.goto(`/join/${open}`);
  await expect(page.getByRole("button", { name: "Join" })).toBeVisible();
  await db.update(cohorts).set({ archivedAt: new Date() }).where(eq(cohorts.id, cohort.id));
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This cohort is archived");
  expect(await db.$count(enrollments, eq(enrollments.cohortId, cohort.id))).toBe(1);
});

test("an instructor's invitation makes an instructor, and tells a learner of the cohort that they stay one", { tag: ["@once", "@all"] }, async ({ page, login, makeCohort, otherDevice }) => {
  const learner = await login({ on: otherDevice });
  const cohort = await makeCohort({ learners: [learner] });
  const code = await invite(cohort, { role: "instructor" });
  const learnersPage = await otherDevice.newPage();
  await learnersPage.goto(`/join/${code}`);
  await expect(learnersPage.getByRole("heading", { level: 1 })).toHaveText("You learn in this cohort");

  const meera = await login({ name: "Meera Desai" });
  await page.goto(`/join/${code}`);
  await settled(page, meera);
  await expect(page.getByRole("radio", { name: "I am under 18" })).toBeHidden();
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page).toHaveURL(new RegExp(`/teach/cohorts/${cohort.slug}$`));
});

test("a person on the roster is shown nothing without an invitation", { tag: "@once" }, async ({ page, login, makeCohort, otherDevice }) => {
  const cohort = await makeCohort({ teachers: [await login({ on: otherDevice })] });
  const arjun = await login();
  await db.insert(rosterEntries).values({ cohortId: cohort.id, email: await emailOf(arjun), name: "Arjun" });
  await page.goto("/cohorts");
  await expect(page.getByText("You are in no cohort.")).toBeVisible();
  expect((await page.goto(`/cohorts/${cohort.slug}`))?.status()).toBe(404);
});

test("settings are saved, an instructor is removed and sees nothing from the next request on, the last one stays", { tag: "@all" }, async ({ page, login, makeCohort, otherDevice }) => {
  const farida = await login({ name: "Farida Qureshi" });
  const meera = await login({ name: "Meera Desai", on: otherDevice });
  const cohort = await makeCohort({ teachers: [farida, meera] });
  const settings = `/teach/cohorts/${cohort.slug}/settings`;
  const meerasPage = await otherDevice.newPage();
  expect((await meerasPage.goto(settings))?.status()).toBe(200);
  await settled(meerasPage, meera);

  await page.goto(settings);
  await settled(page, farida);
  await page.getByLabel("Days without activity").fill("0");
  await page.getByLabel("Items behind the plan").fill("12");
  await page.getByRole("button", { name: "Save the figures" }).click();
  await expect(page.getByLabel("Days without activity")).toHaveAccessibleDescription(/Write a whole number from 1 to 90\./);
  await expect(page.getByLabel("Items behind the plan")).toHaveValue("12");
  await page.getByLabel("Days without activity").fill("10");
  await page.getByRole("checkbox", { name: /The consent of parents/ }).check();
  await page.getByRole("button", { name: "Save the figures" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  await page.getByLabel("Name").fill("Evening, renamed");
  await openFold(page, "Due dates of the steps");
  await page.getByLabel("1. Learn the basics").fill("2020-01-01");
  await openFold(page, "Due dates of the steps");
  await page.getByRole("button", { name: "Save the cohort" }).click();
  await expect(page.getByLabel("1. Learn the basics")).toBeFocused();
  await page.getByLabel("1. Learn the basics").fill("");
  await page.getByRole("button", { name: "Save the cohort" }).click();
  await expect(page.getByText("/ Evening, renamed")).toBeVisible();
  await page.reload();
  await settled(page, farida);
  await expect(page.getByLabel("Days without activity")).toHaveValue("10");
  await expect(page.getByRole("checkbox", { name: /The consent of parents/ })).toBeChecked();

  await page.getByLabel("Remove Meera Desai").click();
  await page.getByRole("button", { name: "Remove Meera Desai" }).click();
  await expect(page.getByText("A cohort keeps at least one instructor.")).toBeVisible();
  await meerasPage.getByRole("button", { name: "Save the figures" }).click();
  await expect(meerasPage.getByRole("heading", { level: 1 })).toHaveText("There is no page at this address");
  expect((await meerasPage.goto(settings))?.status()).toBe(404);
});

test("an archived cohort can be read and not changed, and comes back", { tag: ["@once", "@all"] }, async ({ page, login, makeCohort }) => {
  const farida = await login({ name: "Farida Qureshi" });
  const cohort = await makeCohort({ teachers: [farida] });
  await page.goto(`/teach/cohorts/${cohort.slug}/settings`);
  await settled(page, farida);
  const stale = await page.context().newPage();
  await stale.goto(`/teach/cohorts/${cohort.slug}/settings`);
  await settled(stale, farida);

  await openFold(page, "Archive this cohort");
  await page.getByRole("button", { name: "Archive it" }).click();
  await expect(page.getByRole("heading", { name: /^Archived on/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Save the cohort" })).toBeHidden();
  await stale.getByRole("button", { name: "Save the cohort" }).click();
  await expect(stale.getByText("The cohort is archived.")).toBeVisible();
  expect((await sendRoster(page, cohort.slug, "name,email\nA,a@example.org", ORIGIN, "?save=1")).status()).toBe(409);
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(page.getByRole("button", { name: "Save the cohort" })).toBeVisible();
});

test("a learner is given a group, found by it, moved to another cohort and removed", { tag: "@all" }, async ({ page, login, makeCohort, otherDevice }) => {
  const farida = await login({ name: "Farida Qureshi" });
  const arjun = await login({ name: "Arjun Nair", on: otherDevice });
  const cohort = await makeCohort({ teachers: [farida], learners: [arjun] });
  const weekend = await makeCohort({ teachers: [farida], name: "Weekend back-end" });
  await page.goto(`/teach/cohorts/${cohort.slug}/learners`);
  await settled(page, farida);
  await page.getByRole("link", { name: "Change Arjun Nair" }).click();
  await expect(page.getByRole("region", { name: "Arjun Nair" })).toBeFocused();
  await page.getByLabel("Group", { exact: true }).fill(" B1 ");
  await page.getByRole("button", { name: "Save the group" }).click();
  await page.getByRole("link", { name: "B1: 1" }).click();
  await expect(page).toHaveURL(/group=B1$/);
  await expect(page.getByRole("listitem").filter({ hasText: "Arjun Nair" })).toContainText("B1, since");

  await page.getByRole("link", { name: "Change Arjun Nair" }).click();
  await expect(page).toHaveURL(/change=/);
  await openFold(page, "Move to another cohort");
  await page.getByRole("combobox", { name: "Cohort" }).selectOption("Weekend back-end");
  await page.getByRole("button", { name: "Move Arjun Nair" }).click();
  await expect(page.getByText("Nobody has joined yet.")).toBeVisible();
  expect((await otherDevice.request.get(`/cohorts/${cohort.slug}`)).status()).toBe(404);
  expect((await otherDevice.request.get(`/cohorts/${weekend.slug}`)).status()).toBe(200);

  await page.goto(`/teach/cohorts/${weekend.slug}/learners?change=${arjun.id}`);
  await settled(page, farida);
  await openFold(page, "Remove from the cohort");
  await page.getByRole("button", { name: "Remove Arjun Nair" }).click();
  await expect(page.getByText("Nobody has joined yet.")).toBeVisible();
  expect((await otherDevice.request.get(`/cohorts/${weekend.slug}`)).status()).toBe(404);
});

test("without mail, an expected person is given a link of their own, and an invitation is revoked", { tag: "@once" }, async ({ page, login, makeCohort }) => {
  const farida = await login({ name: "Farida Qureshi" });
  const cohort = await makeCohort({ teachers: [farida] });
  await page.goto(`/teach/cohorts/${cohort.slug}/learners`);
  await settled(page, farida);
  await openFold(page, "By e-mail, one person");
  await page.getByLabel("E-mail", { exact: true }).fill("no address");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByLabel("E-mail", { exact: true })).toHaveAccessibleDescription(/An address has an @ in it/);
  await page.getByLabel("E-mail", { exact: true }).fill(`${randomUUID()}@example.org`);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const row = page.getByRole("row", { name: /example\.org/ });
  await expect(row).toContainText("open until");
  await row.getByRole("button", { name: "Make a link for this person" }).click();
  await expect(row.getByText(/\/join\/[0-9A-Z-]{34}$/)).toBeVisible();
  await row.getByRole("button", { name: "Revoke" }).click();
  await expect(row).toContainText("revoked");
});

test("an instructor of another cohort can change nothing, neither by file nor by form", { tag: "@once" }, async ({ page, login, makeCohort, otherDevice }) => {
  const cohort = await makeCohort({ learners: [await login({ on: otherDevice })] });
  const stranger = await login({ name: "Other instructor" });
  const own = await makeCohort({ teachers: [stranger], name: "Own" });
  expect((await page.request.get(`/cohorts/${cohort.slug}`)).status()).toBe(404);
  expect((await page.request.get(`/cohorts/${own.slug}`)).status()).toBe(404);
  for (const query of ["", "?save=1"]) expect((await sendRoster(page, cohort.slug, "name,email\nA,a@example.org", ORIGIN, query)).status()).toBe(404);
  expect(await db.$count(rosterEntries, eq(rosterEntries.cohortId, cohort.id))).toBe(0);

  // The forms of the own cohort, sent for the foreign one.
  const forms: [string, (form: Page) => Promise<void>][] = [
    ["settings", (form) => form.getByRole("button", { name: "Save the cohort" }).click()],
    ["settings", (form) => form.getByRole("button", { name: "Save the figures" }).click()],
    ["settings", async (form) => (await openFold(form, "Archive this cohort"), form.getByRole("button", { name: "Archive it" }).click())],
    ["learners", async (form) => (await openFold(form, "By link or code"), form.getByRole("button", { name: "Make the link" }).click())],
  ];
  for (const [part, send] of forms) {
    await page.goto(`/teach/cohorts/${own.slug}/${part}`);
    await settled(page, stranger);
    await page.locator('input[name="cohort"]').evaluateAll((inputs, slug) => inputs.forEach((input) => input.setAttribute("value", slug)), cohort.slug);
    await send(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page at this address");
  }
  const [row] = await db.select({ name: cohorts.name, archivedAt: cohorts.archivedAt }).from(cohorts).where(eq(cohorts.id, cohort.id));
  expect(row).toEqual({ name: cohort.name, archivedAt: null });
  expect(await db.$count(invitations, eq(invitations.cohortId, cohort.id))).toBe(0);
});

test("a roster is taken from our own pages only, and within its limits", { tag: "@once" }, async ({ page, login, makeCohort, playwright, baseURL }) => {
  const cohort = await makeCohort({ teachers: [await login()] });
  const good = "name,email\nA,a@example.org";
  const foreign: Record<string, string>[] = [{}, { Origin: "https://evil.example" }, { Origin: "null" }, { "Sec-Fetch-Site": "cross-site" }, { Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" }];
  for (const headers of foreign) {
    expect((await sendRoster(page, cohort.slug, good, headers, "?save=1")).status()).toBe(403);
  }
  const nobody = await playwright.request.newContext({ baseURL });
  expect((await nobody.post(`/api/cohorts/${cohort.slug}/roster`, { data: good, headers: { ...ORIGIN, "Content-Type": "text/csv" } })).status()).toBe(401);
  await nobody.dispose();
  expect((await sendRoster(page, cohort.slug, Buffer.alloc(2 * 1024 * 1024 + 1, "x"))).status()).toBe(413);
  expect((await sendRoster(page, cohort.slug, Buffer.alloc(12 * 1024 * 1024, "x"))).status()).toBe(413);
  expect((await sendRoster(page, cohort.slug, Buffer.from("name,email\nZoë,z@example.org", "latin1"))).status()).toBe(422);
  expect((await sendRoster(page, cohort.slug, `${good}\nB,no address`, ORIGIN, "?save=1")).status()).toBe(422);
  expect(await db.$count(rosterEntries, eq(rosterEntries.cohortId, cohort.id))).toBe(0);
  const saved = await sendRoster(page, cohort.slug, good, { "Sec-Fetch-Site": "same-origin" }, "?save=1");
  expect(await saved.json()).toEqual({ ok: true, said: "saved", added: 1, changed: 0, unchanged: 0, invited: 1 });
});

test("what an admin does in a cohort of others leaves a trace", { tag: "@once" }, async ({ page, login, makeCohort, otherDevice }) => {
  const cohort = await makeCohort({ teachers: [await login({ on: otherDevice })] });
  const admin = await login({ name: "Vikram Rao", admin: true });
  await page.goto(`/teach/cohorts/${cohort.slug}/settings`);
  await settled(page, admin);
  await page.getByLabel("Days without activity").fill("10");
  await page.getByRole("button", { name: "Save the figures" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto(`/teach/cohorts/${cohort.slug}/learners`);
  const traces = await db.select({ action: audit.action }).from(audit).where(and(eq(audit.actorId, admin.id), eq(audit.cohortId, cohort.id)));
  expect(traces.map(({ action }) => action)).toEqual(expect.arrayContaining(["cohort.save", "learners.read"]));
});

/** Looks at a page with everything unfolded. */
async function expectGoodAt(page: Page, who: Person | null, path: string) {
  await page.goto(path);
  await settled(page, who);
  await page.locator("main details").evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));
  await expectGood(page);
}

for (const part of ["new", "settings", "learners"]) {
  test(`the instructor's page ${part} has no accessibility fault, and nothing wider than the screen`, { tag: "@look" }, async ({ page, login, makeCohort, otherDevice }) => {
    const arjun = await login({ name: "Venkatanarasimharajuvaripeta Subramaniaswaminathan", on: otherDevice });
    const farida = await login({ name: "Farida Qureshi" });
    const cohort = await makeCohort({ teachers: [farida, await login({ on: otherDevice })], learners: [arjun], name: "Weekend back-end with an uncommonlylongwordinitsname" });
    await makeCohort({ teachers: [farida] });
    await db.update(enrollments).set({ groupName: "Batch of the afternoon" }).where(eq(enrollments.userId, arjun.id));
    await db.insert(rosterEntries).values({ cohortId: cohort.id, email: `${"long".repeat(12)}@example.org`, name: "स्नेहल पाटील", groupName: "B1" });
    await invite(cohort, { email: `${"address".repeat(8)}@example.org` });
    await expectGoodAt(page, farida, part === "new" ? "/teach/cohorts/new" : `/teach/cohorts/${cohort.slug}/${part}?change=${arjun.id}`);
  });
}

test("the pages of joining and of a learner's cohort have no accessibility fault, and nothing wider than the screen", { tag: "@look" }, async ({ page, login, makeCohort, otherDevice }) => {
  test.setTimeout(90_000);
  const arjun = await login({ name: "Arjun Nair" });
  const farida = await login({ name: "Farida Qureshi", on: otherDevice });
  const cohort = await makeCohort({ teachers: [farida], learners: [arjun], name: "Weekend back-end with an uncommonlylongwordinitsname" });
  const open = await makeCohort({ teachers: [farida] });
  await db.insert(cohortSteps).values({ cohortId: cohort.id, stepSlug: "understand-databases", dueOn: "2026-12-01" });
  const code = await invite(open);
  for (const path of ["/cohorts", `/cohorts/${cohort.slug}`, `/join/${code}`, `/join/${await invite(open, { uses: 5 })}`]) await expectGoodAt(page, arjun, path);
  await page.context().clearCookies();
  await expectGoodAt(page, null, `/join/${code}`);
});
