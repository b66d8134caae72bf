import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "./fixtures";

const ITEM = "/roadmap/testing/test-first";

test("a page says what it is: title, description, address, picture and the way to it", { tag: "@once" }, async ({ page, request, baseURL }) => {
  await page.goto(`${ITEM}?from=somewhere`);
  await expect(page).toHaveTitle("Write the test first · Milepost");
  expect(await page.locator('link[rel="canonical"]').getAttribute("href")).toBe(new URL(ITEM, baseURL).href);
  expect(await page.locator('meta[name="description"]').getAttribute("content")).toMatch(/./);
  const picture = await request.get((await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "");
  expect(picture.headers()["content-type"]).toBe("image/png");
  const data: unknown = JSON.parse(await page.locator('script[type="application/ld+json"]').innerText());
  expect(data).toMatchObject({ "@type": "BreadcrumbList", itemListElement: [{ name: "Roadmap" }, { name: "8. Testing" }, { name: "Write the test first" }] });
});

test("a picture for sharing is drawn for the pages there are, and nothing is kept of other addresses", { tag: "@once" }, async ({ page, request }) => {
  await page.goto(ITEM);
  const picture = new URL((await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "");
  expect((await request.get(picture.href)).status()).toBe(200);
  const elsewhere = [picture.pathname.replace("/testing/", "/version-control/"), picture.pathname.replace("/test-first/", "/no-such-item/"), picture.pathname.replace("/testing/", "/no-such-step/")];
  for (const address of elsewhere) expect((await request.get(address)).status(), address).toBe(404);

  // Whatever else is asked for is no page of the build: Next would keep each address that it had to look at.
  const { dynamicRoutes } = JSON.parse(readFileSync(path.join(process.env.NEXT_DIST_DIR ?? ".next", "prerender-manifest.json"), "utf8")) as { dynamicRoutes: Record<string, { fallback: unknown }> };
  expect(Object.entries(dynamicRoutes).filter(([, { fallback }]) => fallback !== false)).toEqual([]);
});

test("the sitemap lists every public page once, and each is there", { tag: ["@once", "@all"] }, async ({ request, baseURL }) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain(`Sitemap: ${new URL("/sitemap.xml", baseURL).href}`);
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? "");
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.length).toBeGreaterThan(230);
  // Listings of other journeys come and go meanwhile; e2e/listing.spec.ts looks at its own.
  const lasting = addresses.filter((address) => !new URL(address).pathname.startsWith("/jobs/"));
  const answers = await Promise.all(lasting.map(async (address) => [(await request.get(address)).status(), address]));
  expect(answers.filter(([status]) => status !== 200)).toEqual([]);
});

test("what the installation has not set is not there", { tag: "@once" }, async ({ page }) => {
  for (const path of ["/course", "/community"]) expect((await page.goto(path))?.status()).toBe(404);
  await expect(page.getByRole("link", { name: "Course" })).toHaveCount(0);
});
