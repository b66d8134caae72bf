import { Fragment } from "react";
import { FoldTable } from "@/components/reading/fold-table";
import { SORT_WORDS, type ApplicationsView } from "@/lib/applications/view";
import { STAGE_WORDS } from "@/lib/applications/words";
import { sayDate } from "@/lib/calendar/days";
import { sayMoment, today } from "@/lib/calendar/now";
import type { Card } from "./board";

const COLUMNS = [{ name: "Job" }, { name: "Stage" }, { name: "Next action" }, { name: "On", num: true }, { name: "Changed", num: true }] as const;

type Props = { applications: readonly (Card & { changedAt: Date })[]; view: ApplicationsView };

export function ApplicationList({ applications, view }: Props) {
  const rows = applications.map(({ id, title, company, stage, nextAction, nextOn, changedAt, listing }) => ({
    key: id,
    cells: [
      <Fragment key="job">
        <a href={`/applications/${id}`}>{title}</a>
        <p>
          {company}
          {listing?.closed && <span className="block text-sm text-soft">The listing is closed</span>}
        </p>
      </Fragment>,
      STAGE_WORDS[stage],
      nextAction || "–",
      nextOn ? sayDate(nextOn, { today: today() }) : "–",
      sayMoment(changedAt),
    ],
  }));
  return <FoldTable caption={`Applications, by ${SORT_WORDS[view.sort]}`} columns={COLUMNS} rows={rows} needs="much" />;
}
