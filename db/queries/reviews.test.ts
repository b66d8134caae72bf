import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { reviews, submissions } from "@/db/schema/evidence";
import { itemProofs } from "@/db/schema/progress";
import { sqlStateOf } from "@/db/sql-state";
import { findTaughtCohort, findTaughtLearner } from "./cohorts";
import { listEvidenceOfLearner, listOwnVersions, listTaughtVersions, saveEvidence } from "./evidence";
import { addVerdict, claimNextReview, countWaitingReviews, findClaim, listReviewsForExport, listWaitingReviews, saveClaim, withdrawVerdict } from "./reviews";
import { writeWhileErased } from "./while-erased";

const ITEM = "shell-basics";
/** The item has no rubric. */
const PLAIN = { itemId: ITEM, rubric: null };

async function makePerson(name: string): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, name, email: `${randomUUID()}@example.org` });
  return id;
}

/** A cohort with two instructors and learners who handed in, one after the other. */
async function makeCohort(learnerCount = 1) {
  const cohort = { id: uuidv7(), slug: randomUUID(), name: "A cohort", startsOn: "2026-01-01", endsOn: "2026-12-31", hoursPerWeek: 8 };
  const [farida, vikram] = [await makePerson("Farida"), await makePerson("Vikram")];
  const learners = await Promise.all(Array.from({ length: learnerCount }, (_, index) => makePerson(`Learner ${index}`)));
  await db.insert(cohorts).values(cohort);
  await db.insert(enrollments).values([
    ...[farida, vikram].map((userId) => ({ cohortId: cohort.id, userId, role: "instructor" as const })),
    ...learners.map((userId) => ({ cohortId: cohort.id, userId, role: "learner" as const })),
  ]);
  for (const learner of learners) await handIn(learner);
  const as = async (id: string, admin = false) => {
    const taught = await findTaughtCohort(cohort.slug, { id, admin });
    if (!taught) throw new Error("The cohort is not taught by this person.");
    return taught;
  };
  const learnerAs = async (id: string, learnerId = learners[0] ?? "", admin = false) => {
    const learner = await findTaughtLearner(await as(id, admin), learnerId);
    if (!learner) throw new Error("This learner is not in the cohort.");
    return learner;
  };
  return { id: cohort.id, farida, vikram, learners, learner: learners[0] ?? "", as, learnerAs };
}

const handIn = (userId: string) => saveEvidence({ userId, itemId: ITEM, kind: "text", body: "I listed files.", commit: null, file: null, handIn: true });

async function newestOf(userId: string) {
  const [newest] = await listOwnVersions(userId, ITEM);
  if (!newest) throw new Error("There is no version.");
  return newest;
}

const levels = async (userId: string) =>
  (await db.select({ level: itemProofs.level }).from(itemProofs).where(and(eq(itemProofs.userId, userId), isNull(itemProofs.withdrawnAt)))).map((row) => row.level).sort();

const leave = (cohortId: string, userId: string) =>
  db.update(enrollments).set({ leftAt: new Date() }).where(and(eq(enrollments.cohortId, cohortId), eq(enrollments.userId, userId)));

