import { uuidv7 } from "uuidv7";
import type { reviews, submissions } from "@/db/schema/evidence";
import type { itemProofs } from "@/db/schema/progress";
import { ago, doneDaysAgo, isSkipped, items, type Learner } from "./learners";
import { seeded } from "./random";

type Rows = { submissions: (typeof submissions.$inferInsert)[]; reviews: (typeof reviews.$inferInsert)[]; proofs: (typeof itemProofs.$inferInsert)[] };

const COMMENTS = {
  accepted: ["Clear and complete.", "Works as described. Accepted.", "Good: the edge cases are there.", "Accepted. The names read well."],
  returned: "The main case works. The second one in “What proves it” is missing: add it, and say in one sentence how you tested it.",
} as const;

/** Versions of one item: those before the last were returned. */
type History = { learner: Learner; itemId: string; last: "accepted" | "handed-in" | "returned"; returnsBefore: number; daysAgo: number };

/** What learners handed in, what the instructor said, and the proofs that follow from it. */
export function makeEvidence(learners: readonly Learner[], reviewerId: string): Rows {
  const rows: Rows = { submissions: [], reviews: [], proofs: [] };
  for (const history of histories(learners)) record(rows, history, reviewerId);
  return rows;
}

function histories(learners: readonly Learner[]): History[] {
  const random = seeded(7);
  return learners.flatMap((learner, place) => {
    const done = items.slice(0, learner.done).flatMap((item, index) => (isSkipped(index) ? [] : [{ itemId: item.slug, daysAgo: doneDaysAgo(learner, index) }]));
    const last = done.at(-1);
    return done.flatMap(({ itemId, daysAgo }): History[] => {
      const handed = { learner, itemId, daysAgo };
      if (itemId === last?.itemId && place % 12 === 0) return [{ ...handed, last: "returned", returnsBefore: place % 24 === 0 ? 1 : 0, daysAgo: Math.max(daysAgo, 6) }];
      if (itemId === last?.itemId && place % 4 === 1) return [{ ...handed, last: "handed-in", returnsBefore: place % 8 === 1 ? 1 : 0 }];
      return random() < learner.provenShare ? [{ ...handed, last: "accepted", returnsBefore: random() < 0.15 ? 1 : 0 }] : [];
    });
  });
}

function record(rows: Rows, { learner, itemId, last, returnsBefore, daysAgo }: History, reviewerId: string) {
  for (let version = 1; version <= returnsBefore + 1; version++) {
    const state = version <= returnsBefore ? "returned" : last;
    const handedInAt = ago(daysAgo + 3 * (returnsBefore + 1 - version));
    const closedAt = state === "handed-in" ? null : new Date(handedInAt.getTime() + 20 * 3_600_000);
    const submission = { userId: learner.id, id: uuidv7() };
    const body = `https://example.org/${learner.email.split("@")[0]?.replace(".", "-") ?? "work"}/${itemId}/v${version}`;
    rows.submissions.push({ ...submission, itemId, version, kind: "link", body, state, savedAt: handedInAt, handedInAt, closedAt });
    rows.proofs.push({ userId: learner.id, id: uuidv7(), itemId, level: 1, submissionId: submission.id, givenAt: handedInAt });
    if (!closedAt || state === "handed-in") continue;
    const comment = state === "returned" ? COMMENTS.returned : (COMMENTS.accepted[rows.reviews.length % COMMENTS.accepted.length] ?? "");
    rows.reviews.push({ userId: learner.id, id: uuidv7(), submissionId: submission.id, by: "instructor", verdict: state, comment, reviewerId, reviewedAt: closedAt });
    if (state === "accepted") {
      rows.proofs.push({ userId: learner.id, id: uuidv7(), itemId, level: 4, submissionId: submission.id, givenBy: reviewerId, givenAt: closedAt });
    }
  }
}
