import type { ListingLevel } from "./words";

/** Two levels that a title names together: it is open from the first. */
const FROM_TO = /\b(junior|jr|entry(?:[ -]level)?|mid(?:dle)?(?:[ -]level)?)\.? ?(?:\/|-|–|&|\bto\b|\bor\b|\band\b) ?(?:mid(?:dle)?|senior|sr|lead)\b/i;
/** First jobs, whatever else the title says: "Junior Project Manager". */
const FIRST = /\b(?:intern|internship|trainee|apprentice|freshers?|junior|jr|entry[ -]level|new grads?|early[ -]career|working student)\b|实习|应届|初级/i;
const SENIOR = /\b(?:senior|snr|sr|(?<!technical )staff|principal|lead|leader|head|director|vp|manager|architect|expert|distinguished|iii|iv)\b|高级|资深|专家|负责人/i;
const ENTRY = /\b(?:graduate|associate|i)\b/i;
const MID = /\b(?:mid|mid[ -]level|middle|intermediate|ii)\b|中级/i;
/** "SDE 2", "Engineer-3", "Level 2"; not "Developer 3-5 years". */
const NUMBERED = /\b(?:sde|swe|engineer|developer|mts|staff|level)[ -]?([1-4])\b(?!\s*(?:\+|plus\b|-|–|to\b|years?\b|yrs?\b))/i;
/** The fewest of a range; "18 years old" is none. */
const YEARS = /(?<![\d.])(\d{1,2})(?:\.\d)?\s*(?:\+|plus)?\s*(?:(?:-|–|to)\s*\d{1,2}(?:\.\d)?\s*\+?)?\s*(?:years?|yrs?)\b(?!\s*(?:old|of age)\b)/gi;
const MONTHS = /(?<![\d.])\d{1,2}\s*(?:(?:-|–|to)\s*\d{1,2}\s*)?months?['’]?\s*(?:of\s+)?(?:\w+\s+){0,2}experience\b/i;
/** What a company says of itself. */
const OF_THE_COMPANY = /\b(?:our|we|us|company|founded|for (?:over|more than)|with (?:over|more than)|team of|combined|collective)\b[^.]{0,30}$/i;
const MOST_YEARS = 20;

/** From the title, else from the fewest years that the text asks for: up to 1 entry, up to 4 mid. Null where neither says it. */
export function levelOf(title: string, text: string): ListingLevel | null {
  return levelOfTitle(title) ?? levelOfText(text);
}

function levelOfTitle(title: string): ListingLevel | null {
  const from = FROM_TO.exec(title)?.[1];
  if (from) return /^mid/i.test(from) ? "mid" : "entry";
  if (FIRST.test(title) && !/\b(?:senior|sr|staff|principal)\b/i.test(title)) return "entry";
  if (SENIOR.test(title)) return "senior";
  const number = Number(NUMBERED.exec(title)?.[1] ?? 0);
  if (number > 0) return number === 1 ? "entry" : number === 2 ? "mid" : "senior";
  if (ENTRY.test(title)) return "entry";
  if (MID.test(title)) return "mid";
  return levelOfYears(yearsIn(title));
}

function levelOfText(text: string): ListingLevel | null {
  const asked = levelOfYears(
    yearsIn(text, (before, after) => /experience|exp\b/i.test(before.slice(-40) + after) && !OF_THE_COMPANY.test(before)),
  );
  return asked ?? (MONTHS.test(text) ? "entry" : null);
}

function yearsIn(words: string, counts: (before: string, after: string) => boolean = () => true): number[] {
  return [...words.matchAll(YEARS)]
    .filter((match) => counts(words.slice(Math.max(0, match.index - 60), match.index), words.slice(match.index, match.index + 100)))
    .map((match) => Number(match[1]))
    .filter((years) => years <= MOST_YEARS);
}

function levelOfYears(years: number[]): ListingLevel | null {
  if (years.length === 0) return null;
  const most = Math.max(...years);
  return most <= 1 ? "entry" : most <= 4 ? "mid" : "senior";
}