describe("a verdict", () => {
  test("that comes while the learner, or who gives it, is erased finds nothing to judge, and holds nothing up", async () => {
    for (const erased of ["learner", "farida"] as const) {
      const cohort = await makeCohort();
      const taught = await cohort.learnerAs(cohort.farida);
      const verdict = { submissionId: (await newestOf(cohort.learner)).id, verdict: "accepted" as const, comment: "", ...PLAIN };
      await saveClaim(taught, { submissionId: verdict.submissionId, claimed: true });
      expect(await writeWhileErased(cohort[erased], () => addVerdict(taught, verdict).catch(sqlStateOf))).toBe(erased === "learner" ? false : "23503");
    }
  });

  test("keeps the rubric as it was judged, for an item that is the submission's", async () => {
    const { farida, learner, learnerAs } = await makeCohort();
    const taught = await learnerAs(farida);
    const submissionId = (await newestOf(learner)).id;
    const rubric = [{ text: "It runs.", met: true }, { text: "“Quoted”, it's तैयार.", met: false }];
    expect(await addVerdict(taught, { submissionId, verdict: "accepted", comment: "", itemId: "model-entities", rubric })).toBe(false);
    expect((await newestOf(learner)).state).toBe("handed-in");
    expect(await addVerdict(taught, { submissionId, verdict: "accepted", comment: "", itemId: ITEM, rubric })).toBe(true);
    expect((await newestOf(learner)).judgements).toMatchObject([{ verdict: "accepted", rubric }]);
    expect(await listReviewsForExport(taught.cohort, null)).toMatchObject([{ rubric }]);
  });

  test("acceptance gives level 4; a return gives none and leaves the version as it was", async () => {
    const { farida, learner, learnerAs } = await makeCohort();
    const taught = await learnerAs(farida);
    const first = await newestOf(learner);
    expect(await addVerdict(taught, { submissionId: first.id, verdict: "returned", comment: "Show the output.", ...PLAIN })).toBe(true);
    expect(await levels(learner)).toEqual([1]);
    await handIn(learner);
    expect(await addVerdict(taught, { submissionId: (await newestOf(learner)).id, verdict: "accepted", comment: "", ...PLAIN })).toBe(true);
    expect(await levels(learner)).toEqual([1, 1, 4]);
    const versions = await listTaughtVersions(taught, first.id);
    expect(versions.map(({ version, state, body, judgements }) => [version, state, body, judgements.map((j) => [j.verdict, j.comment, j.reviewerName])])).toEqual([
      [2, "accepted", "I listed files.", [["accepted", "", "Farida"]]],
      [1, "returned", "I listed files.", [["returned", "Show the output.", "Farida"]]],
    ]);
  });

  test("fifty pairs accepting and returning at once leave one verdict each, and a state that agrees with it", async () => {
    const { id, farida, vikram, learners, learnerAs } = await makeCohort(50);
    const pairs = await Promise.all(
      learners.map(async (learner) => ({
        accepts: await learnerAs(farida, learner),
        returns: await learnerAs(vikram, learner),
        submissionId: (await newestOf(learner)).id,
      })),
    );
    const answers = await Promise.all(
      pairs.map(({ accepts, returns, submissionId }) =>
        Promise.all([
          addVerdict(accepts, { submissionId, verdict: "accepted", comment: "", ...PLAIN }),
          addVerdict(returns, { submissionId, verdict: "returned", comment: "Not yet.", ...PLAIN }),
        ]),
      ),
    );
    expect(answers.map((pair) => pair.filter(Boolean).length)).toEqual(pairs.map(() => 1));
    const written = await db
      .select({ learner: reviews.userId, verdict: reviews.verdict, state: submissions.state })
      .from(reviews)
      .innerJoin(submissions, and(eq(submissions.userId, reviews.userId), eq(submissions.id, reviews.submissionId)))
      .innerJoin(enrollments, and(eq(enrollments.userId, reviews.userId), eq(enrollments.cohortId, id)));
    expect(written).toHaveLength(50);
    for (const { learner, verdict, state } of written) {
      expect(state).toBe(verdict);
      expect(await levels(learner)).toEqual(verdict === "accepted" ? [1, 4] : [1]);
    }
  });

  test("an admin, a removed instructor and one of another cohort give none, and none is given on who has left", async () => {
    const { id, farida, vikram, learner, learnerAs } = await makeCohort();
    const { id: submissionId } = await newestOf(learner);
    const verdict = { submissionId, verdict: "accepted" as const, comment: "", ...PLAIN };
    const admin = await makePerson("Admin");
    expect(await addVerdict(await learnerAs(admin, learner, true), verdict)).toBe(false);

    const removed = await learnerAs(vikram);
    await leave(id, vikram);
    expect(await addVerdict(removed, verdict)).toBe(false);
    expect(await saveClaim(removed, { submissionId, claimed: true })).toBe(false);

    const other = await makeCohort();
    expect(await addVerdict(await other.learnerAs(other.farida), verdict)).toBe(false);

    const gone = await learnerAs(farida);
    await leave(id, learner);
    expect(await addVerdict(gone, verdict)).toBe(false);
    expect((await newestOf(learner)).state).toBe("handed-in");
    expect(await levels(learner)).toEqual([1]);
  });
});

