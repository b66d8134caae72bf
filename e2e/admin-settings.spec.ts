import { randomUUID } from "node:crypto";
import { env } from "@/lib/env";
import { expect, test } from "./fixtures";
import { expectGood } from "./good-page";

test("the settings say whose installation it is; an address that cannot be is refused beside its field", async ({ page, login }) => {
  await login({ name: "Asha Admin", admin: true });
  await page.goto("/admin");
  await page.getByRole("link", { name: "Settings of the installation" }).click();
  await expectGood(page);
  const name = `Pune ${randomUUID().slice(0, 8)}`;
  await page.getByLabel("Whose installation this is").fill(name);
  await page.getByLabel("What an address must end in").fill("sneha@example.org");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("What an address must end in")).toHaveAccessibleDescription(/such as example\.org/);
  // What holds for everyone is tried in db/queries/settings.test.ts: here others make accounts meanwhile.
  await page.getByLabel("What an address must end in").fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto("/sign-up");
  await expect(page.getByText("This is Milepost at Pune")).toBeVisible();
});

test("the page of health says how the installation is, and no secret of it", async ({ page, login }) => {
  await login({ name: "Asha Admin", admin: true });
  await page.goto("/admin/health");
  await expect(page.getByText(/^Postgres \d+/)).toBeVisible();
  await expect(page.getByText(/^all \d+ are there$/)).toBeVisible();
  await expectGood(page);
  for (const secret of [env.AUTH_SECRET, env.DATABASE_URL]) expect(await page.content()).not.toContain(secret);
});
