import { hash } from "@node-rs/argon2";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { cookieOf, expect, test } from "./fixtures";
import { expectGood } from "./good-page";

const PASSWORD = "three quiet mangoes";

test("an admin finds a person, makes them an instructor, disables them and lets them in again", { tag: "@all" }, async ({ page, login, otherDevice, request }) => {
  test.slow();
  const sneha = await login({ name: `Sneha ${Date.now()}`, on: otherDevice });
  const [account] = await db.update(users).set({ passwordHash: await hash(PASSWORD) }).where(eq(users.id, sneha.id)).returning({ email: users.email });
  const admin = await login({ name: "Asha Admin", admin: true });
  const asked = async (cookie: string, address: string) => (await request.get(address, { headers: { cookie }, maxRedirects: 0 })).status();

  await page.goto("/admin");
  await page.getByRole("link", { name: "People" }).click();
  await page.getByLabel("Who").fill(account?.email.slice(0, 20) ?? "");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("table", { name: "By name" }).getByRole("rowheader")).toHaveText([sneha.name]);
  await expectGood(page);
  await page.getByRole("link", { name: sneha.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: sneha.name })).toBeVisible();
  await expect(page.getByRole("table", { name: "On one device" })).toBeVisible();
  await expectGood(page);

  const cookie = await cookieOf(sneha);
  await page.getByLabel("Instructor").check();
  await page.getByRole("button", { name: "Save the roles" }).click();
  await expect(page.getByText("Saved, and signed out everywhere.")).toBeVisible();
  expect(await asked(cookie, "/messages")).toBe(307);
  expect(await asked(await cookieOf(sneha), "/teach/cohorts/new")).toBe(200);

  const again = await cookieOf(sneha);
  await page.getByRole("button", { name: "Disable the account" }).click();
  await expect(page.getByText("Disabled since")).toBeVisible();
  expect(await asked(again, "/messages")).toBe(307);

  const phone = await otherDevice.newPage();
  await phone.goto("/sign-in?next=/messages");
  await phone.getByLabel("E-mail").fill(account?.email ?? "");
  await phone.getByLabel("Password").fill("a wrong guess of it");
  await phone.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(phone.getByLabel("Password")).toHaveAccessibleDescription(/do not belong together/);
  await phone.getByLabel("Password").fill(PASSWORD);
  await phone.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(phone.getByLabel("Password")).toHaveAccessibleDescription(/has disabled this account/);
  await page.getByRole("button", { name: "Let them in again" }).click();
  await expect(page.getByText("Let in", { exact: true })).toBeVisible();
  await phone.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(phone).toHaveURL(/\/messages$/);

  const refused = await db.select({ detail: audit.detail }).from(audit).where(and(eq(audit.personId, sneha.id), eq(audit.action, "session.refuse"))).orderBy(audit.id);
  expect(refused.map(({ detail }) => detail)).toEqual([{ by: "password" }, { by: "disabled account" }]);
  const acts = await db.select({ action: audit.action }).from(audit).where(eq(audit.actorId, admin.id)).orderBy(audit.id);
  expect(acts.map(({ action }) => action)).toEqual(expect.arrayContaining(["people.read", "person.read", "person.roles", "person.disable", "person.enable"]));
});

test("whoever signed in a while ago shows once more who they are before roles change", { tag: "@once" }, async ({ page, login }) => {
  const sneha = await login({ name: "Sneha" });
  const admin = await login({ name: "Asha Admin", admin: true });
  await db.update(users).set({ passwordHash: await hash(PASSWORD) }).where(eq(users.id, admin.id));
  await db.update(sessions).set({ createdAt: sql`now() - interval '11 minutes'` }).where(eq(sessions.userId, admin.id));

  await page.goto(`/admin/people/${sneha.id}`);
  await page.getByLabel("Admin").check();
  await page.getByRole("button", { name: "Save the roles" }).click();
  await expect(page.getByRole("heading", { name: /^Is it you/ })).toBeVisible();
  expect((await db.select({ admin: users.admin }).from(users).where(eq(users.id, sneha.id)))[0]).toEqual({ admin: false });
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(new RegExp(`/admin/people/${sneha.id}$`));
  await page.getByLabel("Admin").check();
  await page.getByRole("button", { name: "Save the roles" }).click();
  await expect(page.getByText("Saved, and signed out everywhere.")).toBeVisible();
});

test("an admin makes a link, and whoever takes it first is an instructor", { tag: ["@once", "@all"] }, async ({ page, login, otherDevice }) => {
  const ravi = await login({ name: "Ravi Iyer", on: otherDevice });
  await login({ name: "Asha Admin", admin: true });
  await page.goto("/admin/invitations");
  await expectGood(page);
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByText(/\/become-instructor\//).innerText();
  await expect(page.getByRole("table", { name: /^Invitations made so far/ })).toContainText("whoever has the link");

  const phone = await otherDevice.newPage();
  await phone.goto(link);
  await expectGood(phone);
  await phone.getByRole("button", { name: `Become an instructor as ${ravi.name}` }).click();
  await expect(phone).toHaveURL(/\/teach$/);
  await page.reload();
  await expect(page.getByRole("table", { name: /^Invitations made so far/ })).toContainText("used by Ravi Iyer");
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This invitation cannot be used" })).toBeVisible();
});
