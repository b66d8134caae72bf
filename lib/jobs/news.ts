import "server-only";
import { listMailedSearches, listNewListings, listSavedSearches, saveNews, type NewListing, type SavedSearch } from "@/db/queries/saved-searches";
import { FROM_HOUR } from "@/lib/calendar/morning";
import { currencyOf, readListingQuery } from "./search-view";

/** What came for one saved search: how many, up to MOST_NEW, and the newest of them. `query` is that of its address. */
export type News = { name: string; query: string; count: number; newest: NewListing[] };

/** So many listings of a search are named in a mail. */
const NAMED = 5;

/** A saved search as it is asked of the database. */
export function askedBy({ id, query, toldUntil }: Pick<SavedSearch, "id" | "query" | "toldUntil">) {
  const search = readListingQuery(query);
  return { id, search, currency: currencyOf(search), toldUntil };
}

/** Counts what is new in all saved searches of a person, and keeps the number. */
export async function countNews(userId: string): Promise<number> {
  const saved = await listSavedSearches(userId);
  return saveNews(userId, saved.map(askedBy));
}

/** What the mail of a day tells a person; a search without anything new is left out. */
export async function newsOf({ userId, day }: { userId: string; day: string }): Promise<News[]> {
  const saved = await listMailedSearches(userId, { day, hour: FROM_HOUR });
  const fresh = await listNewListings(saved.map((search) => ({ ...askedBy(search), until: search.until })), NAMED);
  return saved.flatMap(({ id, name, query }) => {
    const found = fresh.get(id);
    return found && found.count > 0 ? [{ name, query, ...found }] : [];
  });
}