describe("taking a verdict back", () => {
  test("the level falls, the submission waits again, and the reason is kept", async () => {
    const { farida, vikram, learner, learnerAs } = await makeCohort();
    const { id: submissionId } = await newestOf(learner);
    await addVerdict(await learnerAs(farida), { submissionId, verdict: "accepted", comment: "", ...PLAIN });
    const taking = { submissionId, reason: "I read the wrong one." };
    expect(await withdrawVerdict(await learnerAs(vikram), taking)).toBe("gone");
    expect(await levels(learner)).toEqual([1, 4]);
    expect(await withdrawVerdict(await learnerAs(farida), taking)).toBe("waits");
    expect(await levels(learner)).toEqual([1]);
    expect(await withdrawVerdict(await learnerAs(farida), taking)).toBe("gone");
    const { state, judgements } = await newestOf(learner);
    expect([state, judgements[0]?.withdrawnReason]).toEqual(["handed-in", "I read the wrong one."]);
    expect(await addVerdict(await learnerAs(vikram), { submissionId, verdict: "accepted", comment: "", ...PLAIN })).toBe(true);
    expect(await levels(learner)).toEqual([1, 4]);
  });

  test("beside a newer version a return stays, and an acceptance becomes a return", async () => {
    const { farida, learner, learnerAs } = await makeCohort();
    const taught = await learnerAs(farida);
    const first = await newestOf(learner);
    await addVerdict(taught, { submissionId: first.id, verdict: "returned", comment: "Not yet.", ...PLAIN });
    await handIn(learner);
    expect(await withdrawVerdict(taught, { submissionId: first.id, reason: "Too quick." })).toBe("newer");
    const second = await newestOf(learner);
    await addVerdict(taught, { submissionId: second.id, verdict: "accepted", comment: "", ...PLAIN });
    await handIn(learner);
    expect(await withdrawVerdict(taught, { submissionId: second.id, reason: "Wrong repository." })).toBe("returned");
    expect((await listOwnVersions(learner, ITEM)).map((version) => version.state)).toEqual(["handed-in", "returned", "returned"]);
    expect(await levels(learner)).toEqual([1, 1, 1]);
  });

  test("in several tabs at once takes it back once, and the others hear that it is gone", async () => {
    const { farida, learner, learnerAs } = await makeCohort();
    const taught = await learnerAs(farida);
    const { id: submissionId } = await newestOf(learner);
    await addVerdict(taught, { submissionId, verdict: "returned", comment: "Not yet.", ...PLAIN });
    const answers = await Promise.all(Array.from({ length: 6 }, () => withdrawVerdict(taught, { submissionId, reason: "Too quick." })));
    expect(answers.toSorted()).toEqual(["gone", "gone", "gone", "gone", "gone", "waits"]);
  });

  test("while the learner, or who gave it, is erased holds nothing up", async () => {
    for (const erased of ["learner", "farida"] as const) {
      const cohort = await makeCohort();
      const taught = await cohort.learnerAs(cohort.farida);
      const { id: submissionId } = await newestOf(cohort.learner);
      await addVerdict(taught, { submissionId, verdict: "accepted", comment: "", ...PLAIN });
      const taken = () => withdrawVerdict(taught, { submissionId, reason: "I read the wrong one." }).catch(sqlStateOf);
      expect(await writeWhileErased(cohort[erased], taken)).toBe(erased === "learner" ? "gone" : "23503");
    }
  });
});

