import type { Metadata } from "next";
import { uuidv7 } from "uuidv7";
import { ApplicationFields } from "@/components/applications/application-fields";
import { SaveListing } from "@/components/applications/save-listing";
import { ActionForm } from "@/components/ui/action-form";
import { Choice } from "@/components/ui/field";
import { findListingToSave } from "@/db/queries/applications";
import { requireViewer } from "@/lib/access/viewer";
import { STAGE_WORDS } from "@/lib/applications/words";
import { STAGES } from "@/lib/jobs/words";
import { isUuid } from "@/lib/typed-text";
import { saveApplication, writeApplication } from "../actions";

export const metadata: Metadata = { title: "New application" };

export default async function NewApplicationPage({ searchParams }: PageProps<"/applications/new">) {
  await requireViewer();
  const { listing: listingId } = await searchParams;
  const listing = isUuid(listingId) ? await findListingToSave(listingId) : null;

  if (listing) {
    return (
      <>
        <h1>Save to applications</h1>
        <p className="lead">
          {listing.title}, {listing.company}
        </p>
        {listing.closed && <p className="note">This listing is closed. You can still save it, to keep track of what you applied for.</p>}
        <SaveListing listingId={listing.id} path={null} save={saveApplication} />
      </>
    );
  }
  return (
    <>
      <p>
        <a href="/applications">Applications</a>
      </p>
      <h1>Write an application down</h1>
      {listingId !== undefined && <p className="note">That listing is not there any more. You can write the application down by hand.</p>}
      <ActionForm action={writeApplication} button="Save">
        <input type="hidden" name="id" value={uuidv7()} />
        <ApplicationFields application={null}>
          <Choice id="stage" label="Stage">
            {STAGES.map((stage) => (
              <option key={stage} value={stage}>
                {STAGE_WORDS[stage]}
              </option>
            ))}
          </Choice>
        </ApplicationFields>
      </ActionForm>
    </>
  );
}
