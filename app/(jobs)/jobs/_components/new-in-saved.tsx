import { countNewListings, listSavedSearches, MOST_NEW } from "@/db/queries/saved-searches";
import { askedBy } from "@/lib/jobs/news";

/** Leads to the saved searches of a learner who has any, and names those with something new. */
export async function NewInSaved({ userId }: { userId: string }) {
  const saved = await listSavedSearches(userId);
  if (saved.length === 0) return null;
  const counts = await countNewListings(saved.map(askedBy));
  const fresh = saved.flatMap(({ id, name, query }) => ((counts.get(id) ?? 0) > 0 ? [{ id, name, query, count: counts.get(id) ?? 0 }] : []));
  return (
    <p className="prose">
      <a href="/jobs/saved">Saved searches</a>:{" "}
      {fresh.length === 0
        ? "nothing new."
        : fresh.map(({ id, name, query, count }, index) => (
            <span key={id}>
              {index > 0 && "; "}
              <a href={`/jobs?${query}`}>{name}</a>, {count === MOST_NEW ? `${MOST_NEW} or more` : count}&nbsp;new
            </span>
          ))}
    </p>
  );
}
