import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import { expect, settled, test } from "./fixtures";
import { expectGood } from "./good-page";

const PASSWORD = "three quiet mangoes";

/** A phone that knows its owner by the finger. */
async function giveAuthenticator(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return {
    know: (isUserVerified: boolean) => session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

async function signUpWithPasskey(page: Page) {
  const email = `${randomUUID()}@example.org`;
  await page.goto("/sign-up?next=/settings/security/passkeys");
  const authenticator = await giveAuthenticator(page);
  await page.getByLabel("Name").fill("Farida");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Passkeys" })).toBeVisible();
  await page.getByLabel("Name").fill("My phone");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Added. Your other devices are signed out.")).toBeVisible();
  await expect(page.getByRole("table", { name: "You have one passkey" })).toContainText("My phone");
  const codes = await page.getByRole("region", { name: "Write these down now" }).getByRole("listitem").allInnerTexts();
  expect(codes).toHaveLength(10);
  return { email, codes, authenticator };
}

async function givePassword(page: Page, email: string, next = "/messages") {
  await page.context().clearCookies();
  await page.goto(`/sign-in?next=${next}`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Show your passkey" })).toBeVisible();
}

test("with a passkey the password alone signs nobody in, on no address and in no action", async ({ page, request }) => {
  const { email, authenticator } = await signUpWithPasskey(page);
  await expectGood(page);
  await givePassword(page, email, "/home");
  await expectGood(page);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const address of ["/messages", "/settings/security", "/settings/security/passkeys", "/confirm"]) {
    const answer = await request.get(address, { headers: { cookie }, maxRedirects: 0 });
    expect([answer.status(), answer.headers().location], address).toEqual([307, expect.stringContaining("/sign-in/passkey")]);
  }
  expect(await (await request.get("/api/progress", { headers: { cookie } })).json()).toMatchObject({ viewer: null });
  expect((await request.delete("/api/sessions", { headers: { cookie, "Sec-Fetch-Site": "same-origin" } })).status()).toBe(401);

  await authenticator.know(false);
  await page.getByRole("button", { name: "Use my passkey" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "passkey" })).toBeVisible();
  await authenticator.know(true);
  await page.getByRole("button", { name: "Use my passkey" }).click();
  await expect(page).toHaveURL(/\/home$/);
  await settled(page, { id: "", name: "Farida" });
  expect((await request.get("/messages", { headers: { cookie }, maxRedirects: 0 })).status()).toBe(307);
});

test("a recovery code signs in once without the passkey", { tag: "@all" }, async ({ page }) => {
  const { email, codes } = await signUpWithPasskey(page);
  for (const [code = "", lets] of [[codes[0], true], [codes[0], false], [codes[1]?.toLowerCase(), true]] as const) {
    await givePassword(page, email);
    await page.getByText("I do not have my passkey").click();
    await page.getByLabel("A recovery code").fill(code);
    await page.getByRole("button", { name: "Sign in with the code" }).click();
    if (lets) {
      await expect(page).toHaveURL(/\/messages$/);
      await settled(page, { id: "", name: "Farida" });
    } else await expect(page.getByLabel("A recovery code")).toHaveAccessibleDescription(/not one of your codes/);
  }
  await page.goto("/settings/security/passkeys");
  await page.getByRole("button", { name: "Take it off" }).click();
  await expect(page.getByRole("table")).toHaveCount(0);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByLabel("Name")).toBeFocused();
  await page.context().clearCookies();
  await page.goto("/sign-in?next=/roadmap");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/roadmap$/);
  await settled(page, { id: "", name: "Farida" });
});
