import type { Metadata } from "next";
import { ApplicationFields } from "@/components/applications/application-fields";
import { StageMoveForm, StageMoves } from "@/components/applications/stage-moves";
import { ActionForm } from "@/components/ui/action-form";
import { AsDrawn } from "@/components/ui/as-drawn";
import { listStages } from "@/db/queries/applications";
import { requireOwnApplication } from "@/lib/access/applications";
import { drawnOf } from "@/lib/applications/drawn";
import { changeApplication, moveApplication, moveByForm } from "../actions";
import { DeleteApplication } from "./_components/delete-application";
import { StageHistory } from "./_components/stage-history";
import { Whereabouts } from "./_components/whereabouts";

export async function generateMetadata({ params }: PageProps<"/applications/[application]">): Promise<Metadata> {
  const { application } = await requireOwnApplication((await params).application);
  return { title: `${application.title}, ${application.company}` };
}

export default async function ApplicationPage({ params }: PageProps<"/applications/[application]">) {
  const { application: id } = await params;
  const { viewerId, application } = await requireOwnApplication(id);
  const stages = await listStages(viewerId, id);

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
