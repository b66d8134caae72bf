import { randomUUID } from "node:crypto";
import { elsewhere, expect, settled, test } from "./fixtures";
import { expectGood } from "./good-page";

const [OLD, NEW] = ["three quiet mangoes", "four loud coconuts"];

test("whoever forgot their password asks for a link, an admin hands it over, and it works once", { tag: "@all" }, async ({ page, login, otherDevice, browser, contextOptions }) => {
  test.setTimeout(180_000);
  const email = `${randomUUID()}@example.org`;
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ananya");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(OLD);
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(page).toHaveURL(/\/home$/);

  await otherDevice.setExtraHTTPHeaders({ "X-Forwarded-For": elsewhere() });
  const phone = await otherDevice.newPage();
  await phone.goto("/sign-in");
  await phone.getByRole("link", { name: "I do not know my password" }).click();
  await expect(phone.getByText("This installation sends no mail.")).toBeVisible();
  const said: string[] = [];
  for (const address of [email, `nobody-${email}`]) {
    await phone.getByLabel("E-mail").fill(address);
    await phone.getByRole("button", { name: "Ask for a link" }).click();
    await expect(phone.getByRole("status").filter({ hasText: address })).toBeVisible();
    said.push((await phone.getByRole("status").filter({ hasText: address }).innerText()).replace(address, "it"));
  }
  expect(said[0]).toBe(said[1]);

  const admins = await (await browser.newContext(contextOptions)).newPage();
  await login({ name: "Asha Admin", admin: true, on: admins.context() });
  await admins.goto("/admin/mail");
  const waiting = admins.getByRole("listitem").filter({ hasText: `for ${email},` });
  await expect(waiting).toContainText("A link to choose a new password");
  await expectGood(admins);
  await waiting.getByRole("button", { name: "Show what it says" }).click();
  await expect(waiting.getByRole("status").first()).toContainText("Choose it within ten minutes");
  const link = /http\S+\/reset-password\/\S+/.exec(await waiting.innerText())?.[0] ?? "";
  const ofNobody = admins.getByRole("listitem").filter({ hasText: `for nobody-${email},` });
  await ofNobody.getByRole("button", { name: "Show what it says" }).click();
  await expect(ofNobody.getByRole("alert")).toContainText("its address has no account");
  await ofNobody.getByRole("button", { name: "Take it off the list" }).click();
  await expect(ofNobody).toHaveCount(0);
  await admins.context().close();

  const looked = await phone.request.get(link);
  expect([looked.status(), looked.headers()["referrer-policy"]]).toEqual([200, "no-referrer"]);
  await phone.goto(link);
  await expect(phone.getByText(email)).toBeVisible();
  await expectGood(phone);
  await phone.getByLabel("Password", { exact: true }).fill("short");
  await phone.getByRole("button", { name: "Set the password" }).click();
  await expect(phone.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(/at least 10 characters/);
  await phone.getByLabel("Password", { exact: true }).fill(NEW);
  await phone.getByRole("button", { name: "Set the password" }).click();
  await expect(phone.getByText("Your new password is set")).toBeVisible();
  await phone.goto(link);
  await expect(phone.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();

  await page.goto("/roadmap");
  await settled(page, null);
  for (const [password, path] of [[OLD, /sign-in/], [NEW, /\/messages$/]] as const) {
    await phone.goto("/sign-in?next=/messages");
    await phone.getByLabel("E-mail").fill(email);
    await phone.getByLabel("Password").fill(password);
    await phone.getByRole("button", { name: "Sign in", exact: true }).click();
    if (password === OLD) await expect(phone.getByLabel("Password")).toHaveAccessibleDescription(/do not belong together/);
    await expect(phone).toHaveURL(path);
  }
});
