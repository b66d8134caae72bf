import { randomUUID } from "node:crypto";
import { inArray } from "drizzle-orm";
import type { Page } from "playwright/test";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { jobSources, listings, postings } from "@/db/schema/jobs";
import { itemProofs } from "@/db/schema/progress";
import { hostileMarkup } from "@/lib/jobs/fixtures/hostile-markup";
import type { Ask } from "@/lib/jobs/words";
import { expect, settled, test as base } from "./fixtures";
import { expectGood } from "./good-page";

type Row = Partial<typeof listings.$inferInsert>;
type Addresses = { applyUrl: string; source: string }[];

const test = base.extend<{ makeListing: (row?: Row, addresses?: Addresses) => Promise<{ id: string; path: string }> }>({
  /** Straight into the table: nothing sanitises it on the way in. */
  makeListing: async ({}, provide) => {
    const [made, sources]: string[][] = [[], []];
    await provide(async (row = {}, addresses = []) => {
      const id = uuidv7();
      const slug = `test-${randomUUID()}`;
      const needed = { id, slug, identity: id, hash: id, title: "Backend Developer (Python)", company: "Mango Ledger", words: "", places: [], placeKeys: [], remote: false };
      await db.insert(listings).values({ ...needed, postedAt: new Date("2026-11-19T06:00:00Z"), description: "<p>Nothing yet.</p>", asks: [], skills: [], ...row });
      made?.push(id);
      for (const { applyUrl, source } of addresses) {
        const sourceId = uuidv7();
        await db.insert(jobSources).values({ id: sourceId, name: source, format: "by-hand", state: "paused" });
        sources?.push(sourceId);
        await db.insert(postings).values({ sourceId, externalId: id, listingId: id, url: null, applyUrl, hash: id });
      }
      return { id, path: `/jobs/${slug}` };
    });
    await db.delete(listings).where(inArray(listings.id, made ?? []));
    await db.delete(jobSources).where(inArray(jobSources.id, sources ?? []));
  },
});

const asks: Ask[] = [
  { skill: "programming-languages", need: "required", says: ["Python"] },
  { skill: "testing", need: "required", says: ["unit tests"] },
  { skill: "containers-orchestration", need: "preferred", says: ["Docker"] },
];
const WHOLE: Row = {
  asks,
  skills: asks.map(({ skill }) => skill),
  description: "<h3>What you will do</h3><p>Payouts in <strong>Python</strong>, with unit <em>tests</em>.</p><h3>Good to have</h3><ul><li>Docker</li></ul>",
  places: [{ name: "Pune, Maharashtra, India", city: "Pune", country: "IN" }],
  remote: true,
  remoteFor: "India",
  employment: "full-time",
  level: "entry",
  role: "backend-developer",
  payFrom: 600_000,
  payTo: 900_000,
  payCurrency: "INR",
  payPeriod: "year",
  payYearly: 750_000,
  validUntil: new Date("2100-01-31T06:00:00Z"),
};

/** What search engines read of a listing; null where there is nothing. */
async function jobPosting(page: Page): Promise<Record<string, unknown> | null> {
  const found = (await page.locator('script[type="application/ld+json"]').allTextContents()).map((text): Record<string, unknown> => JSON.parse(text));
  return found.find((data) => data["@type"] === "JobPosting") ?? null;
}

const robots = (page: Page) => page.locator('meta[name="robots"]').getAttribute("content", { timeout: 1000 }).catch(() => null);

test("a learner sees in a listing's words what is proven, only claimed and missing, and saves it", async ({ page, login, makeListing }) => {
  test.slow();
  const sneha = await login();
  const proof = (itemId: string, level: number) => ({ userId: sneha.id, id: uuidv7(), itemId, level });
  await db.insert(itemProofs).values([proof("first-unit-tests", 1), proof("joins-and-aggregates", 4)]);
  const listing = await makeListing({ ...WHOLE, asks: [...asks, { skill: "database-management", need: "required", says: ["Payouts"] }] });

  await page.goto(listing.path);
  await settled(page, sneha);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Backend Developer (Python)");
  await expect(page.getByText("Pune, or remote in India")).toBeVisible();
  await expect(page.getByText("₹6,00,000 to ₹9,00,000 a year, as stated. Full time, entry level.")).toBeVisible();
  await expect(page.getByRole("list", { name: "What the highlights mean" })).toHaveText("provenonly claimednothing yet");
  const marks = page.locator(".description mark");
  expect(await marks.evaluateAll((all) => all.map((mark) => `${mark.textContent.trim()} ${mark.getAttribute("class") ?? ""}`.trim()))).toEqual(["Payouts proof", "Python", "unit claim", "tests claim", "Docker"]);
  await expect(page.getByText("Nothing else in the text was counted.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Your readiness" })).toBeVisible();
  await expectGood(page);

  await page.getByRole("button", { name: "Save to applications" }).click();
  await expect(page.getByText("In your applications.")).toBeVisible();
  await page.reload();
  await settled(page, sneha);
  await page.getByRole("link", { name: "Open it" }).click();
  await expect(page).toHaveURL(/\/applications\/[0-9a-f-]{36}$/);
});

