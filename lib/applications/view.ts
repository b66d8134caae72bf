import { sayDate, type Day } from "@/lib/calendar/days";
import { STAGES, type Stage } from "@/lib/jobs/words";

/** How /applications shows them, as it stands in its address. */
export type ApplicationsView = { as: "board" | "list"; sort: Sort };

export const SORT_WORDS = { next: "next action", company: "company", changed: "last change" } as const;
type Sort = keyof typeof SORT_WORDS;

/** What cannot be read is as if it did not stand there. */
export function readView(query: { as?: unknown; sort?: unknown }): ApplicationsView {
  const sort = (["next", "company", "changed"] as const).find((known) => known === query.sort);
  return query.as === "list" ? { as: "list", sort: sort ?? "next" } : { as: "board", sort: "next" };
}

export function viewHref({ as, sort }: ApplicationsView): string {
  if (as === "board") return "/applications";
  return sort === "next" ? "/applications?as=list" : `/applications?as=list&sort=${sort}`;
}

/** All five, in their order, whether anything stands there or not. */
export function byStage<Row extends { stage: Stage }>(rows: readonly Row[]): { stage: Stage; rows: Row[] }[] {
  return STAGES.map((stage) => ({ stage, rows: rows.filter((row) => row.stage === stage) }));
}

/** "today", "on 27 November", or since when it waits. */
export function sayWhen(day: Day, today: Day): string {
  if (day === today) return "today";
  return `${day < today ? "since" : "on"} ${sayDate(day, { today })}`;
}
