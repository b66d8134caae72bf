import { createHash, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Page } from "playwright/test";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/accounts";
import { mailCodes } from "@/db/schema/mail";
import { elsewhere, expect, test } from "./fixtures";
import { expectGood } from "./good-page";

const [OLD, NEW] = ["three quiet mangoes", "four loud coconuts"];

async function signUp(page: Page): Promise<string> {
  const email = `${randomUUID()}@example.org`;
  await page.goto("/sign-up?next=/settings/security");
  await page.getByLabel("Name").fill("Ananya");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(OLD);
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible();
  return email;
}

/** Ten minutes pass. */
async function grow(email: string): Promise<void> {
  await db.execute(sql`update ${sessions} set created_at = created_at - interval '11 minutes', confirmed_at = confirmed_at - interval '11 minutes'
    where user_id = (select id from ${users} where email = ${email})`);
}

test("a password is changed with the one before it, after ten minutes only by who shows who they are", { tag: "@all" }, async ({ page, otherDevice, request }) => {
  test.slow();
  const email = await signUp(page);
  const phone = await otherDevice.newPage();
  await phone.goto("/sign-in?next=/messages");
  await phone.getByLabel("E-mail").fill(email);
  await phone.getByLabel("Password").fill(OLD);
  await phone.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(phone).toHaveURL(/messages$/);

  await grow(email);
  await page.getByRole("link", { name: "Change your password" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Is it you, Ananya?" })).toBeVisible();
  await expectGood(page);
  const before = (await page.context().cookies()).find(({ name }) => name === "milepost-session")?.value;
  await page.getByLabel("Password").fill("not the right one");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/not the password of your account/);
  await page.getByLabel("Password").fill(OLD);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Change your password" })).toBeVisible();
  expect((await request.get("/messages", { headers: { cookie: `milepost-session=${before}` }, maxRedirects: 0 })).status()).toBe(307);
  await expectGood(page);

  await page.getByLabel("The password you have now").fill("not the right one");
  await page.getByLabel("The new password").fill(NEW);
  await page.getByRole("button", { name: "Save the password" }).click();
  await expect(page.getByLabel("The password you have now")).toHaveAccessibleDescription(/not the password you have now/);
  await page.getByLabel("The password you have now").fill(OLD);
  await page.getByRole("button", { name: "Save the password" }).click();
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await phone.reload();
  await expect(phone).toHaveURL(/sign-in/);
});

test("an address is changed by the link that was sent to it, and only by whoever asked", { tag: "@all" }, async ({ page, context, login, otherDevice }) => {
  test.slow();
  await context.setExtraHTTPHeaders({ "X-Forwarded-For": elsewhere() });
  const email = await signUp(page);
  const wanted = `new-${email}`;
  await page.getByRole("link", { name: "Change your address" }).click();
  await page.getByLabel("The new address").fill(wanted);
  await page.getByRole("button", { name: "Send me a link to it" }).click();
  await expect(page.getByText(`If no account has ${wanted} yet`)).toBeVisible();
  // What the mail holds, as if it had been sent.
  const code = "c".repeat(21) + randomUUID().replaceAll("-", "").slice(0, 22);
  await db.update(mailCodes).set({ codeHash: createHash("sha256").update(code).digest("hex"), expiresAt: sql`now() + interval '10 minutes'` }).where(eq(mailCodes.address, wanted));

  await login({ name: "Ravi Das", on: otherDevice });
  const ravi = await otherDevice.newPage();
  await ravi.goto(`/change-address/${code}`);
  await expect(ravi.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();

  await page.goto(`/change-address/${code}`);
  await expectGood(page);
  await page.getByRole("button", { name: "Yes, change it" }).click();
  await expect(page.getByText("Your account has this address now")).toBeVisible();
  await page.goto("/settings/security");
  await expect(page.getByText(wanted)).toBeVisible();
  await expect(page.getByText("It is yours")).toBeVisible();
});
