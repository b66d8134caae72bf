import { webAddress } from "./board-address";
import { htmlOf, isEscapedHtml, isHtml } from "./body";
import { atMost, collect, type Row } from "./collect";
import { dateOf, untilOf } from "./dates";
import { UnreadableSource, type JobFormat } from "./format";
import { decodeEntities, lineOf, placeOf } from "./lines";
import { elements, parseXml, textOf, type XmlNode } from "./parse-xml";
import { countryOf, employmentOf, languageOf } from "./stated";

/** RSS 2.0 and Atom, with what We Work Remotely adds to its items: region, country, state, type, expires_at. */
export const rss: JobFormat = {
  label: "RSS or Atom",
  example: "https://acme.example/jobs/feed.xml",

  addressOf: (typed) => webAddress(typed)?.href ?? null,

  read(body, context) {
    const root = parseXml(body, ["feed.entry.content", "feed.entry.summary"]);
    const [channel] = elements(elements(root, "rss")[0], "channel");
    const [feed] = elements(root, "feed");
    if (!channel && !feed) throw new UnreadableSource("It is XML, but neither RSS 2.0 nor Atom.");
    const rows = channel ? readChannel(channel) : readFeed(feed);
    return collect(
      rows.map((row, index) => ({ where: `listing ${index + 1}`, row })),
      // Links within a feed are relative to what was asked.
      context,
    );
  },
};

function readChannel(channel: XmlNode): Row[] {
  const language = languageOf(textOf(channel, "language"));
  const weWorkRemotely = /^https?:\/\/(?:www\.)?weworkremotely\.com\b/i.test(textOf(channel, "link"));
  return atMost(elements(channel, "item")).map((item) => {
    const link = textOf(item, "link");
    const text = textOf(item, "content:encoded") || textOf(item, "description");
    const said = sayings(text);
    const row: Row = {
      externalId: textOf(item, "guid") || link,
      title: decodeEntities(textOf(item, "title")),
      company: said.company,
      places: [...said.places, placeOf([lineOf(textOf(item, "state")), lineOf(withoutFlag(textOf(item, "country")))])],
      countries: [countryOf(lineOf(withoutFlag(textOf(item, "country"))))],
      remote: said.remote,
      remoteFor: lineOf(textOf(item, "region")),
      employment: employmentOf(textOf(item, "type")),
      postedAt: dateOf(textOf(item, "pubDate")) ?? dateOf(textOf(item, "dc:date")),
      validUntil: untilOf(textOf(item, "expires_at")),
      html: bodyOf(text),
      language,
      url: link || (/^https?:/.test(textOf(item, "guid")) ? textOf(item, "guid") : null),
    };
    return weWorkRemotely ? splitTitle(row) : row;
  });
}

function readFeed(feed: XmlNode | undefined): Row[] {
  return atMost(elements(feed, "entry")).map((entry) => {
    const links = elements(entry, "link");
    const link = links.find((one) => one["@rel"] === undefined || one["@rel"] === "alternate") ?? links[0];
    const text = rawText(entry, "content") || rawText(entry, "summary");
    const said = sayings(text);
    const address = typeof link?.["@href"] === "string" ? link["@href"] : null;
    return {
      externalId: textOf(entry, "id") || address,
      title: decodeEntities(textOf(entry, "title")),
      company: said.company,
      places: said.places,
      remote: said.remote,
      // An entry that is corrected is updated, not posted again.
      postedAt: dateOf(textOf(entry, "published")) ?? dateOf(textOf(entry, "updated")),
      html: bodyOf(text),
      language: languageOf(lineOf(entry["@xml:lang"]) ?? lineOf(feed?.["@xml:lang"])),
      url: address,
    };
  });
}

/** The inside of an element of Atom: `xhtml` is HTML as it stands, everything else is escaped or in CDATA. */
function rawText(entry: XmlNode, name: string): string {
  const [node] = elements(entry, name);
  const raw = textOf(node);
  if (node?.["@type"] === "xhtml") return raw;
  const [, cdata] = /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(raw) ?? [];
  return cdata ?? decodeEntities(raw, { xml: true });
}

function bodyOf(text: string): string {
  return htmlOf(isEscapedHtml(text) ? decodeEntities(text) : text);
}

/** "Company: Role". */
function splitTitle(row: Row): Row {
  const [, company, title] = /^([^:]+):\s+(.+)$/.exec(row.title ?? "") ?? [];
  return { ...row, remote: true, ...(company && title ? { company, title } : {}) };
}

function withoutFlag(country: string): string {
  return country.replace(/\p{Regional_Indicator}/gu, "");
}

/** How many lines at the head of a text may state something in the way of a form. */
const HEAD = 6;

/** Community boards begin their text with lines such as "公司：…", "地点：…", "支持远程", or "Company: …", "Location: …". */
function sayings(text: string): { company: string | null; places: string[]; remote: boolean | null } {
  if (isHtml(text) || isEscapedHtml(text)) return { company: null, places: [], remote: null };
  const head = text.split("\n", HEAD).map((line) => line.trim());
  const stated = (label: RegExp) => head.map((line) => label.exec(line)?.[1]?.trim()).find(Boolean) ?? null;
  return {
    company: stated(/^(?:公司|Company)\s*[:：]\s*(.{1,200})$/i),
    places: stated(/^(?:地点|Location)\s*[:：]\s*(.+)$/i)?.split(/[;；]/) ?? [],
    remote: head.includes("支持远程") ? true : null,
  };
}
