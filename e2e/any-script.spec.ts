import { randomUUID } from "node:crypto";
import { KEPT, REFUSED } from "@/lib/fixtures/texts";
import { expect, test } from "./fixtures";

const PASSWORD = "गुप्त café 🥭 शब्द";

test("a name, notes and a password of any script go through their forms and come back as they were written", { tag: ["@once", "@all"] }, async ({ page, otherDevice }) => {
  const email = `${randomUUID()}@example.org`;
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("स्नेहा 👩🏽‍💻 e\u0301");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD.normalize("NFD"));
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(page).toHaveURL(/\/home$/);
  await page.goto("/settings");
  await expect(page.locator("header.top summary")).toContainText("स्नेहा");

  await page.goto("/applications/new");
  await page.getByLabel("Title").fill("  محمد – עברית  ");
  await page.getByLabel("Company").fill("陳大文 𠮷野家");
  await page.getByLabel("Notes").fill(KEPT.join("\n"));
  await page.getByLabel("Next action").fill(REFUSED[6]);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("Next action")).toHaveAccessibleDescription(/control characters that cannot be seen/);
  await expect(page.getByLabel("Notes")).toHaveValue(KEPT.join("\n"));

  await page.getByLabel("Next action").fill("लिखना");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\/applications\/[0-9a-f-]{36}$/);
  await page.reload();
  await expect(page.getByLabel("Title")).toHaveValue("محمد – עברית");
  await expect(page.getByLabel("Company")).toHaveValue("陳大文 𠮷野家");
  await expect(page.getByLabel("Notes")).toHaveValue(KEPT.join("\n"));
  await expect(page.getByLabel("Next action")).toHaveValue("लिखना");

  // The same password from a keyboard that composes.
  const phone = await otherDevice.newPage();
  await phone.goto("/sign-in?next=/applications");
  await phone.getByLabel("E-mail").fill(email);
  await phone.getByLabel("Password").fill(PASSWORD.normalize("NFC"));
  await phone.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(phone.getByText("محمد – עברית").first()).toBeVisible();
});