test("a visitor sees the matched words, where to apply by two sources, and is asked to sign in to save", async ({ page, makeListing }) => {
  test.slow();
  const listing = await makeListing({ ...WHOLE, language: "de" }, [
    { applyUrl: "https://www.mango.example/apply", source: "Mango careers" },
    { applyUrl: "https://board.example/7", source: "A board" },
  ]);
  await page.goto(listing.path);
  await settled(page, null);
  expect(await page.locator(".description mark").evaluateAll((all) => all.map((mark) => mark.getAttribute("class")))).toEqual([null, null, null, null]);
  await expect(page.getByText("only names that are equal in every language were matched")).toBeVisible();
  await expect(page.locator(".description")).toHaveAttribute("lang", "de");
  for (const [name, href] of [["Apply at mango.example (Mango careers)", "https://www.mango.example/apply"], ["Apply at board.example (A board)", "https://board.example/7"]] as const) {
    const link = page.getByRole("link", { name });
    await expect(link).toHaveAttribute("href", href);
    await expect(link).toHaveAttribute("rel", "nofollow noopener");
    expect(await link.getAttribute("target")).toBeNull();
  }
  await expect(page.getByRole("link", { name: "Save to applications" })).toHaveAttribute("href", `/sign-in?next=${encodeURIComponent(listing.path)}`);
  await expectGood(page);
});

test("search engines are told all that they ask for", { tag: ["@once", "@all"] }, async ({ page, request, baseURL, makeListing }) => {
  const listing = await makeListing(WHOLE);
  await page.goto(listing.path);
  await expect(page).toHaveTitle("Backend Developer (Python), Mango Ledger · Milepost");
  expect(await page.locator('link[rel="canonical"]').getAttribute("href")).toBe(new URL(listing.path, baseURL).href);
  expect(await page.locator('meta[property="og:image"]').getAttribute("content")).toMatch(/^http/);
  expect(await robots(page)).toBeNull();
  expect(await jobPosting(page)).toMatchObject({
    title: "Backend Developer (Python)",
    description: WHOLE.description,
    datePosted: "2026-11-19T06:00:00.000Z",
    validThrough: "2100-01-31T06:00:00.000Z",
    employmentType: "FULL_TIME",
    hiringOrganization: { name: "Mango Ledger" },
    jobLocation: [{ address: { addressLocality: "Pune", addressRegion: "Maharashtra", addressCountry: "IN" } }],
    jobLocationType: "TELECOMMUTE",
    applicantLocationRequirements: [{ "@type": "Country", name: "India" }],
    baseSalary: { currency: "INR", value: { minValue: 600_000, maxValue: 900_000, unitText: "YEAR" } },
    identifier: { name: "Mango Ledger", value: listing.id },
    directApply: false,
  });
  const sitemap = async () => (await request.get("/sitemap.xml")).text();
  expect(await sitemap()).toContain(listing.path);
  const nowhere = await makeListing({ ...WHOLE, places: [], remoteFor: null });
  await page.goto(nowhere.path);
  expect(await jobPosting(page)).toBeNull();
  expect(await robots(page)).toBeNull();
  const sample = await makeListing({ ...WHOLE, sample: true });
  await page.goto(sample.path);
  await expect(page.getByText("sample", { exact: true })).toBeVisible();
  expect(await jobPosting(page)).toBeNull();
  expect(await robots(page)).toBe("noindex");
  expect(await sitemap()).not.toContain(sample.path);
});

for (const [name, row, said] of [
  ["past its day", { validUntil: new Date("2026-11-20T06:00:00Z") }, "This listing was open until 20 November."],
  ["closed", { closedAt: new Date("2026-11-21T06:00:00Z") }, "This listing is closed since 21 November: its source does not have it any more."],
] as const) {
  test(`a listing ${name} says so, cannot be applied for, and is in no index and no sitemap`, async ({ page, request, makeListing }) => {
    const listing = await makeListing({ ...WHOLE, ...row }, [{ applyUrl: "https://mango.example/apply", source: "Mango careers" }]);
    await page.goto(listing.path);
    await settled(page, null);
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.getByRole("link", { name: /^Apply at/ })).toHaveCount(0);
    expect(await robots(page)).toBe("noindex");
    const { validThrough } = (await jobPosting(page)) ?? {};
    expect(Date.parse(String(validThrough))).toBeLessThan(Date.now());
    expect(await (await request.get("/sitemap.xml")).text()).not.toContain(listing.path);
    await expectGood(page);
  });
}

test("a slug that is not there is not found", { tag: "@once" }, async ({ request }) => {
  for (const slug of ["no-such-listing", "A%00B", "%3Cscript%3E"]) expect((await request.get(`/jobs/${slug}`)).status()).toBe(404);
});

const ALLOWED = ["P", "BR", "UL", "OL", "LI", "STRONG", "EM", "H2", "H3", "H4", "BLOCKQUOTE", "CODE", "PRE", "A", "MARK"];

