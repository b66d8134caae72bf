import type { Options } from "minisearch";
import type { SearchDocument } from "./documents";

const EMPTY = new Set(
  "a an and are as at be by can do each for from has have how if in into is it its no not of on one only or own so such than that the their them then there they this to was what when where which who why will with you your".split(" "),
);

/** How text becomes words: the same when the index is built and when it is read. */
export const indexOptions: Options<SearchDocument> = {
  idField: "path",
  fields: ["title", "text"],
  storeFields: ["title", "context"],
  // C# and C++ are words.
  tokenize: (text) => text.split(/[^\p{L}\p{M}\p{N}#+]+/u),
  processTerm: (word) => {
    const term = word.toLowerCase();
    return EMPTY.has(term) ? null : singular(term);
  },
};

/** Databases are found as database: one s off, where it is not part of the word as in process, status or Redis. */
function singular(term: string): string {
  return term.length > 3 && /[^isu]s$/.test(term) ? term.slice(0, -1) : term;
}
