import { z } from "zod";
import { htmlOf, isEscapedHtml } from "./body";
import type { Row } from "./collect";
import { amount, date, group, lines, said, until } from "./fields";
import { decodeEntities, distinct, lineOf, placeOf } from "./lines";
import { countryOf, employmentOf, languageOf, payOf } from "./stated";

/** One or a list of them, as schema.org allows for every field. */
function some<Kind extends z.ZodType>(kind: Kind) {
  return z.unknown().optional().transform((value) =>
    [value].flat().flatMap((one) => {
      const parsed = kind.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    }),
  );
}

/** A name as a word, or as a thing that has one. */
const named = z.unknown().optional().transform((value) => {
  const plain = lineOf(typeof value === "object" && value !== null && "name" in value ? value.name : value);
  return plain && decodeEntities(plain);
});

const worded = z.string().transform(lineOf);
const address = z.object({ addressLocality: named, addressRegion: named, addressCountry: named });
const place = z.object({ name: named, address: z.unknown().optional() });
const quantity = group({ value: amount, minValue: amount, maxValue: amount, unitText: said });

/** schema.org JobPosting, in pages and in the JSON Feed of Teamtailor. */
export const jobPosting = z.object({
  title: named,
  name: named,
  identifier: z.union([z.object({ name: said, value: said }), worded, z.number().transform(lineOf)]).nullable().catch(null),
  description: lines,
  datePosted: date,
  validThrough: until,
  employmentType: some(worded),
  hiringOrganization: some(named),
  jobLocation: some(z.union([place, worded])),
  jobLocationType: some(worded),
  applicantLocationRequirements: some(named),
  baseSalary: some(z.object({ currency: said, value: z.unknown().optional(), minValue: amount, maxValue: amount, unitText: said })),
  salaryCurrency: said,
  inLanguage: said,
  url: said,
});
type JobPosting = z.infer<typeof jobPosting>;

/** The id of a posting: its identifier or its address; else its title and places, which tell it from the others of its page. */
export function rowOfPosting(found: JobPosting): Row {
  const places = found.jobLocation.map((one) => (typeof one === "object" && one !== null ? readAddress(one) : { place: one, country: null }));
  const names = places.map((one) => one.place);
  const title = found.title ?? found.name;
  const url = found.url;
  return {
    externalId: identifierOf(found) ?? url ?? (title && [title, ...distinct(names)].join(" | ")),
    title,
    company: found.hiringOrganization.find((name) => name !== null),
    places: names,
    countries: places.map(({ country }) => country),
    remote: found.jobLocationType.some((type) => type?.toUpperCase() === "TELECOMMUTE") ? true : null,
    remoteFor: distinct(found.applicantLocationRequirements).join(", ") || null,
    employment: found.employmentType.map(employmentOf).find((type) => type !== null) ?? null,
    pay: payOfPosting(found),
    postedAt: found.datePosted,
    validUntil: found.validThrough,
    html: htmlOf(isEscapedHtml(found.description) ? decodeEntities(found.description) : found.description),
    language: languageOf(found.inLanguage),
    url,
  };
}

function identifierOf({ identifier }: JobPosting): string | null {
  return typeof identifier === "object" ? (identifier?.value ?? null) : identifier;
}

function readAddress(found: z.infer<typeof place>): { place: string | null; country: string | null } {
  const parsed = address.safeParse([found.address].flat()[0]);
  if (!parsed.success) return { place: lineOf(found.address) ?? found.name, country: null };
  const { addressLocality, addressRegion, addressCountry } = parsed.data;
  return { place: placeOf([addressLocality, addressRegion, addressCountry]) ?? found.name, country: countryOf(addressCountry) };
}

/** `value` is one amount, or an object with one or with the least and the most. */
function payOfPosting({ baseSalary, salaryCurrency }: JobPosting): Row["pay"] {
  const [salary] = baseSalary;
  if (!salary) return null;
  const stated = quantity.parse(salary.value) ?? { value: amount.parse(salary.value), minValue: null, maxValue: null, unitText: null };
  const from = stated.minValue ?? salary.minValue;
  const to = stated.maxValue ?? salary.maxValue;
  return payOf({
    from: from ?? (to === null ? stated.value : null),
    to: to ?? (from === null ? stated.value : null),
    currency: salary.currency ?? salaryCurrency,
    period: stated.unitText ?? salary.unitText,
  });
}
