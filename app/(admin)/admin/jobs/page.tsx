import type { Metadata } from "next";
import { PageHead } from "@/components/site/page-head";
import { listSources } from "@/db/queries/job-sources";
import { requireAdmin } from "@/lib/access/admin";
import { AddSource } from "./_components/add-source";
import { SourceList } from "./_components/source-list";

export const metadata: Metadata = { title: "Sources of listings" };

export default async function SourcesPage() {
  await requireAdmin();
  const sources = await listSources();
  return (
    <div className="flow">
      <PageHead up={{ href: "/admin", name: "Administration" }} title="Sources of listings">
        <p className="prose">
          Listings come from where employers publish them. Each source is read at its interval; a listing that is missing twice is closed, and one that comes back is opened again.
        </p>
        <p>
          <a className="btn low" href="/admin/jobs/new">
            Type one listing
          </a>
        </p>
      </PageHead>
      {sources.length === 0 ? <p className="lead">No source yet. Add the first below.</p> : <SourceList sources={sources} />}
      <AddSource />
    </div>
  );
}
