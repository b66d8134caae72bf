import type { Item } from "@/lib/roadmap/roadmap";
import { terms, type Term } from "./terms";

/** A piece of a text; with a term, it is to be linked to it. */
export type Segment = { text: string; term?: Term };

type Form = { term: Term; spelt: string };

/** The texts of an item’s page, cut where a term of the glossary is used first, in the order in which they stand there. */
export function linkTermsOfItem(item: Pick<Item, "slug" | "what" | "why" | "how" | "proof">) {
  const texts = [item.what, item.why, ...item.how, item.proof];
  const [what = [], why = [], ...rest] = linkTerms(texts, (term) => !term.ambiguous || term.items.includes(item.slug));
  return { what, why, how: rest.slice(0, -1), proof: rest.at(-1) ?? [] };
}

/** The terms that are learned in an item, in alphabetical order. */
export function termsOfItem(slug: string): Term[] {
  return terms.filter((term) => term.items.includes(slug));
}

/**
 * Cuts the texts of one page, in their order, into segments, so that each term is linked where it stands first. Whole words only; of
 * terms that begin in the same place the longest. Acronyms and forms of up to three letters must be spelt as in the glossary, others
 * may differ in case and have a hyphen for a space. Joined again, the segments of a text are the text.
 */
export function linkTerms(texts: readonly string[], mayLink: (term: Term) => boolean = () => true): Segment[][] {
  const seen = new Set<Term>();
  return texts.map((text) => {
    const segments: Segment[] = [];
    let end = 0;
    for (const match of text.matchAll(anyForm)) {
      const term = termOf(match[0]);
      if (!term || seen.has(term) || !mayLink(term)) continue;
      seen.add(term);
      if (match.index > end) segments.push({ text: text.slice(end, match.index) });
      segments.push({ text: match[0], term });
      end = match.index + match[0].length;
    }
    if (end < text.length) segments.push({ text: text.slice(end) });
    return segments;
  });
}

/** All that a term may be written as. */
export function formsOf(term: Term): readonly string[] {
  return term.forms ?? (mustBeSpelt(term.term) ? [term.term] : [term.term, `${term.term}s`]);
}

function mustBeSpelt(form: string): boolean {
  return form.length <= 3 || /\p{Lu}{2}/u.test(form);
}

function termOf(found: string): Term | null {
  const form = forms.get(keyOf(found));
  return form && (!mustBeSpelt(form.spelt) || form.spelt === found) ? form.term : null;
}

function keyOf(form: string): string {
  return form.toLowerCase().replaceAll("-", " ");
}

const forms = new Map<string, Form>(terms.flatMap((term) => formsOf(term).map((spelt) => [keyOf(spelt), { term, spelt }])));

/** Neither part of a longer word, nor of an address, a file name or a path. */
const anyForm = new RegExp(
  `(?<![\\p{L}\\p{N}_./@-])(?:${[...forms.keys()]
    .sort((a, b) => b.length - a.length)
    .map((key) => key.replaceAll(/[/+.*?^$()[\]{}|\\]/g, "\\$&").replaceAll(" ", "[ -]"))
    .join("|")})(?![\\p{L}\\p{N}_-]|[./]\\p{L})`,
  "giu",
);
