import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, cohortSteps, enrollments, waivers } from "@/db/schema/cohorts";
import { submissions } from "@/db/schema/evidence";
import { itemProgress, itemProofs } from "@/db/schema/progress";
import { exportGrid, exportLearners } from "@/lib/cohorts/csv-exports";
import { busiestStep } from "@/lib/cohorts/grid";
import { readCells, shareOfCells } from "@/lib/cohorts/grid-cells";
import { readRoad } from "@/lib/cohorts/learner-road";
import { doingOf, statesOf } from "@/lib/cohorts/stuck";
import { STRENGTH, type ItemState } from "@/lib/progress/states";
import { roadmap } from "@/lib/roadmap/catalog";
import { findTaughtCohort, findTaughtLearner, type TaughtCohort, type TaughtLearner } from "./cohorts";
import { listGridRows } from "./grid";
import { listItemFigures } from "./item-figures";
import { listItemsOfLearner } from "./learner-page";
import { listWaivers } from "./notes-and-waivers";
import { listFacts, listFinished } from "./signals";

const NOW = new Date("2026-11-22T06:00:00Z");
const slugs = roadmap.steps.flatMap((step) => step.items.map((item) => item.slug));
const [todo = "", doing = "", skipped = "", done = "", proven = "", ownDone = "", ownDoing = "", withdrawn = "", elsewhere = ""] = slugs;
const WAIVED = [todo, doing, skipped, done, proven];
const ALL = [...WAIVED, ownDone, ownDoing, withdrawn, elsewhere];

/** By the rule: waived and nothing done by the learner, whatever else they said. */
const COUNT_AS_WAIVED = [todo, doing, skipped];
const OPEN = [ownDoing, withdrawn, elsewhere];

const DUE_ON = "2026-11-22";

let cohort: TaughtCohort;
let learner: TaughtLearner;

beforeAll(async () => {
  const [teacher, userId, cohortId, otherId, slug] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), randomUUID()];
  const fields = { name: "Evening", startsOn: "2026-09-01", endsOn: "2027-03-01", hoursPerWeek: 8 };
  await db.insert(users).values([teacher, userId].map((id) => ({ id, name: "A person", email: `${randomUUID()}@example.org` })));
  await db.insert(cohorts).values([{ ...fields, id: cohortId, slug }, { ...fields, id: otherId, slug: randomUUID() }]);
  await db.insert(cohortSteps).values({ cohortId, stepSlug: "asked", dueOn: DUE_ON });
  await db.insert(enrollments).values([{ cohortId, userId: teacher, role: "instructor" }, { cohortId, userId, role: "learner" }, { cohortId: otherId, userId, role: "learner" }]);
  const said: [string, ItemState][] = [
    [doing, "doing"], [skipped, "skipped"], [done, "done"], [ownDone, "done"], [ownDoing, "doing"], [withdrawn, "doing"], [elsewhere, "doing"],
  ];
  await db.insert(itemProgress).values(said.map(([itemId, state]) => ({ userId, itemId, state, strength: STRENGTH[state], clock: 1, opId: uuidv7(), changedAt: NOW })));
  await db.insert(itemProofs).values({ userId, id: uuidv7(), itemId: proven, level: 4 });
  const returned = { userId, version: 1, kind: "text" as const, body: "Here.", state: "returned" as const, handedInAt: NOW, closedAt: NOW };
  await db.insert(submissions).values([doing, ownDoing].map((itemId) => ({ ...returned, id: uuidv7(), itemId })));
  const waiver = { learnerId: userId, state: "known" as const, reason: "Seen at work." };
  await db.insert(waivers).values([
    ...WAIVED.map((itemId) => ({ ...waiver, cohortId, id: uuidv7(), itemId })),
    { ...waiver, cohortId, id: uuidv7(), itemId: withdrawn, withdrawnAt: NOW },
    { ...waiver, cohortId: otherId, id: uuidv7(), itemId: elsewhere },
  ]);
  const taught = await findTaughtCohort(slug, { id: teacher, admin: false });
  const found = taught && (await findTaughtLearner(taught, userId));
  if (!found) throw new Error("The learner was not found.");
  [cohort, learner] = [found.cohort, found];
});

