import { XMLParser } from "fast-xml-parser";
import { expect, test } from "vitest";
import { rssOf } from "./rss";

const feed = { title: "Listings", says: "All of them", address: "https://milepost.example/jobs?q=a&age=7", self: "https://milepost.example/jobs/feed.xml?q=a&age=7" };
const item = { title: "Backend Engineer", address: "https://milepost.example/jobs/one", says: "Pune", postedAt: new Date("2026-11-22T06:30:00Z") };

const read = (xml: string) => new XMLParser({ ignoreAttributes: false, processEntities: true }).parse(xml) as { rss: { channel: Record<string, unknown> } };

test("hostile words stay words", () => {
  const title = `</title><script>alert("1")</script> & ]]> 'A' \u0000\u000b\ud800\uffff नमस्ते 🎉`;
  const xml = rssOf({ ...feed, items: [{ ...item, title }] });
  expect(xml).not.toContain("<script");
  expect(read(xml).rss.channel.item).toMatchObject({ title: `</title><script>alert("1")</script> & ]]> 'A' \ufffd नमस्ते 🎉` });
});

test("a feed names its search, its own address and the newest of its listings", () => {
  const older = { ...item, address: "https://milepost.example/jobs/two", postedAt: new Date("2026-11-01T00:00:00Z") };
  const { channel } = read(rssOf({ ...feed, items: [older, item] })).rss;
  expect(channel).toMatchObject({ title: "Listings", link: feed.address, lastBuildDate: "Sun, 22 Nov 2026 06:30:00 GMT" });
  expect(channel["atom:link"]).toMatchObject({ "@_href": feed.self, "@_rel": "self" });
  expect(channel.item).toHaveLength(2);
});

test("a search without listings is a feed too", () => {
  expect(read(rssOf({ ...feed, items: [] })).rss.channel).toMatchObject({ title: "Listings", description: "All of them" });
});