describe("the queue", () => {
  test("lists what waits in this cohort now, oldest first, and goes on from where a page ends", async () => {
    const { id, farida, learners, as } = await makeCohort(3);
    const cohort = await as(farida);
    const names = (rows: { learnerName: string }[]) => rows.map((row) => row.learnerName);
    const [first, ...rest] = await listWaitingReviews(cohort, 50);
    expect(names(rest)).toEqual(["Learner 1", "Learner 2"]);
    expect(names(await listWaitingReviews(cohort, 1, first))).toEqual(["Learner 1"]);
    await leave(id, learners[1] ?? "");
    expect(names(await listWaitingReviews(cohort, 50))).toEqual(["Learner 0", "Learner 2"]);
    expect(await countWaitingReviews(cohort)).toBe(2);
  });

  test("a claim is shown to the other, holds for half an hour, and keeps their verdict out", async () => {
    const { farida, vikram, learner, as, learnerAs } = await makeCohort();
    const { id: submissionId } = await newestOf(learner);
    expect(await saveClaim(await learnerAs(vikram), { submissionId, claimed: true })).toBe(true);
    expect((await listWaitingReviews(await as(farida), 50))[0]).toMatchObject({ claimedByName: "Vikram", claimedByViewer: false });
    expect((await listWaitingReviews(await as(vikram), 50))[0]).toMatchObject({ claimedByName: "Vikram", claimedByViewer: true });
    expect(await saveClaim(await learnerAs(farida), { submissionId, claimed: true })).toBe(false);
    expect(await addVerdict(await learnerAs(farida), { submissionId, verdict: "accepted", comment: "", ...PLAIN })).toBe(false);
    expect(await findClaim(await learnerAs(farida), submissionId)).toMatchObject({ name: "Vikram", own: false });

    await db.update(submissions).set({ claimedAt: new Date(Date.now() - 31 * 60_000) }).where(eq(submissions.id, submissionId));
    expect((await listWaitingReviews(await as(farida), 50))[0]).toMatchObject({ claimedByName: null, claimedByViewer: false });
    expect(await findClaim(await learnerAs(farida), submissionId)).toBe(null);
    expect(await addVerdict(await learnerAs(farida), { submissionId, verdict: "accepted", comment: "", ...PLAIN })).toBe(true);
  });

  test("two who ask for the next at once never get the same", async () => {
    const { farida, vikram, as } = await makeCohort(6);
    const [one, other] = [await as(farida), await as(vikram)];
    const first = await Promise.all([claimNextReview(one), claimNextReview(other)]);
    expect(new Set(first.map((next) => next?.submissionId)).size).toBe(2);
    const [place] = await listWaitingReviews(one, 1);
    expect((await claimNextReview(one, place))?.submissionId).not.toBe(place?.submissionId);
  });

  test("drafts and what was withdrawn stay with the learner; reviews are given to the office in pages", async () => {
    const { farida, learner, as, learnerAs } = await makeCohort();
    const taught = await learnerAs(farida);
    await addVerdict(taught, { submissionId: (await newestOf(learner)).id, verdict: "returned", comment: "Not yet.", ...PLAIN });
    await saveEvidence({ userId: learner, itemId: ITEM, kind: "text", body: "A secret draft", commit: null, file: null, handIn: false });
    expect((await listEvidenceOfLearner(taught)).map((version) => version.state)).toEqual(["returned"]);
    const [review, ...none] = await listReviewsForExport(await as(farida), null);
    expect(none).toEqual([]);
    expect(review).toMatchObject({ learnerName: "Learner 0", itemId: ITEM, version: 1, verdict: "returned", comment: "Not yet.", reviewerName: "Farida" });
    expect(await listReviewsForExport(await as(farida), review?.reviewId ?? null)).toEqual([]);
  });
});
