import MiniSearch from "minisearch";
import { searchDocuments } from "./documents";
import { indexOptions } from "./options";

/** The index as it is sent to the browser. */
export function buildSearchIndex(): string {
  const index = new MiniSearch(indexOptions);
  index.addAll(searchDocuments());
  return JSON.stringify(index);
}
