import { listAuditEvents, type AuditRow } from "@/db/queries/audit-log";
import { today } from "@/lib/calendar/now";
import { csvAnswer, csvLine, pagesOf } from "@/lib/cohorts/csv";
import { env } from "@/lib/env";
import { sayDetail } from "./say-detail";
import type { AuditView } from "./view";

const PAGE = 1_000;

/** All of a view, the latest first, with moments in UTC. */
export function exportAudit(view: AuditView): Response {
  const pages = pagesOf<AuditRow>((last) => listAuditEvents({ ...view, before: last?.id ?? null }, { limit: PAGE, timeZone: env.TIME_ZONE }));
  return csvAnswer(`audit-${today()}.csv`, ["When (UTC)", "Who", "What", "About", "Cohort", "Detail"], pages, ({ at, actorName, action, personName, cohortName, detail }) =>
    csvLine([at.toISOString(), actorName, action, personName, cohortName, sayDetail(detail)]),
  );
}
