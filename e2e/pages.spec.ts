import { randomUUID } from "node:crypto";
import { get } from "node:http";
import { expect, settled, test, tick } from "./fixtures";
import { expectNoFault, expectNothingWider } from "./good-page";

const PAGES = [
  "/",
  "/roadmap",
  "/roadmap/apis-and-web-services",
  "/roadmap/apis-and-web-services/openapi-contract",
  "/home",
  "/sign-in",
  "/sign-up",
  "/no-such-page",
  "/skills",
  "/skills/database-management",
  "/languages",
  "/languages/python",
  "/roles",
  "/roles/backend-developer",
  "/salaries",
  "/front-end-vs-back-end",
  "/responsibilities",
  "/questions",
  "/glossary",
  "/privacy",
  "/privacy/hi",
  "/accessibility",
  "/offline",
  "/print/roadmap",
];

for (const path of PAGES) {
  // Light on a desktop, dark on a phone: both schemes of every page, once each.
  test(`${path} has no accessibility fault, and nothing wider than the screen`, { tag: "@look" }, async ({ page, isMobile }) => {
    await page.emulateMedia({ colorScheme: isMobile ? "dark" : "light" });
    await page.goto(path);
    await settled(page, null);
    await expectNoFault(page);
    await expectNothingWider(page);
  });
}

test("home and the road of a learner have no accessibility fault", { tag: "@look" }, async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/roadmap");
  await settled(page, sneha);
  await tick(page, "Set up a working environment").click();
  await page.locator("summary").click();
  for (const path of [null, "/home"]) {
    if (path) await page.goto(path);
    await settled(page, sneha);
    await expectNoFault(page);
  }
});

test("the keyboard alone is enough to search, find an item, tick it and make an account", async ({ page }) => {
  await page.goto("/");
  await settled(page, null);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Go to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Read the roadmap" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/roadmap$/);

  const first = tick(page, "Set up a working environment");
  for (let presses = 0; presses < 25 && !(await first.evaluate((box) => box === document.activeElement)); presses += 1) await page.keyboard.press("Tab");
  await expect(first).toBeFocused();
  await page.keyboard.press("Space");
  await expect(first).toBeChecked();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/set-up-workspace$/);

  const done = page.getByRole("radio", { name: "Done", exact: true });
  await expect(done).toBeChecked();
  await done.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("radio", { name: "Doing" })).toBeChecked();

  await page.keyboard.press("/");
  await page.keyboard.type("transactons");
  await expect(page.getByRole("link", { name: /Use transactions/ }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Use transactions" })).toBeVisible();

  await page.goto("/sign-up?next=/home");
  await page.getByLabel("Name").focus();
  await page.keyboard.type("Ravi Das");
  await page.keyboard.press("Tab");
  await page.keyboard.type(`${randomUUID()}@example.org`);
  await page.keyboard.press("Tab");
  await page.keyboard.type("short");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/at least 10 characters/);
  await expect(page.getByLabel("Password")).toBeFocused();
  await page.keyboard.type("three quiet mangoes");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/home$/);
  await expect(page.locator("summary")).toContainText("Ravi");

  const summary = page.locator("header.top summary");
  const plan = page.locator("header.top").getByRole("link", { name: "Plan" });
  await summary.press("Enter");
  await expect(plan).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(plan).toBeHidden();
  await expect(summary).toBeFocused();
  await summary.press("Enter");
  await page.getByRole("button", { name: "Sign out" }).focus();
  await page.keyboard.press("Tab");
  await expect(plan).toBeHidden();
});

test("the roadmap is one static file, and being signed in costs it one JSON request", async ({ page, login, request }) => {
  const sneha = await login();
  const asked: string[] = [];
  page.on("request", (r) => asked.push(`${r.resourceType()} ${new URL(r.url()).pathname}`));
  const [response] = await Promise.all([page.waitForResponse("**/roadmap"), page.goto("/roadmap")]);
  await settled(page, sneha);
  await page.waitForLoadState("networkidle");
  expect(asked.filter((line) => !/^(document|script|stylesheet|font|image|other) /.test(line))).toEqual(["fetch /api/progress"]);
  expect(response.headers()["cache-control"]).toBe("public, max-age=0, must-revalidate");

  const etag = response.headers().etag ?? "";
  const anonymous = await request.get("/roadmap", { headers: { Cookie: "", "If-None-Match": etag } });
  expect(anonymous.status()).toBe(304);
});

test("the roadmap's first JavaScript is at most 150 KiB as sent", async ({ page, baseURL }) => {
  await page.goto("/roadmap");
  // First: all that the page asked for before it was loaded.
  const sources = await page.evaluate(() => {
    const [document] = performance.getEntriesByType("navigation");
    const loadedAt = document instanceof PerformanceNavigationTiming ? document.loadEventStart : 0;
    return performance.getEntriesByType("resource").flatMap(({ name, startTime }) => (/\.js(\?|$)/.test(name) && startTime < loadedAt ? [name] : []));
  });
  expect(sources.length).toBeGreaterThan(3);
  for (const encoding of ["gzip", "br"]) {
    let bytes = 0;
    for (const source of sources) bytes += await sizeAsSent(new URL(source, baseURL), encoding);
    expect(bytes, `bytes with ${encoding}`).toBeLessThanOrEqual(150 * 1024);
  }
});

test("an unknown address says so and leads on", async ({ page }) => {
  for (const path of ["/nowhere", "/roadmap/no-such-step", "/roadmap/testing/no-such-item", "/roadmap/testing/shell-basics"]) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "There is no page at this address" })).toBeVisible();
    await page.getByRole("link", { name: "Read the roadmap" }).click();
    await expect(page).toHaveURL("/roadmap");
  }
});

test("a trial lets one look around as a learner, an instructor or an admin", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: /Try as/ })).toHaveCount(3);
  await page.getByRole("button", { name: /Try as learner/ }).click();
  await expect(page).toHaveURL(/\/home$/);
  await expect(page.locator("summary")).toContainText("Sneha");
  await expect(page.getByText(/^\d+\s% done,/)).toBeVisible();
});

/** Counts the bytes on the wire, chunk by chunk. */
function sizeAsSent(url: URL, encoding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "Accept-Encoding": encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        expect(["none", encoding]).toContain(response.headers["content-encoding"] ?? "none");
        resolve(body.length);
      });
    }).on("error", reject);
  });
}
