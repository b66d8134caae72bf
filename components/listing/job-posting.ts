import { countryName, readPlace } from "@/lib/jobs/places";
import { renderDescription } from "@/lib/jobs/sanitise";
import type { Employment, Period, Place } from "@/lib/jobs/words";
import { payOf, type StatedPay, type Where } from "./say";

const EMPLOYMENT_TYPES: Record<Employment, string> = { "full-time": "FULL_TIME", "part-time": "PART_TIME", contract: "CONTRACTOR", temporary: "TEMPORARY", internship: "INTERN" };
const UNITS: Record<Period, string> = { hour: "HOUR", day: "DAY", week: "WEEK", month: "MONTH", year: "YEAR" };

export type Advertised = StatedPay &
  Where & {
    id: string;
    title: string;
    company: string;
    employment: Employment | null;
    postedAt: Date;
    validUntil: Date | null;
    closedAt: Date | null;
    description: string;
  };

/**
 * A listing as schema.org has it, with what Google asks for: https://developers.google.com/search/docs/appearance/structured-data/job-posting
 * Null where something is missing that it needs: a title, a company, a text, and a place in a country or a country to work remotely from.
 */
export function jobPostingOf(listing: Advertised, url: string): Record<string, unknown> | null {
  const { id, title, company, remote, employment, postedAt } = listing;
  const description = renderDescription(listing.description);
  const places = listing.places.filter(({ country }) => country !== null);
  const requirements = remote ? requirementsOf(listing) : [];
  const isSomewhere = places.length > 0 || requirements.some((requirement) => requirement["@type"] === "Country");
  if (!title.trim() || !company.trim() || !hasWords(description) || !isSomewhere) return null;
  return {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title,
    description,
    identifier: { "@type": "PropertyValue", name: company, value: id },
    datePosted: postedAt.toISOString(),
    validThrough: validThrough(listing)?.toISOString(),
    employmentType: employment ? EMPLOYMENT_TYPES[employment] : undefined,
    hiringOrganization: { "@type": "Organization", name: company },
    jobLocation: places.length > 0 ? places.map((place) => ({ "@type": "Place", address: addressOf(place) })) : undefined,
    jobLocationType: remote ? "TELECOMMUTE" : undefined,
    applicantLocationRequirements: requirements.length > 0 ? requirements : undefined,
    baseSalary: salaryOf(listing),
    directApply: false,
    url,
  };
}

function hasWords(html: string): boolean {
  return /[\p{L}\p{N}]/u.test(html.replace(/<[^>]*>/g, ""));
}

/** The day that was given, unless it was closed before. What is closed lies in the past. */
function validThrough({ validUntil, closedAt }: Advertised): Date | null {
  return closedAt && (validUntil === null || closedAt < validUntil) ? closedAt : validUntil;
}

function addressOf({ name, city, country }: Place) {
  const parts = name.split(",").map((part) => part.trim()).filter((part) => part && !isCountry(part));
  const [first, second] = parts;
  return {
    "@type": "PostalAddress",
    addressLocality: city ?? (parts.length > 0 ? first : undefined),
    addressRegion: second,
    addressCountry: country ?? undefined,
  };
}

function isCountry(words: string): boolean {
  const { city, country } = readPlace(words);
  return city === null && country !== null && countryName(country).toLowerCase() === words.toLowerCase();
}

/** Where somebody who works remotely may live. Without words of the source: in the countries of its places. */
function requirementsOf({ remoteFor, places }: Where) {
  if (remoteFor !== null) {
    const { country } = readPlace(remoteFor);
    return [country ? { "@type": "Country", name: countryName(country) } : { "@type": "AdministrativeArea", name: remoteFor }];
  }
  const countries = [...new Set(places.flatMap(({ country }) => country ?? []))];
  return countries.map((country) => ({ "@type": "Country", name: countryName(country) }));
}

function salaryOf(listing: StatedPay) {
  const pay = payOf(listing);
  if (!pay) return undefined;
  const { from, to, currency, period } = pay;
  const amount = from !== null && from === to ? { value: from } : { minValue: from ?? undefined, maxValue: to ?? undefined };
  return { "@type": "MonetaryAmount", currency, value: { "@type": "QuantitativeValue", ...amount, unitText: UNITS[period] } };
}
