import type { Metadata } from "next";
import { Board } from "@/components/applications/board";
import { ApplicationList } from "@/components/applications/application-list";
import { listApplications, listNextActions, findShare, MOST_LISTED } from "@/db/queries/applications";
import { requireViewer } from "@/lib/access/viewer";
import { readView } from "@/lib/applications/view";
import { today } from "@/lib/calendar/now";
import { DueActions } from "./_components/due-actions";
import { FirstApplication } from "./_components/first-application";
import { ShareCounts } from "./_components/share-counts";
import { Views } from "./_components/views";
import { moveApplication, moveByForm } from "./actions";

export const metadata: Metadata = { title: "Applications" };

export default async function ApplicationsPage({ searchParams }: PageProps<"/applications">) {
  const viewer = await requireViewer();
  const view = readView(await searchParams);
  const day = today();
  const [applications, due, sharedAt] = await Promise.all([listApplications(viewer.id, view.sort), listNextActions(viewer.id, day), findShare(viewer.id)]);

  return (
    <>
      <h1>Applications</h1>
      <DueActions actions={due} today={day} />
      {applications.length === 0 ? (
        <FirstApplication />
      ) : (
        <>
          <Views view={view} />
          {view.as === "board" ? <Board applications={applications} today={day} move={moveApplication} moveByForm={moveByForm.bind(null, null)} /> : <ApplicationList applications={applications} view={view} />}
          {applications.length === MOST_LISTED && <p className="text-soft">The first {MOST_LISTED} are shown; the file has all of them.</p>}
        </>
      )}
      <ShareCounts shared={sharedAt !== null} />
    </>
  );
}
