import MiniSearch, { type SearchOptions } from "minisearch";
import { indexOptions } from "./options";

/** The most that is shown of what was found. */
const SHOWN = 12;

type Found = { path: string; title: string; context: string };

/** The best of what was found, and how many there are. */
export type Finder = (query: string) => { best: Found[]; count: number };

const searchOptions: SearchOptions = {
  boost: { title: 4 },
  prefix: true,
  // In a word of three letters a typo makes another word: SQL and SSL.
  fuzzy: (term) => (term.length > 3 ? 0.2 : false),
};

/** Reads what `buildSearchIndex` wrote, without keeping the browser from drawing. */
export async function readSearchIndex(json: string): Promise<Finder> {
  const index = await MiniSearch.loadJSONAsync(json, indexOptions);
  return (query) => {
    const all = index.search(query, { ...searchOptions, combineWith: "AND" });
    // A word that stands nowhere should not hide what the others find.
    const results = all.length > 0 ? all : index.search(query, searchOptions);
    return {
      best: results.slice(0, SHOWN).map(({ id, title, context }) => ({ path: id, title, context })),
      count: results.length,
    };
  };
}
