import { randomUUID } from "node:crypto";
import { cookieOf, expect, settled, test } from "./fixtures";
import { expectGood } from "./good-page";

test("a person sees where they are signed in, and signs out one device and then all of them", { tag: "@all" }, async ({ page, login, otherDevice, request }) => {
  test.slow();
  const sneha = await login();
  await login({ on: otherDevice, as: sneha });
  const elsewhere = await cookieOf(sneha);
  const laptop = await otherDevice.newPage();
  await laptop.goto("/messages");

  await page.goto("/settings");
  await page.getByRole("link", { name: /where you are signed in/ }).click();
  await expect(page.getByRole("table", { name: "You are signed in 3 times" })).toBeVisible();
  await expect(page.getByText("This is where you are now")).toHaveCount(1);
  await expectGood(page);

  await page.getByRole("button", { name: "Sign it out" }).first().click();
  await expect(page.getByRole("table", { name: "You are signed in 2 times" })).toBeVisible();
  const answers = await Promise.all(
    [elsewhere, (await otherDevice.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ")].map((cookie) => request.get("/messages", { headers: { cookie }, maxRedirects: 0 })),
  );
  expect(answers.map((answer) => answer.status()).sort()).toEqual([200, 307]);

  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/\/$/);
  await settled(page, null);
  await laptop.goto("/messages");
  await expect(laptop).toHaveURL(/\/sign-in/);
  const after = await request.get("/messages", { headers: { cookie: elsewhere }, maxRedirects: 0 });
  expect(after.status()).toBe(307);
});

test("a sign-in with the form is listed with its device", { tag: "@once" }, async ({ page }) => {
  const email = `${randomUUID()}@example.org`;
  await page.goto("/sign-up?next=/settings/security");
  await page.getByLabel("Name").fill("Ananya");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("three quiet mangoes");
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(page.getByRole("table", { name: "You are signed in on one device" })).toContainText(/Chrome on \w+/);
});
