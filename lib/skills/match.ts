import type { Ask, Block, Need } from "@/lib/jobs/words";
import { counts, isOfTrades, isTechnical, recruits } from "./judge";
import { readListing, saidBy } from "./read";
import type { SkillSlug } from "./skills";
import { isWordAt } from "./tokens";

/**
 * The skills a listing asks for, in the order in which they are first said. Names stand in our own list; text about the employer, its
 * benefits and the application is left out, and so is what is denied or is the work of others.
 */
export function findAsks(title: string, blocks: readonly Block[], language = "en"): Ask[] {
  const pieces = readListing(title, blocks);
  const technical = isTechnical(title, pieces);
  const forOthers = recruits(title);
  const asks = new Map<SkillSlug, { need: Need; says: Set<string> }>();
  const english = language.toLowerCase().startsWith("en");
  for (const piece of pieces) {
    for (const found of piece.found) {
      if (!counts(found, technical, english) || (forOthers && isOfTrades(found))) continue;
      const says = saidBy(found);
      for (const skill of found.value.skills) {
        const ask = asks.get(skill);
        if (!ask) asks.set(skill, { need: found.need, says: new Set([says]) });
        else {
          ask.says.add(says);
          if (found.need === "required") ask.need = "required";
        }
      }
    }
  }
  return [...asks].map(([skill, { need, says }]) => ({ skill, need, says: [...says] }));
}

/** Where in a text the words of asks stand, in its order and without overlaps: of two that begin in one place the longer. */
export function marksOf(text: string, asks: readonly Ask[]): { start: number; end: number; skill: SkillSlug }[] {
  const phrases = new Map<string, SkillSlug>();
  for (const { skill, says: words } of asks) for (const phrase of words) if (!phrases.has(phrase)) phrases.set(phrase, skill);
  if (phrases.size === 0) return [];
  const any = new RegExp(
    [...phrases.keys()]
      .sort((a, b) => b.length - a.length)
      .map((phrase) => phrase.replaceAll(/[\\/+.*?^$()[\]{}|-]/g, "\\$&").replaceAll(/\s+/g, "\\s+"))
      .join("|"),
    "g",
  );
  const marks: { start: number; end: number; skill: SkillSlug }[] = [];
  for (let match = any.exec(text); match; match = any.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const skill = phrases.get(match[0].replaceAll(/\s+/g, " "));
    if (skill && hasEdges(text, start, end)) marks.push({ start, end, skill });
    else any.lastIndex = start + 1;
  }
  return marks;
}

function hasEdges(text: string, start: number, end: number): boolean {
  if (isWordAt(text, start) && isWordAt(text, start - 1)) return false;
  if (isWordAt(text, end - 1) && isWordAt(text, end)) return false;
  return !/^(\+\+|#(?![\p{L}\p{N}])|\.[\p{L}\p{N}])/u.test(text.slice(end, end + 3)) || !isWordAt(text, end - 1);
}
