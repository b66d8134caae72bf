import { createHash, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { APIRequestContext, APIResponse } from "playwright/test";
import { db } from "@/db/client";
import { elsewhere, expect, test } from "./fixtures";

const PASSWORD = "three quiet mangoes";

async function tryPassword(request: APIRequestContext, email: string, password: string, from: string): Promise<APIResponse> {
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  return request.post("/api/auth/callback/password", { form: { email, password, csrfToken, json: "true" }, headers: { "X-Forwarded-For": from } });
}

/** The minute in which an account was tried does not end while the test looks. */
async function holdMinute(email: string): Promise<void> {
  const key = `account:${createHash("sha256").update(email).digest("hex")}`;
  await db.execute(sql`update tries set expire = now() + interval '10 minutes', points = greatest(points, 5) where key = ${key}`);
}

test("200 guesses from elsewhere are answered 429 and when to come back; the owner gets in on the device they know", { tag: ["@once", "@all"] }, async ({ page, playwright, baseURL }) => {
  test.slow();
  const email = `${randomUUID()}@example.org`;
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ananya");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(page).toHaveURL(/\/home$/);
  await page.locator("summary").first().click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/$/);

  const stranger = await playwright.request.newContext({ baseURL });
  const from = elsewhere();
  // Once alone: the token’s cookie is made by the first to ask.
  await stranger.get("/api/auth/csrf");
  const statuses: number[] = [];
  const begun = Date.now();
  for (let guesses = 0; guesses < 200; guesses += 10) {
    const answers = await Promise.all(Array.from({ length: 10 }, () => tryPassword(stranger, email, `a wrong guess ${randomUUID()}`, from)));
    statuses.push(...answers.map((answer) => answer.status()));
  }
  const looked = statuses.filter((status) => status === 401).length;
  expect(looked).toBeLessThanOrEqual(5 * (1 + Math.ceil((Date.now() - begun) / 60_000)));
  expect(statuses.filter((status) => status === 429)).toHaveLength(200 - looked);
  await holdMinute(email);
  const right = await tryPassword(stranger, email, PASSWORD, elsewhere());
  expect(right.status()).toBe(429);
  expect(Number(right.headers()["retry-after"])).toBeGreaterThan(0);

  await page.goto("/sign-in?next=/messages");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/messages$/);
  await stranger.dispose();
});

test("an address without an account is refused in the same way, and the form says what to do", { tag: "@once" }, async ({ page, request }) => {
  const email = `${randomUUID()}@example.org`;
  const from = elsewhere();
  for (let guesses = 0; guesses < 5; guesses += 1) expect((await tryPassword(request, email, "a wrong guess", from)).status()).toBe(401);
  await holdMinute(email);
  const answer = await tryPassword(request, email, "a wrong guess", from);
  expect(answer.status()).toBe(429);
  expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(60);

  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("a wrong guess");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/tried too often/);
});

test("a password is sent, and never stands in an address", { tag: "@once" }, async ({ request }) => {
  for (const provider of ["password", "demo"]) expect((await request.get(`/api/auth/callback/${provider}?email=a@example.org&password=x`)).status()).toBe(405);
});
