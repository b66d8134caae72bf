import { randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { itemProgress, progressOperations } from "@/db/schema/progress";
import { expect, recordedFor, settled, test, tick } from "./fixtures";

const SIGN_UP = { name: "Ananya अनन्या", password: "three quiet mangoes" };

test("a visitor reads and ticks without an account, signs up and keeps every tick", async ({ page, otherDevice }) => {
  const email = `${randomUUID()}@example.org`;
  await page.goto("/");
  await page.getByRole("link", { name: "Read the roadmap" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The road to back-end work" })).toBeVisible();
  await settled(page, null);
  await tick(page, "Set up a working environment").click();
  await expect(page.getByText("Kept on this device.")).toBeVisible();
  await tick(page, "Move around in the shell").click();

  await page.reload();
  await expect(tick(page, "Set up a working environment")).toBeChecked();
  await expect(page.getByText("2 and 0 of 168 items")).toBeVisible();

  await page.getByRole("link", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("2 changes are kept on this device.")).toBeVisible();
  await page.getByRole("link", { name: "Make one" }).click();
  await page.getByLabel("Name").fill(SIGN_UP.name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(SIGN_UP.password);
  await page.getByRole("button", { name: "Make an account" }).click();

  await expect(page).toHaveURL(/\/roadmap$/);
  await expect(page.locator("summary")).toContainText("Ananya");
  await expect(tick(page, "Move around in the shell")).toHaveAccessibleName(/done: a claim$/);

  // Another device sees the same.
  const phone = await otherDevice.newPage();
  await phone.goto("/sign-in?next=/roadmap");
  await phone.getByLabel("E-mail").fill(email.toUpperCase());
  await phone.getByLabel("Password").fill(SIGN_UP.password);
  await phone.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(tick(phone, "Set up a working environment")).toBeChecked();
  await expect(tick(phone, "Move around in the shell")).toBeChecked();
});

test("what was ticked before signing in joins the account, and takes back nothing that it says", async ({ page, login }) => {
  await page.goto("/roadmap");
  await settled(page, null);
  for (const item of ["Set up a working environment", "Values, types and decisions"]) {
    await tick(page, item).click();
    await page.getByRole("button", { name: `Undo the change to ${item}` }).click();
  }
  await tick(page, "Move around in the shell").click();
  await expect(tick(page, "Move around in the shell")).toHaveAccessibleName(/kept on this device/);

  const sneha = await login();
  const done = { userId: sneha.id, opId: uuidv7(), itemId: "set-up-workspace", state: "done" as const, clock: 1 };
  const doing = { ...done, opId: uuidv7(), itemId: "values-and-decisions", state: "doing" as const };
  await db.insert(progressOperations).values([done, doing].map((operation) => ({ ...operation, at: new Date() })));
  await db.insert(itemProgress).values([{ ...done, strength: 3 }, { ...doing, strength: 2 }]);
  await page.reload();
  await settled(page, sneha);
  await expect(page.getByText("5 changes were made on this device before you signed in.")).toBeVisible();
  await page.getByRole("button", { name: "Yes, add them to my account" }).click();
  await expect.poll(() => recordedFor(sneha)).toHaveLength(7);
  await page.reload();
  await settled(page, sneha);
  await expect(tick(page, "Set up a working environment")).toBeChecked();
  await expect(tick(page, "Values, types and decisions")).toHaveAccessibleName(/doing$/);
  await expect(tick(page, "Move around in the shell")).toBeChecked();
});

test("home is never shown as to nobody to somebody who has just signed in", { tag: "@once" }, async ({ page }) => {
  const shown: string[] = [];
  page.on("console", (message) => {
    if (message.text() === "shown as to nobody") shown.push(message.location().url);
  });
  await page.addInitScript(() => {
    const forNobody = "Your ticks are kept on this device.";
    const look = () => {
      if (document.documentElement.textContent.includes(forNobody)) console.info("shown as to nobody");
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  });
  await page.goto("/sign-in?next=/home");
  await settled(page, null);
  await page.route("**/api/progress", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await page.getByRole("button", { name: /Try as learner/ }).click();

  await expect(page).toHaveURL(/\/home$/);
  await expect(page.locator("summary")).toContainText("Sneha");
  await expect(page.getByText("% done")).toBeVisible();
  expect(shown).toEqual([]);
});

test("whatever an address says went wrong, one can sign in there", { tag: "@once" }, async ({ page }) => {
  for (const error of ["AccessDenied", "__proto__", "constructor"]) {
    await page.goto(`/sign-in?error=${error}`);
    await expect(page.getByText("Signing in did not work. Nothing was changed; try again.")).toBeVisible();
  }
});

test("errors stand beside the field and keep what was typed, except the password", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ravi");
  await page.getByLabel("E-mail").fill("ravi.example.org");
  await page.getByLabel("Password").fill("password");
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/An address has an @ in it/);
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/at least 10 characters/);
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await expect(page.getByLabel("Name")).toHaveValue("Ravi");
  await expect(page.getByLabel("E-mail")).toHaveValue("ravi.example.org");
  await expect(page.getByLabel("Password")).toHaveValue("");
});

test("a wrong password and an unknown address are answered in the same words", async ({ page }) => {
  await page.goto("/sign-in");
  for (const email of [`${randomUUID()}@example.org`, "sneha@example.org"]) {
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill("not the right one");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/do not belong together/);
    await expect(page.getByLabel("Password")).toHaveValue("");
    await expect(page.getByLabel("E-mail")).toHaveValue(email);
    await page.reload();
  }
});
