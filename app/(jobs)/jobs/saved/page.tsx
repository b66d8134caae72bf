import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { findUnder18 } from "@/db/queries/age";
import { countNewListings, findSeenUntil, listSavedSearches } from "@/db/queries/saved-searches";
import { requireViewer } from "@/lib/access/viewer";
import { env } from "@/lib/env";
import { askedBy } from "@/lib/jobs/news";
import { endSearchMail } from "../../actions";
import { SavedSearchEntry } from "./_components/saved-search-entry";

export const metadata: Metadata = { title: "Saved searches", robots: { index: false } };

export default async function SavedSearchesPage() {
  const viewer = await requireViewer();
  const [saved, under18, seenUntil] = await Promise.all([listSavedSearches(viewer.id), findUnder18(viewer.id), findSeenUntil()]);
  const fresh = await countNewListings(saved.map(askedBy));

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
        <>
          <p className="prose">
            What is new is counted from the day you saved a search, or last said that you have seen it. <a href="/jobs">Search listings</a> to save another one.
            {!env.SMTP_URL && " This installation sends no mail yet: what you choose here holds from the day it does."}
          </p>
          {under18 && (
            <p className="note">
              You said that you are under 18: no mail about listings is sent to you, whatever is chosen here. What is new stands on this page. You can change your age in <a href="/settings#age">Settings</a>.
            </p>
          )}
          <ul className="list">
            {saved.map((search) => (
              <SavedSearchEntry key={search.id} search={search} fresh={fresh.get(search.id) ?? 0} seenUntil={seenUntil} />
            ))}
          </ul>
          {saved.some(({ mail }) => mail !== "never") && (
            <ActionForm action={endSearchMail} button="Send me no mail about any of them">
              {null}
            </ActionForm>
          )}
        </>
      )}
    </>
  );
}