test("nothing runs of a hostile listing, however it got into the table", async ({ page, makeListing }) => {
  const dialogs: string[] = [];
  page.on("dialog", async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  const listing = await makeListing({
    ...WHOLE,
    title: '</script><script>alert("title")</script><img src=x onerror=alert(1)>',
    company: "<svg onload=alert(2)>&amp;",
    remoteFor: '"><script>alert(3)</script>',
    language: '"><script>alert(4)</script>',
    places: [{ name: "</script><script>alert(5)</script>", city: null, country: "IN" }],
    description: `<script>alert(6)</script><img src=x onerror=alert(7)><svg><g onload=alert(8)></svg><svg><style><img src=x onerror=alert(9)></style></svg>
      <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(10)&gt;"></table></mtext></math>
      <iframe src="javascript:alert(11)"></iframe><form action="/sign-out"><button>Go</button></form><style>*{display:none}</style><meta http-equiv=refresh content=0>
      <p style="position:fixed;inset:0" id=main class=skip-link onclick=alert(12)>Write <b>Python</b> and <a href="javascript:alert(13)" target=_blank>unit tests</a>
      <a href="JaVaScRiPt&colon;alert(14)">a</a> <a href="data:text/html,<script>alert(15)</script>">b</a> <a href="//evil.example">c</a>
      <a href="https://mango.example/?a=1&b=&quot;onclick=alert(16)">d</a></p>`,
  }, [{ applyUrl: "javascript:alert(17)", source: "<b>Mango</b>" }]);
  await page.goto(listing.path);
  await settled(page, null);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText('</script><script>alert("title")</script><img src=x onerror=alert(1)>');
  const text = page.locator(".description");
  await expect(text).toContainText("Write Python and unit tests");
  const found = await text.locator("*").evaluateAll((all) => all.map((one) => ({ tag: one.tagName, attributes: [...one.attributes].map(({ name, value }) => `${name}=${value}`) })));
  expect(found.filter(({ tag }) => !ALLOWED.includes(tag))).toEqual([]);
  expect(found.flatMap(({ attributes }) => attributes).filter((attribute) => !/^(?:class=(?:proof|claim)?|rel=nofollow noopener ugc|href=https:\/\/mango\.example\/.*)$/.test(attribute))).toEqual([]);
  for (const link of await text.getByRole("link").all()) await link.click({ trial: true });
  expect(await page.locator('a[href^="javascript:" i], a[href^="data:" i]').count()).toBe(0);
  expect((await jobPosting(page))?.title).toBe('</script><script>alert("title")</script><img src=x onerror=alert(1)>');
  await page.waitForTimeout(500);
  expect(dialogs).toEqual([]);
  await expectGood(page);
});

test("nothing of a corpus of hostile markup runs or is asked for, even where no policy would stop it", { tag: ["@once", "@all"] }, async ({ page, request, makeListing }) => {
  test.slow();
  expect(hostileMarkup.length).toBeGreaterThanOrEqual(40);
  const ran: string[] = [];
  const asked: string[] = [];
  let markup = "";
  page.on("dialog", async (dialog) => {
    ran.push(`${markup} said ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("popup", (popup) => ran.push(`${markup} opened ${popup.url()}`));
  await page.route("**/*", async (route) => {
    if (/evil\.example|^(?:data|javascript):/.test(route.request().url())) asked.push(`${markup} asked for ${route.request().url()}`);
    await route.abort();
  });
  await page.addInitScript(() => Object.assign(window, { msgbox: alert }));

  // What Postgres takes of it at all.
  for (markup of hostileMarkup.map((one) => one.replaceAll("\0", "").toWellFormed())) {
    const listing = await makeListing({ ...WHOLE, title: markup, company: markup, remoteFor: markup, places: [{ name: markup, city: null, country: null }], description: `${markup}<p>The end</p>` });
    const answer = await request.get(listing.path);
    expect(answer.status()).toBe(200);
    // As a page without the policy of this one: what is left out of the text alone must be enough.
    await page.setContent(await answer.text(), { waitUntil: "domcontentloaded" });
    const found = await page.locator(".description *").evaluateAll((all) => all.map((one) => ({ tag: one.tagName, names: one.getAttributeNames(), href: one.getAttribute("href") ?? "https:" })));
    expect([markup, found.filter(({ tag, names, href }) => !ALLOWED.includes(tag) || names.some((name) => !["class", "rel", "href"].includes(name)) || !/^(?:https?|mailto):/.test(href))]).toEqual([markup, []]);
    expect(await page.locator("main h1").count()).toBe(1);
    for (const link of await page.locator(".description a").all()) await link.dispatchEvent("pointerover");
  }
  await page.waitForTimeout(500);
  expect({ ran, asked }).toEqual({ ran: [], asked: [] });
});

test("the page of salaries says what listings state, with their count and the day", async ({ page }) => {
  await page.goto("/salaries");
  await settled(page, null);
  const stated = page.getByRole("region", { name: "What listings here state" });
  await expect(stated.getByText(/read on \d{1,2} \w+ \d{4}/i)).toBeVisible();
  await expectGood(page);
});
