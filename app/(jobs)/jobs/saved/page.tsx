import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { countNewListings, listSavedSearches, MOST_NEW } from "@/db/queries/saved-searches";
import { requireViewer } from "@/lib/access/viewer";
import { sayMoment } from "@/lib/calendar/now";
import { currencyOf, readListingQuery, sayView } from "@/lib/jobs/search-view";
import { dropSearch, markSeen } from "../../actions";

export const metadata: Metadata = { title: "Saved searches", robots: { index: false } };

export default async function SavedSearchesPage() {
  const viewer = await requireViewer();
  const now = new Date();
  const saved = (await listSavedSearches(viewer.id)).map((search) => ({ ...search, view: readListingQuery(search.query) }));
  const fresh = await countNewListings(saved.map(({ id, view, toldUntil }) => ({ id, search: view, currency: currencyOf(view), toldUntil })));

  return (
    <>
      <h1>Saved searches</h1>
      {saved.length === 0 ? (
        <div className="note flow">
          <p>No search is saved. Search for what you want to hear about, and choose “Tell me what is new”.</p>
          <p>
            <a className="btn" href="/jobs">
              Search listings
            </a>
          </p>
        </div>
      ) : (
        <ul className="list">
          {saved.map(({ id, name, query, view, toldUntil }) => (
            <li key={id} className="flow">
              <h2>
                <a href={`/jobs?${query}`}>{name}</a>
              </h2>
              {name !== sayView(view) && <p className="text-soft">{sayView(view)}</p>}
              <p>
                <b>{sayNew(fresh.get(id) ?? 0)}</b> since {sayMoment(toldUntil)}
              </p>
              <div className="row">
                {(fresh.get(id) ?? 0) > 0 && (
                  <ActionForm action={markSeen} button="I have seen them" className="">
                    <input type="hidden" name="id" value={id} />
                    <input type="hidden" name="until" value={now.toISOString()} />
                  </ActionForm>
                )}
                <ActionForm
                  action={dropSearch}
                  className=""
                  button={
                    <button type="submit" className="btn low" aria-label={`Remove the search ${name}`}>
                      Remove
                    </button>
                  }
                >
                  <input type="hidden" name="id" value={id} />
                </ActionForm>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function sayNew(count: number): string {
  if (count === 0) return "Nothing new";
  return `${count === MOST_NEW ? `${MOST_NEW} or more` : count} new ${count === 1 ? "listing" : "listings"}`;
}
