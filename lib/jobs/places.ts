import type { Place } from "./words";

/** Cities of India that listings name, with the names they also go by. The first is the key. */
const INDIAN_CITIES = [
  "Ahmedabad", "Bengaluru|Bangalore", "Bhopal", "Bhubaneswar", "Chandigarh", "Chennai|Madras", "Coimbatore", "Delhi|New Delhi|Delhi NCR|NCR",
  "Faridabad", "Gandhinagar", "Ghaziabad", "Goa|Panaji", "Gurugram|Gurgaon", "Guwahati", "Hyderabad|Secunderabad", "Indore", "Jaipur",
  "Kochi|Cochin|Ernakulam", "Kolkata|Calcutta", "Kozhikode|Calicut", "Lucknow", "Madurai", "Mangaluru|Mangalore", "Mohali", "Mumbai|Bombay",
  "Mysuru|Mysore", "Nagpur", "Nashik", "Navi Mumbai", "Noida|Greater Noida", "Patna", "Pune", "Surat", "Thane",
  "Thiruvananthapuram|Trivandrum", "Vadodara|Baroda", "Vijayawada", "Visakhapatnam|Vizag",
];
const CITY_OF = new Map(
  INDIAN_CITIES.flatMap((line) => {
    const [city = "", ...others] = line.split("|");
    return [city, ...others].map((name) => [keyOf(name), city] as const);
  }),
);

/** The cities a search can ask for, as [key, name]. */
export const CITIES: readonly (readonly [string, string])[] = INDIAN_CITIES.map((line) => line.split("|")[0] ?? "").map((city) => [`in-${keyOf(city)}`, city]);

const COUNTRY_CODES =
  "AE AR AT AU BD BE BG BR CA CH CL CN CO CR CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IT JP KE KR LK LT LU LV MA MT MX MY NG NL NO NP NZ PE PH PK PL PT QA RO RS SA SE SG SI SK TH TR TW UA US UY VN ZA".split(" ");
const englishName = new Intl.DisplayNames("en", { type: "region" });
const COUNTRY_OF = new Map<string, string>([
  ...COUNTRY_CODES.map((code) => [keyOf(englishName.of(code) ?? code), code] as const),
  ["usa", "US"], ["u-s", "US"], ["u-s-a", "US"], ["united-states-of-america", "US"], ["uk", "GB"], ["england", "GB"], ["uae", "AE"],
  ["korea", "KR"], ["south-korea", "KR"], ["czech-republic", "CZ"], ["bharat", "IN"], ["deutschland", "DE"], ["polska", "PL"], ["turkey", "TR"],
]);

const STATES_OF_INDIA = new Set(
  ["Andhra Pradesh", "Assam", "Bihar", "Chhattisgarh", "Gujarat", "Haryana", "Jharkhand", "Karnataka", "Kerala", "Madhya Pradesh", "Maharashtra", "Odisha",
    "Punjab", "Rajasthan", "Tamil Nadu", "Telangana", "Uttar Pradesh", "Uttarakhand", "West Bengal"].map(keyOf),
);
const STATES_OF_US = new Set("AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY".split(" "));

const REMOTE = /\b(?:fully |100\s?% )?remote(?:ly)?\b|\bwork from home\b|\bwfh\b|\banywhere\b|远程/i;

/** The city and the country of a place, as far as its words say them: "Pune, Maharashtra, India". */
export function readPlace(name: string): Place {
  const parts = name.split(/[,;/()|–]| - /).map((part) => part.trim()).filter(Boolean);
  const city = parts.map((part) => CITY_OF.get(keyOf(part))).find(Boolean) ?? null;
  if (city) return { name, city, country: "IN" };
  if (parts.some((part) => STATES_OF_INDIA.has(keyOf(part)))) return { name, city: null, country: "IN" };
  // The last word is the country; "IN" after a comma is Indiana, where no other word speaks of India.
  const country = parts.toReversed().map((part) => COUNTRY_OF.get(keyOf(part))).find(Boolean);
  if (country) return { name, city: null, country };
  return { name, city: null, country: parts.slice(1).some((part) => STATES_OF_US.has(part)) ? "US" : null };
}

export function saysRemote(words: string): boolean {
  return REMOTE.test(words);
}

/** "Remote, India" → "India"; null where nothing more is said. */
export function remoteForOf(name: string): string | null {
  if (!saysRemote(name)) return null;
  const rest = name.replace(REMOTE, "").replace(/[()]/g, " ").replace(/^[\s,;:|–-]+|[\s,;:|–-]+$/g, "").replace(/\s+/g, " ");
  return rest.replace(/^(?:in|within|from) /i, "") || null;
}

/** What a place is found by: its country and, in India, its city. */
export function placeKeysOf(places: readonly Place[]): string[] {
  return [...new Set(places.flatMap(({ city, country }) => (country ? [country.toLowerCase(), ...(city ? [`in-${keyOf(city)}`] : [])] : [])))].sort();
}

/** The English name of a country, from ISO 3166-1 alpha-2. */
export function countryName(code: string): string {
  return englishName.of(code.toUpperCase()) ?? code;
}

function keyOf(words: string): string {
  return words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
}
