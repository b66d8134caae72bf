import { expect, test } from "vitest";
import { find, readFixture } from "./fixtures/fixture";
import { rss } from "./rss";

const ADDRESS = "https://jobs.example/feed.xml";
const context = { company: "Acme", address: ADDRESS };
const feed = readFixture(rss, "rss.xml", ADDRESS);

test("Chinese text is kept, its head is read, and Markdown becomes escaped HTML", () => {
  const listing = find(feed, "https://jobs.example/1");
  expect(listing).toMatchObject({
    title: "[上海] 后端工程师 & 架构师",
    company: "示例公司",
    places: ["上海", "深圳"],
    remote: true,
    postedAt: new Date("2026-07-24T07:56:58Z"),
    language: "zh-CN",
    url: "https://jobs.example/1",
  });
  expect(listing.html).toContain("<h2>职责</h2>\n<ul>\n<li>使用 Go &lt;script&gt;</li>\n<li>数据库</li>\n</ul>");
});

test("an item with its own id, a relative link, and the longer of its two texts", () => {
  expect(find(feed, "two")).toMatchObject({ title: "Plain: not a company", company: "Acme", postedAt: null, html: "<p>Long &amp; <b>good</b></p>", url: "https://jobs.example/2", remote: null });
});

test("an item without id and link is named", () => {
  expect(feed.bad).toEqual([{ where: "listing 3, “No link and no id”", why: "It has no id." }]);
});

test("We Work Remotely: company from the title, region, country, type and the last day", () => {
  const answer = readFixture(rss, "weworkremotely.xml", "https://weworkremotely.com/remote-jobs.rss");
  expect(answer.listings[0]).toMatchObject({
    title: "Backend Engineer: Payments",
    company: "Acme",
    places: ["Karnataka, India"],
    countries: ["IN"],
    remote: true,
    remoteFor: "Anywhere in the World",
    employment: "full-time",
    postedAt: new Date("2026-07-25T00:33:21Z"),
    validUntil: new Date("2026-08-24T00:33:21Z"),
    html: "<p>Build &amp; run.</p>",
  });
  expect(answer.listings[1]).toMatchObject({ title: "A title without a company", company: "Acme", remoteFor: "Europe Only", url: "https://weworkremotely.com/remote-jobs/2" });
});

test("Atom: escaped, XHTML and CDATA text, the alternate link, and the day of publishing", () => {
  const answer = readFixture(rss, "atom.xml", "https://acme.example/feed");
  expect(answer.bad).toEqual([]);
  expect(answer.listings.map(({ title, html, url }) => ({ title, html, url }))).toEqual([
    { title: "Backend & Data Engineer", html: "<p>Build &amp; run.</p>", url: "https://acme.example/jobs/1?a=1&b=2" },
    { title: "Tester", html: '<div xmlns="http://www.w3.org/1999/xhtml">Find <b>faults</b> &amp; say so.</div>', url: "https://acme.example/jobs/2" },
    { title: "Writer", html: "<p>Write &amp; read.</p>", url: "https://acme.example/jobs/3" },
  ]);
  expect(answer.listings.map(({ postedAt }) => postedAt?.toISOString())).toEqual(["2026-07-01T04:30:00.000Z", "2026-07-09T10:00:00.000Z", undefined]);
  expect(find(answer, "tag:acme.example,2026:1").language).toBe("en-IN");
});

test("a feed without items is a feed", () => {
  expect(rss.read("<rss version='2.0'><channel><title>x</title></channel></rss>", context).listings).toEqual([]);
  expect(rss.read("<feed xmlns='http://www.w3.org/2005/Atom'/>", context).listings).toEqual([]);
});

test("other XML, a web page and half a feed are refused", () => {
  expect(() => rss.read("<opml/>", context)).toThrow("It is XML, but neither RSS 2.0 nor Atom.");
  expect(() => rss.read("<!doctype html><html><body>Sign in</body></html>", context)).toThrow(/DOCTYPE/);
  expect(() => rss.read("<rss><channel><item><title>One</title></item><item>", context)).toThrow(/not well-formed/);
});

test("addresses of the web are taken as they are, with https", () => {
  expect(rss.addressOf?.(" http://acme.example/feed.xml ")).toBe("https://acme.example/feed.xml");
  expect(rss.addressOf?.("ftp://acme.example/feed.xml")).toBeNull();
  expect(rss.addressOf?.("https://user:secret@acme.example/")).toBeNull();
  expect(rss.addressOf?.("no address")).toBeNull();
});
