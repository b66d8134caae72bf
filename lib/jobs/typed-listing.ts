import { createHash } from "node:crypto";
import MarkdownIt from "markdown-it";
import { untilOf } from "./formats/dates";
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
    validUntil: untilOf(validUntil),
    html: markdown.render(text),
    language: null,
    url: address,
    applyUrl: address,
  };
}
