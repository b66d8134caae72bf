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
  ["us", "US"], ["usa", "US"], ["u-s", "US"], ["u-s-a", "US"], ["united-states-of-america", "US"], ["uk", "GB"], ["england", "GB"], ["uae", "AE"],
  ["korea", "KR"], ["south-korea", "KR"], ["czech-republic", "CZ"], ["bharat", "IN"], ["deutschland", "DE"], ["polska", "PL"], ["turkey", "TR"],
]);

const STATES_OF_INDIA = new Set(
  ["Andhra Pradesh", "Assam", "Bihar", "Chhattisgarh", "Gujarat", "Haryana", "Jharkhand", "Karnataka", "Kerala", "Madhya Pradesh", "Maharashtra", "Odisha",
    "Punjab", "Rajasthan", "Tamil Nadu", "Telangana", "Uttar Pradesh", "Uttarakhand", "West Bengal"].map(keyOf),
);
const STATES_OF_US = new Set("AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY".split(" "));

const REMOTE = /\b(?:fully |100\s?% )?remote(?:ly)?\b|\bwork from home\b|\bwfh\b|\banywhere\b|远程/i;
const NOT_REMOTE = /\b(?:hybrid|not|non|no)[ -]+remote\b|(?:不支持|非)远程/i;
/** Words of a place that say how one works, and not where. */
const MANNER = /100\s?%|\b(?:fully|remote(?:ly)?|hybrid|on-?\s?site|in-?\s?office|work from home|wfh|anywhere|pan|across|only|multiple|various|several|locations?|cities)\b/gi;
/** Words around the name of a city: "Greater Bengaluru Area", "Noida Sector 62". */
const AROUND = /\b(?:greater|area|urban|rural|city|district|division|metropolitan|metro|region|north|south|east|west|central|sector \d+)\b/gi;

/** The city and the country of a place, as far as its words say them: "Pune, Maharashtra, India". */
export function readPlace(name: string): Place {
  const parts = partsOf(name);
  // The last word is the country; "IN" after a comma is Indiana, where no other word speaks of India.
  const country = parts.toReversed().map(countryIn).find(Boolean) ?? null;
  const city = country === null || country === "IN" ? (parts.map(cityIn).find(Boolean) ?? null) : null;
  if (city || parts.some((part) => STATES_OF_INDIA.has(keyOf(part)))) return { name, city, country: "IN" };
  return { name, city: null, country: country ?? (parts.slice(1).some((part) => STATES_OF_US.has(part)) ? "US" : null) };
}

/** The places that one line names: "Pune, Maharashtra" is one, "Pune / Chennai" and "Pune, Chennai, India" are two; none where it says only how one works. */
export function readPlaces(line: string): Place[] {
  if (keyOf(line.replace(MANNER, " ")) === "") return [];
  const apart = line.split(/[/|;•&]|\s(?:or|and)\s/i).map((part) => part.trim()).filter((part) => keyOf(part.replace(MANNER, " ")) !== "");
  const read = apart.flatMap(citiesApart);
  const known = new Set(read.flatMap(({ city, country }) => city ?? country ?? []));
  return read.length > 1 && known.size > 1 && read.every(({ country }) => country) ? distinctCities(read) : [readPlace(line)];
}

/** "Pune, Chennai, India": each city a place of its own. */
function citiesApart(words: string): Place[] {
  const whole = readPlace(words);
  const cities = whole.city === null ? [] : partsOf(words).filter((part) => cityIn(part) !== null);
  return new Set(cities.map(cityIn)).size > 1 ? cities.map(readPlace) : [whole];
}

function distinctCities(places: Place[]): Place[] {
  return places.filter(({ city, name }, index) => places.findIndex((other) => (city ? other.city === city : other.name === name)) === index);
}

const partsOf = (name: string) => name.split(/[,;/()|–•&]|\s-\s/).map((part) => part.trim()).filter(Boolean);
const cityIn = (part: string) => CITY_OF.get(keyOf(part)) ?? CITY_OF.get(keyOf(part.replace(MANNER, " ").replace(AROUND, " "))) ?? null;
const countryIn = (part: string) => COUNTRY_OF.get(keyOf(part)) ?? COUNTRY_OF.get(keyOf(part.replace(MANNER, " ").replace(/^\s*(?:in|within|from)\s/i, " "))) ?? null;

export function saysRemote(words: string): boolean {
  return REMOTE.test(words) && !NOT_REMOTE.test(words);
}

/** "Remote, India" → "India"; null where nothing more is said, and for a city that one may also go to: "Pune; Remote". */
export function remoteForOf(name: string): string | null {
  if (!saysRemote(name)) return null;
  const rest = name.replace(REMOTE, "").replace(/[()]/g, " ").replace(/^[\s,;:|/–-]+|[\s,;:|/–-]+$/g, "").replace(/\s+/g, " ");
  const where = rest.replace(/^(?:in|within|from) /i, "");
  return where === "" || readPlaces(where).length === 0 || readPlace(where).city !== null ? null : where;
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
