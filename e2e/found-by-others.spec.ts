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
