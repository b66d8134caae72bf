import type { Metadata } from "next";
import { PageHead } from "@/components/site/page-head";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { listImports } from "@/db/queries/job-sources";
import { requireSource } from "@/lib/access/admin";
import { formats } from "@/lib/jobs/formats/formats";
import { IntervalChoice } from "../_components/add-source";
import { readSource, saveSourceFields, saveSourceState } from "../actions";
import { CloseListings } from "./_components/close-listings";
import { Held } from "./_components/held";
import { Readings } from "./_components/readings";
import { Upload } from "./_components/upload";

export const metadata: Metadata = { title: "Source of listings" };

export default async function SourcePage({ params }: PageProps<"/admin/jobs/[source]">) {
  const { source } = await requireSource((await params).source);
  const imports = await listImports(source.id);
  const held = source.state === "held" ? imports.find(({ outcome }) => outcome === "held") : undefined;
  return (
    <div className="flow">
      <PageHead up={{ href: "/admin/jobs", name: "Sources of listings" }} title={source.name}>
        <p>
          {formats[source.format]?.label ?? "Typed in by hand"}
          {source.address !== null && (
            <>
              , <code className="wrap-anywhere">{source.address}</code>
            </>
          )}
        </p>
      </PageHead>
      {held && <Held sourceId={source.id} trouble={held.trouble} />}
      {source.address !== null && source.state !== "held" && (
        <div className="row">
          <ActionForm action={readSource} button="Read it now" className="row">
            <input type="hidden" name="source" value={source.id} />
          </ActionForm>
          <ActionForm action={saveSourceState} button={source.state === "on" ? "Pause it" : "Go on"} className="row">
            <input type="hidden" name="source" value={source.id} />
            <input type="hidden" name="state" value={source.state === "on" ? "paused" : "on"} />
          </ActionForm>
        </div>
      )}
      {source.address === null && formats[source.format] && <Upload sourceId={source.id} />}
      <Readings imports={imports} />
      <section className="flow" aria-labelledby="fields">
        <h2 id="fields">Name and interval</h2>
        <ActionForm action={saveSourceFields} button="Save the source" done="Saved.">
          <input type="hidden" name="source" value={source.id} />
          <Field id="name" label="Employer or board" defaultValue={source.name} maxLength={120} autoComplete="off" />
          <IntervalChoice minutes={source.intervalMinutes} />
        </ActionForm>
      </section>
      {source.state !== "held" && <CloseListings sourceId={source.id} />}
    </div>
  );
}
