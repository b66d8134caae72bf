import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { asc, eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { jobSources, listings, postingEvents, postings } from "@/db/schema/jobs";
import { importBody } from "@/lib/jobs/importer";
import type { Format } from "@/lib/jobs/words";
import { addSource } from "./job-sources";

// What providers really answered, on its whole way into the tables. The files are not part of this repository.
const FEEDS = path.resolve("../shared/jobs/feeds");
const absent = !existsSync(FEEDS);
if (absent) console.warn(`The recorded answers are not here (${FEEDS}), so none was imported to check its listings.`);

type Raw = Record<string, unknown>;
/** What a file says of one listing, read here without the code that is tested. */
type Said = { id: string; title: string; url?: string; posted?: Date | null; pay?: readonly [unknown, unknown, unknown]; company?: string };

const inside = (value: unknown): Raw => (typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {});
const listed = (value: unknown): Raw[] => (Array.isArray(value) ? value.map(inside) : []);
const text = (value: unknown) => String(value).replace(/\s+/g, " ").trim();
const day = (value: unknown) => (typeof value === "string" || typeof value === "number" ? new Date(value) : null);
const plain = (xml = "") => xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
const all = (body: string, pattern: RegExp) => [...body.matchAll(pattern)].map(([, found]) => found ?? "");
const list = (body: string, name?: string): Raw[] => {
  const whole: unknown = JSON.parse(body);
  return listed(name === undefined ? whole : inside(whole)[name]);
};

const FOLDERS: Record<string, { format: Format; says: (body: string) => Said[] }> = {
  greenhouse: {
    format: "greenhouse",
    says: (body) => list(body, "jobs").map((job) => ({ id: String(job["id"]), title: text(job["title"]), company: text(job["company_name"]), url: String(job["absolute_url"]), posted: day(job["first_published"]) })),
  },
  lever: {
    format: "lever",
    says: (body) =>
      list(body).map((job) => {
        const range = inside(job["salaryRange"]);
        return { id: String(job["id"]), title: text(job["text"]), url: String(job["hostedUrl"]), posted: day(job["createdAt"]), ...(range["min"] ? { pay: [range["min"], range["max"], range["currency"]] as const } : {}) };
      }),
  },
  ashby: {
    format: "ashby",
    says: (body) =>
      list(body, "jobs").map((job) => {
        const [salary] = listed(inside(job["compensation"])["summaryComponents"]);
        return { id: String(job["id"]), title: text(job["title"]), url: String(job["jobUrl"]), posted: day(job["publishedAt"]), ...(salary ? { pay: [salary["minValue"], salary["maxValue"], salary["currencyCode"]] as const } : {}) };
      }),
  },
  workable: {
    format: "workable",
    says: (body) => [...new Map(list(body, "jobs").map((job) => [job["shortcode"], { id: String(job["shortcode"]), title: text(job["title"]), url: String(job["url"]), posted: day(job["published_on"]) }])).values()],
  },
  smartrecruiters: { format: "smartrecruiters", says: (body) => list(body, "content").map((job) => ({ id: String(job["id"]), title: text(job["name"]), posted: day(job["releasedDate"]) })) },
  recruitee: {
    format: "recruitee",
    says: (body) =>
      list(body, "offers").map((job) => {
        const salary = inside(job["salary"]);
        return { id: String(job["id"]), title: text(job["title"]), url: String(job["careers_url"]), posted: day(String(job["published_at"]).replace(/^(\S+) (\S+) UTC$/, "$1T$2Z")), pay: [Number(salary["min"]), Number(salary["max"]), salary["currency"]] as const };
      }),
  },
  personio: {
    format: "personio",
    says: (body) => {
      const titles = all(body, /<position>[\s\S]*?<name>([^<]*)<\/name>/g);
      return [...new Map(all(body, /<id>(\d+)<\/id>/g).map((id, index) => [id, { id, title: text(plain(titles[index])) }])).values()];
    },
  },
  teamtailor: { format: "teamtailor", says: (body) => list(body, "items").map((job) => ({ id: String(job["id"]), title: text(job["title"]), url: String(job["url"]), posted: day(job["date_published"]) })) },
  pinpoint: {
    format: "pinpoint",
    says: (body) => list(body, "data").map((job) => ({ id: String(job["id"]), title: text(job["title"]), pay: [job["compensation_minimum"], job["compensation_maximum"], job["compensation_currency"]] as const })),
  },
  solidjobs: {
    format: "solidjobs",
    says: (body) =>
      list(body, "jobs").map((job) => {
        const salary = inside(job["salary"]);
        return { id: String(job["jobOfferKey"]), title: text(job["title"]), company: text(job["company"]), url: String(job["url"]), posted: day(job["validFrom"]), pay: [salary["from"], salary["to"], salary["currency"]] as const };
      }),
  },
  rss: {
    format: "rss",
    says: (body) =>
      [...body.matchAll(/<item><title>(.*?)<\/title><link>(.*?)<\/link><guid>(.*?)<\/guid><pubDate>(.*?)<\/pubDate>/g)].map(([, title, url = "", id = "", date]) => ({ id, title: text(plain(title)), url, posted: day(date) })),
  },
  // Its ids are made of what each page has: lib/jobs/formats/recorded.test.ts is about them.
  jsonld: { format: "json-ld", says: (body) => all(body, /"@type":\s*"JobPosting",[\s\S]{0,400}?"title":\s*"((?:[^"\\]|\\.)*)"/g).map((title) => ({ id: "", title: text(plain(title)) })) },
};

