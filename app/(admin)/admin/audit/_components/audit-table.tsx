import { FoldTable } from "@/components/reading/fold-table";
import type { AuditRow } from "@/db/queries/audit-log";
import { sayDetail } from "@/lib/audit/say-detail";
import { sayAction } from "@/lib/audit/words";
import { env } from "@/lib/env";

const moment = new Intl.DateTimeFormat("en-IN", { timeZone: env.TIME_ZONE, dateStyle: "medium", timeStyle: "short" });

export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  return (
    <FoldTable
      caption="The latest first"
      needs="much"
      columns={[{ name: "When" }, { name: "Who" }, { name: "What" }, { name: "About" }, { name: "Cohort" }, { name: "Detail" }]}
      rows={rows.map(({ id, at, actorName, action, personName, cohortName, detail }) => ({
        key: id,
        cells: [
          <time key="at" dateTime={at.toISOString()}>
            {moment.format(at)}
          </time>,
          actorName ?? "–",
          sayAction(action),
          personName ?? "–",
          cohortName ?? "–",
          sayDetail(detail) || "–",
        ],
      }))}
    />
  );
}
