import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { GivenListing } from "@/lib/jobs/listing";
import type { Format } from "@/lib/jobs/words";
import { formats } from "./formats";

// What providers really answered. The files are not part of this repository.
const FEEDS = path.resolve("../shared/jobs/feeds");
const absent = !existsSync(FEEDS);
if (absent) console.warn(`The recorded answers are not here (${FEEDS}), so no format is checked against them.`);

type Raw = Record<string, unknown>;

const raw = (file: string) => readFileSync(path.join(FEEDS, file), "utf8");
const files = (folder: string) => (absent ? [] : readdirSync(path.join(FEEDS, folder)).map((file) => `${folder}/${file}`));

function read(format: Format, file: string, address: string | null = null): GivenListing[] {
  const answer = formats[format]?.read(raw(file), { company: "The company of the source", address });
  expect(answer?.bad).toEqual([]);
  return answer?.listings ?? [];
}

function rawJson(file: string, list?: string): Raw[] {
  const whole: unknown = JSON.parse(raw(file));
  return listed(list === undefined ? whole : inside(whole)[list]);
}

/** The fields of an object within a raw answer. */
function inside(value: unknown): Raw {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

const listed = (value: unknown): Raw[] => (Array.isArray(value) ? value.map(inside) : []);
const trimmed = (value: unknown) => String(value).trim();
const at = (value: unknown) => (typeof value === "string" || typeof value === "number" ? new Date(value) : null);
const tidy = (value: unknown) => (typeof value === "string" ? value.replace(/\s+/g, " ").trim() : value);
const titles = (listings: GivenListing[]) => listings.map(({ title }) => title);

describe.skipIf(absent)("recorded answers (needs ../shared/jobs/feeds)", () => {
  test("every folder of recorded answers has a test here", () => {
    expect(readdirSync(FEEDS).sort()).toEqual(
      ["ashby", "greenhouse", "jsonld", "lever", "personio", "pinpoint", "recruitee", "rss", "smartrecruiters", "solidjobs", "teamtailor", "workable"].sort(),
    );
  });

  test.each(files("greenhouse"))("%s", (file) => {
    const jobs = rawJson(file, "jobs");
    const listings = read("greenhouse", file);
    expect(listings.map(({ externalId }) => externalId)).toEqual(jobs.map(({ id }) => String(id)));
    expect(titles(listings)).toEqual(jobs.map(({ title }) => tidy(title)));
    expect(listings.map(({ company }) => company)).toEqual(jobs.map(({ company_name }) => tidy(company_name)));
    expect(listings.map(({ postedAt }) => postedAt)).toEqual(jobs.map(({ first_published }) => at(first_published)));
    expect(listings.map(({ url }) => url)).toEqual(jobs.map(({ absolute_url }) => absolute_url));
    for (const [index, { html, places, validUntil, pay, language }] of listings.entries()) {
      expect(html).toMatch(/^<div class="content-intro"><p>/);
      expect(html).not.toMatch(/&lt;\/?(?:p|div|li)\b|&amp;(?:amp|nbsp|rsquo);/);
      expect(places).toEqual([inside(jobs[index]?.["location"])["name"]]);
      expect([validUntil, pay, language]).toEqual([null, null, "en"]);
    }
  });

  test.each(files("lever"))("%s", (file) => {
    const postings = rawJson(file);
    const listings = read("lever", file);
    expect(listings.map(({ externalId }) => externalId)).toEqual(postings.map(({ id }) => id));
    expect(titles(listings)).toEqual(postings.map(({ text }) => tidy(text)));
    expect(listings.map(({ postedAt }) => postedAt)).toEqual(postings.map(({ createdAt }) => at(createdAt)));
    expect(listings.map(({ places }) => places)).toEqual(postings.map(({ categories }) => inside(categories)["allLocations"]));
    expect(listings.map(({ countries }) => countries)).toEqual(postings.map(({ country }) => [country]));
    expect(listings.map(({ remote }) => remote)).toEqual(postings.map(({ workplaceType }) => workplaceType === "remote"));
    expect(listings.map(({ url, applyUrl }) => [url, applyUrl])).toEqual(postings.map(({ hostedUrl, applyUrl }) => [hostedUrl, applyUrl]));
    for (const [index, { html, pay }] of listings.entries()) {
      const range = inside(postings[index]?.["salaryRange"]);
      expect(pay).toEqual(range["min"] ? { from: range["min"], to: range["max"], currency: range["currency"], period: "year" } : null);
      for (const { text } of listed(postings[index]?.["lists"])) expect(html).toContain(`<h3>${String(text)}</h3>`);
      expect(html).toContain(trimmed(postings[index]?.["additional"]));
    }
  });

  test.each(files("ashby"))("%s", (file) => {
    const jobs = rawJson(file, "jobs");
    const listings = read("ashby", file);
    expect(listings.map(({ externalId }) => externalId)).toEqual(jobs.map(({ id }) => id));
    expect(titles(listings)).toEqual(jobs.map(({ title }) => tidy(title)));
    expect(listings.map(({ postedAt }) => postedAt)).toEqual(jobs.map(({ publishedAt }) => at(publishedAt)));
    expect(listings.map(({ places }) => places)).toEqual(jobs.map(({ location }) => [location]));
    expect(listings.map(({ remote }) => remote)).toEqual(jobs.map(({ workplaceType }) => workplaceType === "Remote"));
    expect(listings.map(({ employment }) => employment)).toEqual(jobs.map(() => "full-time"));
    for (const [index, { pay, html }] of listings.entries()) {
      const [salary] = listed(inside(jobs[index]?.["compensation"])["summaryComponents"]);
      expect(pay).toEqual(salary ? { from: salary["minValue"], to: salary["maxValue"], currency: salary["currencyCode"], period: "year" } : null);
      expect(html).toBe(jobs[index]?.["descriptionHtml"]);
    }
  });

  test.each(files("workable"))("%s: rows of one shortcode are one listing", (file) => {
    const jobs = rawJson(file, "jobs");
    const listings = read("workable", file);
    expect(jobs).toHaveLength(2);
    expect(listings.map(({ externalId }) => externalId)).toEqual([...new Set(jobs.map(({ shortcode }) => shortcode))]);
    expect(listings[0]).toMatchObject({ title: jobs[0]?.["title"], company: "Zaelab", places: ["Spain", "Portugal"], countries: ["ES", "PT"], remote: true, postedAt: at(jobs[0]?.["published_on"]), url: jobs[0]?.["url"] });
  });

  test.each(files("smartrecruiters"))("%s", (file) => {
    const postings = rawJson(file, "content");
    const address = "https://api.smartrecruiters.com/v1/companies/knight/postings?limit=100&offset=0";
    const listings = read("smartrecruiters", file, address);
    expect(listings.map(({ externalId }) => externalId)).toEqual(postings.map(({ id }) => id));
    expect(titles(listings)).toEqual(postings.map(({ name }) => tidy(name)));
    expect(listings[0]).toMatchObject({ company: "Knight Gayles", places: ["St. Louis, MO, United States"], countries: ["US"], remote: false, employment: "part-time", level: null, postedAt: at(postings[0]?.["releasedDate"]), language: "en", html: "" });
    expect(formats.smartrecruiters?.read(raw(file), { company: "x", address }).more).toEqual(postings.map(({ ref, id }) => ({ address: ref, of: id })));
  });

  test.each(files("recruitee"))("%s", (file) => {
    const offers = rawJson(file, "offers");
    const listings = read("recruitee", file);
    expect(listings.map(({ externalId }) => externalId)).toEqual(offers.map(({ id }) => String(id)));
    expect(titles(listings)).toEqual(offers.map(({ title }) => tidy(title)));
    expect(listings.map(({ postedAt }) => postedAt?.toISOString())).toEqual(offers.map(({ published_at }) => String(published_at).replace(/^(\S+) (\S+) UTC$/, "$1T$2.000Z")));
    expect(listings.map(({ pay }) => [String(pay?.from), String(pay?.to), pay?.currency, pay?.period])).toEqual(
      offers.map(({ salary }) => inside(salary)).map(({ min, max, currency, period }) => [min, max, currency, period]),
    );
    for (const [index, { html, ...listing }] of listings.entries()) {
      expect(html).toContain(trimmed(offers[index]?.["description"]));
      expect(html).toContain(trimmed(offers[index]?.["requirements"]));
      expect(listing).toMatchObject({ company: "Acme", places: ["Berlin, Germany"], countries: ["DE"], remote: false, employment: "full-time", language: "en", validUntil: null, url: offers[index]?.["careers_url"], applyUrl: offers[index]?.["careers_apply_url"] });
    }
  });

  test.each(files("personio"))("%s: the same id twice is one listing", (file) => {
    const ids = [...raw(file).matchAll(/<id>(\d+)<\/id>/g)].map(([, id]) => id);
    const listings = read("personio", file, "https://acme.jobs.personio.de/xml");
    expect(ids).toHaveLength(2);
    expect(listings.map(({ externalId }) => externalId)).toEqual([...new Set(ids)]);
    expect(listings[0]).toMatchObject({
      title: /<name>(.*)<\/name>/.exec(raw(file))?.[1],
      company: "Acme SE & Co. KG",
      places: ["Munich", "Berlin"],
      employment: "full-time",
      postedAt: at(/<createdAt>(.*)<\/createdAt>/.exec(raw(file))?.[1]),
      url: `https://acme.jobs.personio.de/job/${ids[0] ?? ""}`,
    });
  });

  test.each(files("teamtailor"))("%s", (file) => {
    const items = rawJson(file, "items");
    const listings = read("teamtailor", file);
    expect(listings.map(({ externalId, title, url }) => [externalId, title, url])).toEqual(items.map(({ id, title, url }) => [id, tidy(title), url]));
    expect(listings.map(({ postedAt }) => postedAt)).toEqual(items.map(({ date_published }) => at(date_published)));
    expect(listings.map(({ countries, places }) => [countries, places])).toEqual([
      [["ES"], ["Madrid, Europe, ES"]],
      [["SE", "DK"], ["Stockholm, Sweden, SE", "København, Europe, DK"]],
    ]);
    expect(listings.map(({ company }) => company)).toEqual(["Teamtailor", "Teamtailor"]);
  });

  test.each(files("pinpoint"))("%s", (file) => {
    const postings = rawJson(file, "data");
    const listings = read("pinpoint", file, "https://acme.pinpointhq.com/postings.json");
    expect(listings.map(({ externalId, title }) => [externalId, title])).toEqual(postings.map(({ id, title }) => [id, title]));
    expect(listings.map(({ pay }) => pay)).toEqual(
      postings.map((posting) => ({ from: posting["compensation_minimum"], to: posting["compensation_maximum"], currency: posting["compensation_currency"], period: posting["compensation_frequency"] })),
    );
    expect(listings.map(({ url }) => url)).toEqual(postings.map(({ path: way }) => `https://acme.pinpointhq.com${String(way)}`));
    expect(listings.map(({ validUntil }) => validUntil)).toEqual(postings.map(({ deadline_at }) => at(deadline_at)));
    expect(listings.map(({ remote, places }) => [remote, places])).toEqual([
      [true, ["United States"]],
      [false, ["Atlanta, GA"]],
    ]);
    expect(listings[0]?.html).toContain("<h3>What you will do</h3>\n<ul><li>Own architecture decisions.</li></ul>");
  });

  test.each(files("solidjobs"))("%s", (file) => {
    const jobs = rawJson(file, "jobs");
    const listings = read("solidjobs", file);
    expect(listings.map(({ externalId, title, company, places, remote, url }) => [externalId, title, company, places, remote, url])).toEqual(
      jobs.map(({ jobOfferKey, title, company, locations, isRemote, url }) => [jobOfferKey, tidy(title), company, locations, isRemote, url]),
    );
    expect(listings.map(({ pay }) => pay)).toEqual(jobs.map(({ salary }) => inside(salary)).map(({ from, to, currency }) => ({ from, to, currency, period: "month" })));
    expect(listings.map(({ postedAt, validUntil }) => [postedAt, validUntil])).toEqual(jobs.map(({ validFrom, validTo }) => [at(validFrom), at(validTo)]));
    expect(listings.map(({ level, employment }) => [level, employment])).toEqual([
      ["senior", "full-time"],
      ["mid", "part-time"],
      ["mid", "full-time"],
    ]);
    expect(listings.map(({ html }) => html)).toEqual(jobs.map(({ description }) => trimmed(description)));
  });

  test.each(files("rss"))("%s: 875 items, Chinese text kept", (file) => {
    const items = [...raw(file).matchAll(/<item><title>(.*?)<\/title><link>(.*?)<\/link><guid>(.*?)<\/guid><pubDate>(.*?)<\/pubDate><description>([\s\S]*?)<\/description><\/item>/g)].map(([, title = "", link, guid, date, text = ""]) => ({ title, link, guid, date, text }));
    const listings = read("rss", file);
    const plain = (xml: string) => xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
    expect(items).toHaveLength(875);
    expect(new Set(items.map(({ guid }) => guid)).size).toBe(875);
    expect(listings.map(({ externalId }) => externalId)).toEqual(items.map(({ guid }) => guid));
    expect(titles(listings)).toEqual(items.map(({ title }) => tidy(plain(title))));
    expect(listings.map(({ postedAt }) => postedAt)).toEqual(items.map(({ date }) => at(date)));
    expect(listings.map(({ url }) => url)).toEqual(items.map(({ link }) => link));
    expect(listings.filter(({ language }) => language === "zh-CN")).toHaveLength(875);
    expect(listings.filter(({ remote }) => remote)).toHaveLength(items.filter(({ text }) => /^支持远程$/m.test(text)).length);
    expect(listings.filter(({ company }) => company !== "The company of the source")).toHaveLength(items.filter(({ text }) => /^公司：\S/m.test(text)).length);
    expect(listings[0]).toMatchObject({ company: "Crypto 交易所", places: ["远程办公"], remote: true });
    expect(listings[0]?.html).toContain("<h2>公司/团队介绍</h2>");
    // Every character of the text is in the HTML, whatever marks it lost.
    const letters = (text: string) => (text.match(/\p{Script=Han}/gu) ?? []).join("");
    expect(listings.map(({ html }) => letters(html)).join("")).toBe(items.map(({ text }) => letters(text)).join(""));
  });

  test("jsonld/avalanchefusion-open-positions.html: nine postings within one WebPage", () => {
    const file = "jsonld/avalanchefusion-open-positions.html";
    const listings = read("json-ld", file, "https://careers.example/open-positions");
    const data = /<script[^>]*ld\+json[^>]*>([\s\S]*?)<\/script>/.exec(raw(file))?.[1] ?? "";
    const stated = [...data.matchAll(/"@type":\s*"JobPosting",\s*"title":\s*"([^"]*)"/g)].map(([, title]) => title);
    expect(stated).toHaveLength(9);
    expect(titles(listings)).toEqual(stated);
    expect(new Set(listings.map(({ externalId }) => externalId)).size).toBe(9);
    for (const listing of listings) expect(listing).toMatchObject({ company: "Avalanche Energy", places: ["Seattle, WA, US"], countries: ["US"], pay: null, url: "https://careers.example/open-positions" });
  });

  test("jsonld/paylocity-sendcutsend.html: pay by the hour", () => {
    const [listing, ...others] = read("json-ld", "jsonld/paylocity-sendcutsend.html", "https://careers.example/1");
    expect(others).toEqual([]);
    expect(listing).toMatchObject({ title: "Production Technician - Swing Shift", company: "SendCutSend Inc", places: ["Paris, KY, US"], pay: { from: 22, to: 40, currency: "USD", period: "hour" }, postedAt: new Date("2026-06-22T22:56:03Z"), url: "https://careers.example/1" });
    expect(listing?.html).toMatch(/^<p>Description<\/p>/);
  });

  test("jsonld/workatastartup-diode-senior.html: pay by the year", () => {
    const [listing, ...others] = read("json-ld", "jsonld/workatastartup-diode-senior.html");
    expect(others).toEqual([]);
    expect(listing).toMatchObject({
      title: "Senior Software Engineer",
      company: "Diode Computers, Inc.",
      employment: "full-time",
      pay: { from: 140_000, to: 240_000, currency: "USD", period: "year" },
      places: ["New York, US"],
      postedAt: new Date("2025-05-28T17:29:19Z"),
      url: "https://www.ycombinator.com/companies/diode-computers-inc/jobs/V8LqvBH-senior-software-engineer",
    });
  });
});