const made: string[] = [];

afterAll(async () => {
  for (const id of made) {
    await db.execute(sql`delete from listings where id in (select listing_id from postings where source_id = ${id})`);
    await db.execute(sql`delete from posting_events where source_id = ${id}`);
    await db.delete(jobSources).where(eq(jobSources.id, id));
  }
}, 60_000);

const ALLOWED = /^<\/?(?:p|br|ul|ol|li|strong|em|h2|h3|h4|blockquote|code|pre|a)(?:\s(?:href|rel)="[^"<>]*")*\s?\/?>$/;

describe.skipIf(absent)("recorded answers become listings (needs ../shared/jobs/feeds)", () => {
  test("every folder is imported here", () => {
    expect(readdirSync(FEEDS).sort()).toEqual(Object.keys(FOLDERS).sort());
  });

  const files = absent ? [] : readdirSync(FEEDS).flatMap((folder) => readdirSync(path.join(FEEDS, folder)).map((file) => [folder, file] as const));
  test.each(files)("%s/%s", async (folder, file) => {
    const body = readFileSync(path.join(FEEDS, folder, file), "utf8");
    const { format, says } = FOLDERS[folder] ?? { format: "json", says: () => [] };
    const said = says(body);
    const source = await addSource({ name: `Recorded ${folder}/${file}`, format, address: null, intervalMinutes: 1440, addedBy: null });
    if (!source) throw new Error("The source was not added.");
    made.push(source.id);
    expect(said.length).toBeGreaterThan(0);
    expect(await importBody(source, body, null)).toEqual({ outcome: "done", counts: { found: said.length, added: said.length, changed: 0, closed: 0, reopened: 0 }, bad: [] });

    const kept = await db.select({ posting: postings, listing: listings }).from(postings).innerJoin(listings, eq(listings.id, postings.listingId)).where(eq(postings.sourceId, source.id)).orderBy(asc(postings.externalId));
    expect(kept.map(({ listing }) => listing.title).sort()).toEqual(said.map(({ title }) => title).sort());
    expect(new Set(kept.map(({ listing }) => listing.id)).size).toBe(said.length);
    for (const { posting, listing } of kept) {
      const one = said.find(({ id, title }) => (id === "" ? title === listing.title : id === posting.externalId));
      expect(listing).toMatchObject({ title: one?.title, closedAt: null, sample: false, ...(one?.company && { company: one.company }), ...(one?.posted && { postedAt: one.posted }) });
      if (one?.url) expect(posting.url).toBe(one.url);
      if (one?.pay) expect([listing.payFrom, listing.payTo, listing.payCurrency]).toEqual(one.pay);
      expect(listing.slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect((listing.description.match(/<[^>]*>/g) ?? []).filter((tag) => !ALLOWED.test(tag))).toEqual([]);
      for (const { skill, says: words } of listing.asks) expect([skill, words.length > 0]).toEqual([skill, true]);
      expect(listing.skills).toEqual(listing.asks.map(({ skill }) => skill));
    }
    const events = await db.select({ what: postingEvents.what }).from(postingEvents).where(eq(postingEvents.sourceId, source.id));
    expect(events).toEqual(said.map(() => ({ what: "opened" })));

    expect(await importBody(source, body, null)).toMatchObject({ outcome: "done", counts: { found: said.length, added: 0, changed: 0, closed: 0 } });
  }, 60_000);
});