const gridOf = (question: { itemIds?: string[]; doing?: boolean } = {}) => listGridRows(cohort, { sort: "name", itemIds: [], group: null, doing: false, withLast: false, after: null, limit: 50, ...question });

describe("a waiver counts once and the same", () => {
  test("in the grid and in both files", async () => {
    const [row] = await gridOf();
    if (!row) throw new Error("The grid has no row.");
    const share = { done: 2, proven: 1, skipped: 0, waived: COUNT_AS_WAIVED.length };
    expect(shareOfCells(slugs, readCells(row))).toMatchObject(share);
    expect(COUNT_AS_WAIVED.filter((itemId) => shareOfCells([itemId], readCells(row)).waived === 0)).toEqual([]);
    for (const file of [exportGrid(cohort), exportLearners(cohort)]) {
      const [line] = parse<Record<string, string>>(await file.text(), { bom: true, columns: true });
      expect(line).toMatchObject({ Done: "2", Proven: "1", Waived: "3" });
    }
  });

  test("on the learner's page, where what is waived is not in progress", async () => {
    const [items, given] = await Promise.all([listItemsOfLearner(learner), listWaivers(learner)]);
    const road = readRoad({ items, waivers: given, due: [] }, cohort.hoursPerWeek, NOW);
    expect(road.share).toMatchObject({ done: 2, proven: 1, skipped: 0, waived: COUNT_AS_WAIVED.length });
    expect(road.inProgress.map(({ item }) => item.slug).sort()).toEqual([...OPEN].sort());
  });

  test("on the page of items", async () => {
    const figures = await listItemFigures(cohort);
    const having = (count: "waived" | "doing" | "skipped" | "done") => figures.filter((row) => row[count] === 1).map(({ itemId }) => itemId).sort();
    expect(having("waived")).toEqual([...COUNT_AS_WAIVED].sort());
    expect(having("doing")).toEqual([...OPEN].sort());
    expect(having("skipped")).toEqual([]);
    expect(having("done")).toEqual([done, ownDone].sort());
  });

  test("among the facts of the signals", async () => {
    const tomorrow = new Date(Date.now() + 86_400_000);
    const [row] = await listFacts(cohort, { stepItems: { asked: ALL }, day: "2026-11-23", quietSince: tomorrow, returnedSince: tomorrow, returnedTimes: 1 });
    expect(row && doingOf(row).map(({ itemId }) => itemId).sort()).toEqual([...OPEN].sort());
    expect(row?.due).toBe(ALL.length);
    expect(row?.settledDue).toBe(ALL.length - OPEN.length);
    expect(row?.returned?.map(({ itemId }) => itemId)).toEqual([ownDoing]);
    if (!row) throw new Error("The learner has no facts.");
    const states = statesOf(row);
    expect(WAIVED.map((itemId) => states.get(itemId))).toEqual(WAIVED.map(() => "done"));
    expect([withdrawn, elsewhere].map((itemId) => states.get(itemId))).toEqual(["doing", "doing"]);
  });

  test("of a step that is due", async () => {
    const finished = (asked: string[]) => listFinished(cohort, { stepItems: { asked }, from: DUE_ON, to: "2026-11-23" });
    const step = { stepSlug: "asked", dueOn: DUE_ON, learners: 1 };
    expect(await finished(ALL)).toEqual([{ ...step, done: 0, proven: 0, waived: 1 }]);
    expect(await finished([...WAIVED, ownDone])).toEqual([{ ...step, done: 1, proven: 0, waived: 1 }]);
    expect(await finished([done, proven])).toEqual([{ ...step, done: 1, proven: 1, waived: 0 }]);
  });

  test("when only learners with something in progress are asked for", async () => {
    expect(await gridOf({ itemIds: [doing], doing: true })).toEqual([]);
    expect(await gridOf({ itemIds: OPEN, doing: true })).toHaveLength(1);
    const [first, second] = roadmap.steps;
    const row = { done: null, skipped: null, doing: `${first?.items[0]?.slug} ${second?.items[0]?.slug}`, levels: null, waivers: `${first?.items[0]?.slug}:known` };
    expect(busiestStep([{ cells: readCells(row) }]).slug).toBe(second?.slug);
  });
});
