import type { ListingLevel } from "./words";

const SENIOR = /\b(?:senior|snr|sr|staff|principal|lead|leader|head|director|vp|manager|architect|expert|distinguished|iii|iv)\b|高级|资深|专家|负责人/i;
const ENTRY = /\b(?:intern|internship|trainee|apprentice|fresher|freshers|graduate|junior|jr|entry[ -]level|associate|i)\b|实习|应届|初级/i;
const MID = /\b(?:mid|mid[ -]level|intermediate|ii)\b|中级/i;
const NUMBERED = /\b(?:sde|swe|engineer|developer|mts)[ -]?([1-4])\b/i;
const YEARS = /(\d{1,2})\s*(?:\+|plus)?\s*(?:(?:-|–|to)\s*\d{1,2}\s*\+?)?\s*(?:years?|yrs?)\b/gi;

/** From the title, else from the fewest years that the text asks for: up to 1 entry, up to 4 mid. Null where neither says it. */
export function levelOf(title: string, text: string): ListingLevel | null {
  if (SENIOR.test(title)) return "senior";
  const number = Number(NUMBERED.exec(title)?.[1] ?? 0);
  if (number > 0) return number === 1 ? "entry" : number === 2 ? "mid" : "senior";
  if (ENTRY.test(title)) return "entry";
  if (MID.test(title)) return "mid";
  const years = [...text.matchAll(YEARS)].filter((match) => /experience|exp\b/i.test(text.slice(match.index - 40, match.index + 100))).map((match) => Number(match[1]));
  if (years.length === 0) return null;
  const asked = Math.max(...years.filter((count) => count <= 20), 0);
  return asked <= 1 ? "entry" : asked <= 4 ? "mid" : "senior";
}
