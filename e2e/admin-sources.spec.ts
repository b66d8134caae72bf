import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { audit } from "@/db/schema/audit";
import { jobSources, listings } from "@/db/schema/jobs";
import { expect, test as base } from "./fixtures";
import { expectGood } from "./good-page";

const test = base.extend<{ company: string }>({
  /** Made up for one test; what bears its name is removed afterwards. */
  company: async ({}, provide) => {
    const company = `Sahyadri Works ${randomUUID().slice(0, 8)}`;
    await provide(company);
    await db.delete(listings).where(eq(listings.company, company));
    await db.delete(jobSources).where(eq(jobSources.name, company));
  },
});

const CSV_HEAD = "id,title,company,places,description,url,posted";

function fileOf(company: string) {
  const row = (id: number) => `${id},Backend Engineer ${id},${company},Pune,"You write services in Python on PostgreSQL.",https://sahyadri.example/jobs/${id},2026-11-01`;
  return (...ids: number[]) => ({ name: "listings.csv", mimeType: "text/csv", buffer: Buffer.from([CSV_HEAD, ...ids.map(row)].join("\n")) });
}

test("an admin adds a source, it breaks and is held, and it recovers", { tag: "@all" }, async ({ page, login, company }) => {
  const admin = await login({ name: "Vikram Shah", admin: true });
  const file = fileOf(company);
  await page.goto("/admin/jobs");
  await page.getByLabel("Employer or board").fill(company);
  await page.getByLabel("Format").selectOption("csv");
  await page.getByRole("button", { name: "Add the source" }).click();
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible();
  await expectGood(page);

  const say = page.getByRole("status");
  await page.getByLabel("File", { exact: true }).setInputFiles(file(1, 2, 3, 4, 5, 6));
  await expect(say.filter({ hasText: "6 listings read: 6 new" })).toBeVisible();

  await page.getByLabel("File", { exact: true }).setInputFiles({ name: "broken.csv", mimeType: "text/csv", buffer: Buffer.from(`${CSV_HEAD}\n7,"never closed`) });
  await expect(page.getByRole("alert").filter({ hasText: "The listings stay as they were." })).toBeVisible();

  const large = await page.request.post(`/api/jobs/sources/${page.url().split("/").at(-1) ?? ""}`, { data: Buffer.alloc(5_000_001, "x"), headers: { origin: new URL(page.url()).origin } });
  expect([large.status(), await large.text()]).toEqual([413, expect.stringMatching(/larger than what is taken here/)]);

  await page.getByLabel("File", { exact: true }).setInputFiles(file(1, 2));
  await expect(page.getByRole("alert").filter({ hasText: "Held: 6 listings came last time, and now only 2." })).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Drop it" }).click();
  await expect(page.getByRole("heading", { name: "A reading is held" })).toBeHidden();

  await page.getByLabel("File", { exact: true }).setInputFiles(file(1, 2, 3, 4, 5));
  await expect(say.filter({ hasText: "5 listings read: 0 new, 0 changed, 0 closed" })).toBeVisible();
  await page.getByLabel("File", { exact: true }).setInputFiles(file(1, 2, 3, 4, 5));
  await expect(say.filter({ hasText: "1 closed" })).toBeVisible();
  await page.getByLabel("File", { exact: true }).setInputFiles(file(1, 2, 3, 4, 5, 6));
  await expect(say.filter({ hasText: "1 back again" })).toBeVisible();

  await page.goto("/admin/jobs");
  await expect(page.getByRole("row", { name: new RegExp(company) })).toContainText("6");
  await expectGood(page);

  await page.getByRole("link", { name: company }).click();
  await page.getByText("Close all listings of this source").click();
  await expectGood(page);
  await page.getByRole("button", { name: "Close its listings" }).click();
  await expect(say.filter({ hasText: "6 listings closed." })).toBeVisible();
  expect(await db.select({ id: listings.id }).from(listings).where(and(eq(listings.company, company), isNull(listings.closedAt)))).toEqual([]);
  const written = await db.select({ action: audit.action }).from(audit).where(eq(audit.actorId, admin.id));
  expect(written.map(({ action }) => action)).toEqual(expect.arrayContaining(["source.add", "source.read", "source.drop", "source.close"]));
});

test("an address that is none is told beside its field, and one that leads inside is refused @once", async ({ page, login, company }) => {
  await login({ name: "Vikram Shah", admin: true });
  await page.goto("/admin/jobs");
  await page.getByLabel("Employer or board").fill(company);
  await page.getByLabel("Address", { exact: true }).fill("https://elsewhere.example/jobs");
  await page.getByRole("button", { name: "Add the source" }).click();
  await expect(page.getByText(/Write an address such as/)).toBeVisible();
  await expect(page.getByLabel("Employer or board")).toHaveValue(company);

  await page.getByLabel("Format").selectOption("rss");
  for (const [inside, why] of [
    ["https://127.0.0.1/feed.xml", "a number in place of a name"],
    ["https://localhost/feed.xml", "Write an address such as"],
    ["https://example.org:8443/feed.xml", "names a port"],
  ] as const) {
    await page.getByLabel("Address", { exact: true }).fill(inside);
    await page.getByRole("button", { name: "Add the source" }).click();
    await expect(page.getByText(why)).toBeVisible();
  }
});

test("one listing is typed in, and stands among the others @once", async ({ page, login, company }) => {
  await login({ name: "Vikram Shah", admin: true });
  await page.goto("/admin/jobs/new");
  await page.getByLabel("Title").fill("Node.js Developer");
  await page.getByLabel("Employer").fill(company);
  await page.getByLabel("Places").fill("Nashik; Pune");
  await page.getByLabel("Pay from").fill("6,00,000");
  await page.getByLabel("Where one applies").fill("https://sahyadri.example/jobs/typed");
  await page.getByRole("button", { name: "Add the listing" }).click();
  await expect(page.getByText("Paste what the employer wrote.")).toBeVisible();
  await page.getByLabel("Text").fill("Required:\n\n- Node.js and Express\n- PostgreSQL");
  await page.getByRole("button", { name: "Add the listing" }).click();
  await expect(page.getByText("Added. It stands under Jobs.")).toBeVisible();
  const [listing] = await db.select().from(listings).where(eq(listings.company, company));
  expect(listing).toMatchObject({ title: "Node.js Developer", placeKeys: ["in", "in-nashik", "in-pune"], payYearly: 600_000, role: "backend-developer" });
  expect(listing?.skills).toEqual(expect.arrayContaining(["programming-languages", "server-side-frameworks", "database-management"]));
});

test("nobody but an admin finds these pages @once", async ({ page, login, request }) => {
  await login({ name: "Sneha Kulkarni" });
  for (const path of ["/admin/jobs", "/admin/jobs/new", "/admin/jobs/0190a000-0000-7000-8000-000000000000"]) expect((await page.goto(path))?.status()).toBe(404);
  expect((await request.get("/admin/jobs", { maxRedirects: 0 })).status()).toBe(307);
  expect((await page.request.post("/api/jobs/sources/0190a000-0000-7000-8000-000000000000", { data: "x", headers: { origin: new URL(page.url()).origin } })).status()).toBe(404);
  expect((await page.request.post("/api/jobs/sources/0190a000-0000-7000-8000-000000000000", { data: "x", headers: { origin: "https://elsewhere.example" } })).status()).toBe(403);
});
