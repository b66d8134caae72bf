import { createHash } from "node:crypto";
import MarkdownIt from "markdown-it";
import type { TypedListing } from "./input";
import type { GivenListing } from "./listing";

const markdown = new MarkdownIt({ html: false });

/** A listing that an admin typed. The same address typed again is the same listing. */
export function listingOfTyped({ text, places, remote, payFrom, payTo, currency, period, validUntil, address, ...said }: TypedListing): GivenListing {
  return {
    ...said,
    externalId: createHash("sha256").update(address).digest("hex").slice(0, 32),
    places: places.split(/[;\n]/).map((place) => place.trim().slice(0, 200)).filter(Boolean).slice(0, 50),
    countries: [],
    remote: remote || null,
    remoteFor: null,
    pay: payFrom === null && payTo === null ? null : { from: payFrom, to: payTo, currency, period },
    postedAt: null,
    // Open to the end of that day, wherever in India.
    validUntil: validUntil === null ? null : new Date(`${validUntil}T23:59:59+05:30`),
    html: markdown.render(text),
    language: null,
    url: address,
    applyUrl: address,
  };
}
