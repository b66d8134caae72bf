/** One entry of a feed. `path` and `self` are whole addresses. */
export type FeedItem = { title: string; address: string; says: string; postedAt: Date };

/** RSS 2.0. Without a date of its own: the same listings give the same bytes. */
export function rssOf({ title, says, address, self, items }: { title: string; says: string; address: string; self: string; items: readonly FeedItem[] }): string {
  const newest = items.reduce<Date | null>((latest, { postedAt }) => (latest === null || postedAt > latest ? postedAt : latest), null);
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escape(title)}</title>
<link>${escape(address)}</link>
<description>${escape(says)}</description>
<language>en-IN</language>
<atom:link href="${escape(self)}" rel="self" type="application/rss+xml"/>
${newest ? `<lastBuildDate>${newest.toUTCString()}</lastBuildDate>\n` : ""}${items.map(itemOf).join("")}</channel>
</rss>
`;
}

function itemOf({ title, address, says, postedAt }: FeedItem): string {
  return `<item>
<title>${escape(title)}</title>
<link>${escape(address)}</link>
<guid isPermaLink="true">${escape(address)}</guid>
<pubDate>${postedAt.toUTCString()}</pubDate>
<description>${escape(says)}</description>
</item>
`;
}

const ESCAPED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** What XML 1.0 cannot hold, even escaped, is left out. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? "");
}
