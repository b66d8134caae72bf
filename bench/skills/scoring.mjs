import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import MarkdownIt from "markdown-it";

const here = import.meta.dirname;
const markdown = new MarkdownIt({ html: false, breaks: true });

export const LEAST_PRECISION = 0.92;
export const LEAST_F1 = 0.9;

/** Those that may be looked at while the finder is written; with `held`, the others as well. */
export function readListings({ held = false } = {}) {
  const wanted = held ? /^(listings|held)-.+\.jsonl$/ : /^listings-.+\.jsonl$/;
  return readdirSync(here)
    .filter((name) => wanted.test(name))
    .sort()
    .flatMap((name) =>
      readFileSync(path.join(here, name), "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => ({ ...JSON.parse(line), held: name.startsWith("held-") })),
    );
}

export function readFalseFriends() {
  const file = path.join(here, "false-friends.txt");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter((line) => line.trim() !== "") : [];
}

/** A label's text is plain text or Markdown. */
export function htmlOf(text) {
  return markdown.render(text);
}

/** The blocks again and again until they hold so many characters. */
export function repeated(blocks, characters) {
  const long = [];
  for (let size = 0, at = 0; size < characters && blocks.length > 0; at += 1) {
    const block = blocks[at % blocks.length];
    long.push(block);
    size += block.text.length;
  }
  return long;
}

const ratio = (part, whole) => (whole === 0 ? 1 : part / whole);

export function rates({ right, wrong, missed }) {
  const precision = ratio(right, right + wrong);
  const recall = ratio(right, right + missed);
  return { precision, recall, f1: ratio(2 * right, 2 * right + wrong + missed) };
}

/** A skill of a listing counts once: found and labelled is right, found alone is wrong, labelled alone is missed. `find(listing)` gives asks. */
export function score(listings, find) {
  const total = { right: 0, wrong: 0, missed: 0 };
  const bySkill = new Map();
  const mistakes = [];
  let sameNeed = 0;
  for (const listing of listings) {
    const found = new Map(find(listing).map((ask) => [ask.skill, ask]));
    const labelled = new Map(listing.asks.map((ask) => [ask.skill, ask]));
    for (const skill of new Set([...found.keys(), ...labelled.keys()])) {
      const of = bySkill.get(skill) ?? { right: 0, wrong: 0, missed: 0 };
      bySkill.set(skill, of);
      const outcome = !labelled.has(skill) ? "wrong" : !found.has(skill) ? "missed" : "right";
      total[outcome] += 1;
      of[outcome] += 1;
      const { need, says } = found.get(skill) ?? labelled.get(skill);
      if (outcome !== "right") mistakes.push({ id: listing.id, skill, outcome, need, says });
      else if (need === labelled.get(skill).need) sameNeed += 1;
      else mistakes.push({ id: listing.id, skill, outcome: `said ${need}`, need: labelled.get(skill).need, says });
    }
  }
  return { total, bySkill, mistakes, sameNeed };
}
