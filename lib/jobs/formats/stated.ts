import type { GivenListing } from "@/lib/jobs/listing";
import { countryName, readPlace } from "@/lib/jobs/places";
import { PERIODS, type Employment, type ListingLevel, type Period } from "@/lib/jobs/words";

// What sources state in words of their own. Words that are not known are null: nothing is guessed.

/** "FULL_TIME", "fulltime_permanent", "Part-time" …; of several, the most particular: an internship may be full-time. */
export function employmentOf(words: string | null): Employment | null {
  const plain = plainOf(words);
  if (/\b(?:intern|interns|internship|trainee|traineeship|apprenticeship)\b/.test(plain)) return "internship";
  if (/\b(?:temporary|temp|seasonal|fixed ?term)\b/.test(plain)) return "temporary";
  if (/\b(?:contract|contractor|freelance|freelancer|b2b)\b/.test(plain)) return "contract";
  const full = /\bfull ?time\b/.test(plain);
  const part = /\bpart ?time\b/.test(plain);
  // "full-or-part-time" leaves it to the person.
  if (part) return full || /\bfull or\b/.test(plain) ? null : "part-time";
  return full ? "full-time" : null;
}

/** "Entry level", "mid_level", "Senior", "Regular" …; "Mid-Senior level" and "Experienced" can be either, so they are null. */
export function levelOf(words: string | null): ListingLevel | null {
  const plain = plainOf(words);
  if (/\b(?:entry|junior|intern|internship|trainee|student|graduate|fresher)\b/.test(plain)) return "entry";
  const senior = /\b(?:senior|lead|principal|staff|director)\b/.test(plain);
  const mid = /\b(?:mid|middle|regular|intermediate)\b/.test(plain);
  if (senior === mid) return null;
  return senior ? "senior" : "mid";
}

/** "YEAR", "1 YEAR", "per hour", "monthly", "per annum"; "2 WEEK" is none of ours. */
export function periodOf(words: string | null): Period | null {
  const plain = plainOf(words).replace(/^(?:1|an?|per) /, "");
  if (/^(?:annum|annual|annually|pa)$/.test(plain)) return "year";
  if (/^(?:daily|hr)$/.test(plain)) return plain === "hr" ? "hour" : "day";
  return PERIODS.find((period) => plain === period || plain === `${period}s` || plain === `${period}ly`) ?? null;
}

function plainOf(words: string | null): string {
  return (words ?? "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Whole units from 60000, "60000", "75,000.00"; null for 0, which sources write for "not known", and for what is no amount. */
export function amountOf(value: unknown): number | null {
  const plain = typeof value === "string" ? value.trim() : value;
  // "75.000" could be 75 or 75 thousand.
  if (typeof plain === "string" && !/^(?:\d+|\d{1,3}(?:,\d{2,3})+)(?:\.\d{1,2})?$/.test(plain)) return null;
  const amount = typeof plain === "string" ? Number(plain.replaceAll(",", "")) : plain;
  if (typeof amount !== "number" || !Number.isFinite(amount)) return null;
  const whole = Math.round(amount);
  return whole > 0 && whole <= 2_000_000_000 ? whole : null;
}

/** Null when no amount is stated, or its currency or period is not. */
export function payOf(pay: { from: number | null; to: number | null; currency: string | null; period: string | null }): GivenListing["pay"] {
  const currency = pay.currency?.toUpperCase() ?? "";
  const period = periodOf(pay.period);
  if ((pay.from === null && pay.to === null) || !period || !/^[A-Z]{3}$/.test(currency)) return null;
  const turned = pay.from !== null && pay.to !== null && pay.from > pay.to;
  return { from: turned ? pay.to : pay.from, to: turned ? pay.from : pay.to, currency, period };
}

/** Not countries, though two letters. */
const REGIONS = new Set(["EU", "EZ", "UN", "ZZ"]);

/** ISO 3166-1 alpha-2 from a code in any case or a name in English: "us", "India". */
export function countryOf(words: string | null): string | null {
  if (!words) return null;
  if (!/^[a-z]{2}$/i.test(words)) return readPlace(words).country;
  const code = words.toUpperCase() === "UK" ? "GB" : words.toUpperCase();
  return REGIONS.has(code) || countryName(code) === code ? null : code;
}

/** "en", "zh-CN", "pt_BR"; null where it is no BCP 47. */
export function languageOf(words: string | null): string | null {
  const tag = words?.replaceAll("_", "-") ?? "";
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}
