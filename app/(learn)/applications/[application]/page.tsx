import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApplicationFields } from "@/components/applications/application-fields";
import { StageMoveForm, StageMoves } from "@/components/applications/stage-moves";
import { ActionForm } from "@/components/ui/action-form";
import { AsDrawn } from "@/components/ui/as-drawn";
import { findApplication, listStages } from "@/db/queries/applications";
import { requireViewer } from "@/lib/access/viewer";
import { drawnOf } from "@/lib/applications/drawn";
import { isUuid } from "@/lib/typed-text";
import { changeApplication, moveApplication, moveByForm } from "../actions";
import { DeleteApplication } from "./_components/delete-application";
import { StageHistory } from "./_components/stage-history";
import { Whereabouts } from "./_components/whereabouts";

export const metadata: Metadata = { title: "Application" };

export default async function ApplicationPage({ params }: PageProps<"/applications/[application]">) {
  const viewer = await requireViewer();
  const { application: id } = await params;
  if (!isUuid(id)) notFound();
  const [application, stages] = await Promise.all([findApplication(viewer.id, id), listStages(viewer.id, id)]);
  if (!application) notFound();

  return (
    <>
      <header className="flow">
        <p className="no-print">
          <a href="/applications">Applications</a>
        </p>
        <h1>{application.title}</h1>
        <Whereabouts application={application} />
      </header>
      <section className="flow" aria-labelledby="stage">
        <h2 id="stage">Stage</h2>
        <StageMoves move={moveApplication} moveByForm={moveByForm.bind(null, null)} places={{ [id]: application.stage }}>
          <StageMoveForm application={application} />
        </StageMoves>
        <StageHistory stages={stages} />
      </section>
      <section className="flow" aria-labelledby="what">
        <h2 id="what">What you know</h2>
        <ActionForm action={changeApplication} button="Save">
          <input type="hidden" name="id" value={id} />
          <AsDrawn value={drawnOf(application)} />
          <ApplicationFields application={application} />
        </ActionForm>
      </section>
      <DeleteApplication id={id} />
    </>
  );
}
