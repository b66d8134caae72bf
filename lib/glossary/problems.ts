import { blankProblems, itemProblems, slugProblems } from "@/lib/reference/checks";
import type { Term } from "./terms";

/** One sentence per problem; empty when the glossary can be used. */
export function termProblems(terms: readonly Term[]): string[] {
  return [...slugProblems("Term", terms), ...terms.flatMap(ownProblems), ...orderProblems(terms)];
}

function ownProblems({ slug, term, definition, items, forms }: Term): string[] {
  const who = `Term ${slug}`;
  return [...blankProblems(who, { term, definition, ...(forms && { forms }) }), ...itemProblems(who, items)];
}

function orderProblems(terms: readonly Term[]): string[] {
  return terms.flatMap((term, index) => {
    const before = terms[index - 1];
    return before && before.term.localeCompare(term.term, "en", { sensitivity: "base" }) > 0
      ? [`Term ${term.slug} stands after ${before.slug}, which is not alphabetical.`]
      : [];
  });
}
