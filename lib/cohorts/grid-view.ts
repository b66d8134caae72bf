import { z } from "zod";
import { findStep, roadmap } from "@/lib/roadmap/catalog";
import type { Step } from "@/lib/roadmap/roadmap";

export const PAGE_SIZE = 50;

/** What the address of a grid asks for. A value that cannot be is left out: an old link still opens. */
const view = z.object({
  step: z.string().refine((slug) => findStep(slug) !== null).nullable().catch(null),
  sort: z.enum(["name", "done", "proven", "last"]).catch("name"),
  group: z.string().min(1).max(200).refine((name) => name.isWellFormed() && !name.includes("\0")).nullable().catch(null),
  doing: z.literal("1").transform(() => true).catch(false),
  after: z.uuid().nullable().catch(null),
});

export type GridView = z.infer<typeof view>;

/** What a sort is called, after "by". */
export const SORT_WORDS: Record<GridView["sort"], string> = {
  name: "name",
  done: "done in this step",
  proven: "proven in this step",
  last: "last activity",
};

export function readGridView(search: Record<string, string | string[] | undefined>): GridView {
  return view.parse(search);
}

/** Another view of the same grid. Whatever changes but the page itself begins at the first page. */
export function gridHref(cohort: { slug: string }, from: GridView, change: Partial<GridView>): string {
  const { step, sort, group, doing, after } = { ...from, after: null, ...change };
  const search = new URLSearchParams({
    ...(step && { step }),
    ...(sort !== "name" && { sort }),
    ...(group && { group }),
    ...(doing && { doing: "1" }),
    ...(after && { after }),
  }).toString();
  return `/teach/cohorts/${cohort.slug}/grid${search && `?${search}`}`;
}

/** Another step of the same learners, unless their order depends on the step. */
export function stepHref(cohort: { slug: string }, from: GridView, step: { slug: string }): string {
  return gridHref(cohort, from, { step: step.slug, after: from.sort === "name" || from.sort === "last" ? from.after : null });
}

/** The step that is asked for. Null where none is named and the learners do not depend on one: see busiestStep. */
export function stepAsked({ step, sort, doing }: GridView): Step | null {
  if (step !== null) return findStep(step);
  return doing || sort === "done" || sort === "proven" ? (roadmap.steps[0] ?? null) : null;
}

/** "these 50 learners": those of one page. */
export function sayShown(shown: number): string {
  return shown === 1 ? "this learner" : `these ${shown} learners`;
}

/** "50 of 312 learners", or "51 to 100 of 312 learners". */
export function sayPosition(shown: number, before: number, matching: number): string {
  const learners = matching === 1 ? "learner" : "learners";
  return before === 0 ? `${shown} of ${matching} ${learners}` : `${before + 1} to ${before + shown} of ${matching} ${learners}`;
}
