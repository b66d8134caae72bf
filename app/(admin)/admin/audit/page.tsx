import type { Metadata } from "next";
import { PageHead } from "@/components/site/page-head";
import { Opened } from "@/components/ui/opened";
import { listAuditEvents } from "@/db/queries/audit-log";
import { requireAdmin } from "@/lib/access/admin";
import { auditHref, readAuditView } from "@/lib/audit/view";
import { env } from "@/lib/env";
import { AuditFilter } from "./_components/audit-filter";
import { AuditTable } from "./_components/audit-table";

export const metadata: Metadata = { title: "What was done" };

const PAGE = 50;

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  await requireAdmin();
  const view = readAuditView(await searchParams);
  const rows = await listAuditEvents(view, { limit: PAGE + 1, timeZone: env.TIME_ZONE });
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : null;

  return (
    <div className="flow">
      <PageHead up={{ href: "/admin", name: "Administration" }} title="What was done">
        <p className="prose">
          Sign-ins and who did not get in, changes of accounts and roles, files that were downloaded, what admins looked at and changed, and what was done with sources of listings. The database lets nobody change any of it, or remove any of it within a year; a name is missing when its account or cohort is gone.
        </p>
      </PageHead>
      <AuditFilter view={view} />
      {shown.length === 0 ? (
        <p className="lead">Nothing was written down that fits.</p>
      ) : view.before ? (
        <Opened key={view.before}>
          <AuditTable rows={shown} />
        </Opened>
      ) : (
        <AuditTable rows={shown} />
      )}
      <p className="row">
        {last && (
          <a className="btn" href={auditHref("/admin/audit", view, last.id)} rel="next">
            Older
          </a>
        )}
        {view.before && <a href={auditHref("/admin/audit", view)}>To the latest</a>}
        <a className="btn low" href={auditHref("/admin/audit/audit.csv", view)} download>
          Download as CSV
        </a>
      </p>
    </div>
  );
}
