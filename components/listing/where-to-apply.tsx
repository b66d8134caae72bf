import { linkOf } from "@/lib/jobs/link";

export type Posting = { sourceName: string; url: string | null; applyUrl: string | null };

/** Where one applies: each address once, with the source that named it when there are several. */
export function applyLinks(postings: readonly Posting[]): { href: string; host: string; sourceName: string }[] {
  const links = postings.flatMap(({ sourceName, url, applyUrl }) => {
    const href = [applyUrl, url].map((address) => (address === null ? null : linkOf(address))).find((address) => address !== null);
    return href?.startsWith("http") ? [{ href, host: new URL(href).host.replace(/^www\./, ""), sourceName }] : [];
  });
  return links.filter(({ href }, index) => links.findIndex((link) => link.href === href) === index);
}

export function WhereToApply({ postings }: { postings: readonly Posting[] }) {
  const links = applyLinks(postings);
  return links.map(({ href, host, sourceName }) => (
    <a key={href} className="btn" href={href} rel="nofollow noopener">
      Apply at {host}
      {links.length > 1 && <span className="text-sm"> ({sourceName})</span>}
    </a>
  ));
}
