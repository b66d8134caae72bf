import type { TaughtCohort } from "@/db/queries/cohorts";
import { listGridRows, type GridRow } from "@/db/queries/grid";
import { listReviewsForExport, type ExportedReview } from "@/db/queries/reviews";
import { listExpectedForExport, type Expected } from "@/db/queries/roster";
import { today } from "@/lib/calendar/now";
import { dayOf } from "@/lib/calendar/days";
import { env } from "@/lib/env";
import { sayMet } from "@/lib/evidence/rubric";
import { roadmap } from "@/lib/roadmap/catalog";
import { csvAnswer, csvField, csvLine, pagesOf } from "./csv";
import { readCells, shareOfCells, WAIVED_WORDS, type Cell } from "./grid-cells";
import { sayInvitation } from "./say-invitation";
import { titleOf } from "./say-signal";

const PAGE = 1_000;

const items = roadmap.steps.flatMap((step) => step.items.map(({ slug, title }, index) => ({ slug, name: `${step.number}.${index + 1} ${title}` })));
const itemIds = items.map(({ slug }) => slug);
const columnOf = new Map(itemIds.map((slug, index) => [slug, index]));

const fileName = (cohort: TaughtCohort, what: string) => `${cohort.slug}-${what}-${today()}.csv`;

/** Every learner who is enrolled now, by name. */
function learnersOf(cohort: TaughtCohort) {
  return pagesOf<GridRow>((last) =>
    listGridRows(cohort, { sort: "name", itemIds: [], group: null, doing: false, withLast: true, after: last?.id ?? null, limit: PAGE }),
  );
}

/** Learners by items: "done, level 4". */
export function exportGrid(cohort: TaughtCohort): Response {
  const header = ["Learner", "Group", "Joined", "Done", "Proven", "Waived", "Last activity", ...items.map(({ name }) => name)];
  return csvAnswer(fileName(cohort, "grid"), header, learnersOf(cohort), (row) => {
    const cells = readCells(row);
    const { done, proven, waived } = shareOfCells(itemIds, cells);
    const states = items.map(() => '"todo"');
    for (const [itemId, cell] of Object.entries(cells)) {
      const column = columnOf.get(itemId);
      if (column !== undefined) states[column] = fieldOf(cell);
    }
    const learner = [row.name, row.groupName, row.enrolledOn, done, proven, waived, row.lastOn].map(csvField);
    return `${[...learner, ...states].join(",")}\r\n`;
  });
}

/** A file of 5,000 learners has 840,000 cells, and few that differ. */
const fields = new Map<string, string>();

function fieldOf(cell: Cell): string {
  const key = `${cell.state}${cell.level}${cell.waived}`;
  const field = fields.get(key) ?? csvField(sayState(cell));
  fields.set(key, field);
  return field;
}

function sayState({ state, level, waived }: Cell): string {
  const proof = state === "done" || level > 0 ? `, level ${level}` : "";
  return `${state}${proof}${waived ? `; ${WAIVED_WORDS[waived]}` : ""}`;
}

export function exportLearners(cohort: TaughtCohort): Response {
  return csvAnswer(fileName(cohort, "learners"), ["Learner", "Group", "Joined", "Last activity", "Done", "Proven", "Waived"], learnersOf(cohort), (row) => {
    const { done, proven, waived } = shareOfCells(itemIds, readCells(row));
    return csvLine([row.name, row.groupName, row.enrolledOn, row.lastOn, done, proven, waived]);
  });
}

/** Who is on the roster and not enrolled. Of the enrolled no file holds an address. */
export function exportRoster(cohort: TaughtCohort): Response {
  const pages = pagesOf<Expected>((last) => listExpectedForExport(cohort, last));
  return csvAnswer(fileName(cohort, "roster"), ["Name", "E-mail", "Group", "Invitation"], pages, (entry) =>
    csvLine([entry.name, entry.email, entry.groupName, sayInvitation(entry)]),
  );
}

const REVIEW_COLUMNS = ["Learner", "Group", "Item", "Version", "Handed in", "By", "Verdict", "Comment", "Rubric met", "Reviewer", "Reviewed", "Taken back", "Why"];

/** In the order in which they were written. */
export function exportReviews(cohort: TaughtCohort): Response {
  const pages = pagesOf<ExportedReview>((last) => listReviewsForExport(cohort, last?.reviewId ?? null));
  return csvAnswer(fileName(cohort, "reviews"), REVIEW_COLUMNS, pages, (review) =>
    csvLine([
      review.learnerName,
      review.groupName,
      titleOf(review.itemId),
      review.version,
      dayOrNone(review.handedInAt),
      review.by,
      review.verdict,
      review.comment,
      review.rubric && sayMet(review.rubric),
      review.reviewerName,
      dayOrNone(review.reviewedAt),
      dayOrNone(review.withdrawnAt),
      review.withdrawnReason,
    ]),
  );
}

function dayOrNone(moment: Date | null): string | null {
  return moment && dayOf(moment, env.TIME_ZONE);
}
