import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { findAsks } from "@/lib/skills/match";
import { findSkill } from "@/lib/skills/skills";
import { levelOf } from "./level";
import type { GivenListing } from "./listing";
import { yearlyPay } from "./pay";
import { countryName, placeKeysOf, readPlaces, remoteForOf, saysRemote } from "./places";
import { roleOf } from "./role";
import { blocksOf, sanitiseDescription } from "./sanitise";
import { findPay } from "./stated-pay";
import type { FindsLanguage } from "./text-language";
import type { Ask, Employment, ListingLevel, Period, Place } from "./words";

/** A listing as it is kept: what the source says, and what its words tell of level, role, places and skills. Dates are ISO 8601. */
export type RefinedListing = {
  id: string;
  slug: string;
  identity: string;
  title: string;
  company: string;
  places: Place[];
  placeKeys: string[];
  remote: boolean;
  remoteFor: string | null;
  employment: Employment | null;
  level: ListingLevel | null;
  role: string | null;
  payFrom: number | null;
  payTo: number | null;
  payCurrency: string | null;
  payPeriod: Period | null;
  payYearly: number | null;
  postedAt: string | null;
  validUntil: string | null;
  description: string;
  language: string | null;
  asks: Ask[];
  skills: string[];
  words: string;
  url: string | null;
  applyUrl: string | null;
  hash: string;
};

/** `languageOf` is asked where the source states no language. `id` and slug are for a listing that is new; one that is known keeps its own. */
export function refine(given: GivenListing, languageOf: FindsLanguage = () => null): RefinedListing {
  const description = sanitiseDescription(given.html);
  const blocks = blocksOf(description);
  const text = blocks.map((block) => block.text).join("\n");
  const language = given.language ?? languageOf(text);
  const asks = findAsks(given.title, blocks, language ?? undefined);
  const skills = asks.map(({ skill }) => skill);
  const places = placesOf(given);
  const pay = given.pay ?? findPay(given.title, blocks);
  const kept = {
    title: given.title,
    company: given.company,
    places,
    placeKeys: placeKeysOf(places),
    remote: given.remote ?? [given.title, ...given.places].some(saysRemote),
    remoteFor: given.remoteFor ?? given.places.map(remoteForOf).find((name) => name !== null) ?? null,
    employment: given.employment,
    level: given.level ?? levelOf(given.title, text),
    role: roleOf(given.title, skills),
    payFrom: pay?.from ?? null,
    payTo: pay?.to ?? null,
    payCurrency: pay?.currency ?? null,
    payPeriod: pay?.period ?? null,
    payYearly: pay ? yearlyPay(pay) : null,
    postedAt: given.postedAt?.toISOString() ?? null,
    validUntil: given.validUntil?.toISOString() ?? null,
    description,
    language,
    asks,
    skills,
    words: [...places.map(({ name, country }) => `${name} ${country ? countryName(country) : ""}`), ...skills.map((skill) => findSkill(skill)?.name ?? ""), text].join("\n").slice(0, 60_000),
    url: given.url,
    applyUrl: given.applyUrl ?? given.url,
  };
  const id = uuidv7();
  return { ...kept, id, slug: slugOf(kept, id), identity: identityOf(kept), hash: createHash("sha256").update(JSON.stringify(kept)).digest("hex") };
}

function placesOf({ places, countries }: GivenListing): Place[] {
  // One country stated for all of them tells where the places lie whose own words do not.
  const only = countries.length === 1 ? (countries[0] ?? null) : null;
  const read = places.flatMap(readPlaces).map((place) => ({ ...place, country: place.country ?? only }));
  const missing = countries.filter((country) => !read.some((place) => place.country === country));
  return [...read, ...missing.map((country) => ({ name: countryName(country), city: null, country }))];
}

const LEGAL_FORM = /\b(?:pvt|private|ltd|limited|inc|incorporated|llc|llp|gmbh|ag|se|bv|corp|corporation|co|company|plc)\b\.?/gi;

/** The same for the same job in another source: company, title and places, without case, marks, legal forms and order. */
function identityOf({ company, title, places }: Pick<RefinedListing, "company" | "title" | "places">): string {
  const plain = (words: string) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}+#]+/gu, " ").trim();
  const where = [...new Set(places.map(({ name, city }) => plain(city ?? name.split(",")[0] ?? name)))].sort();
  return [plain(company.replace(LEGAL_FORM, " ")) || plain(company), plain(title), where.join(" + ")].join(" | ");
}

function slugOf({ title, company }: Pick<RefinedListing, "title" | "company">, id: string): string {
  const words = `${title} ${company}`.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\+/g, "p").replace(/#/g, "-sharp").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return `${words.slice(0, 70).replace(/-+$/, "") || "listing"}-${id.slice(-10)}`;
}
