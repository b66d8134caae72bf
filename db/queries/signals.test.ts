import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, cohortSteps, enrollments, signalSettlements, waivers } from "@/db/schema/cohorts";
import { submissions } from "@/db/schema/evidence";
import { plans } from "@/db/schema/plans";
import { itemProgress } from "@/db/schema/progress";
import { readStuck } from "@/lib/cohorts/stuck";
import { saySignal } from "@/lib/cohorts/say-signal";
import { STRENGTH, type ItemState } from "@/lib/progress/states";
import { roadmap } from "@/lib/roadmap/catalog";
import { findTaughtCohort, findTaughtLearner, type TaughtCohort } from "./cohorts";
import { removeSettlement, saveSettlement } from "./signals";

const NOW = new Date("2026-11-22T06:00:00Z");
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

const [first, second] = roadmap.steps;
if (!first || !second) throw new Error("The roadmap has fewer than two steps.");
const stepOne = first.items.map((item) => item.slug);
const stepTwo = second.items.map((item) => item.slug);

type Planted = {
  name: string;
  /** Items done or skipped, all changed so many days ago. */
  done?: string[];
  state?: ItemState;
  daysAgo?: number;
  doing?: { item: string; daysAgo: number }[];
  evidence?: { item: string; states: ("draft" | "handed-in" | "returned" | "accepted")[]; daysAgo: number }[];
  enrolledDaysAgo?: number;
  hoursPerWeek?: number;
  under18?: boolean;
  left?: boolean;
  waived?: string[];
};

/** Eighteen who are well: the first step done, something begun within the last days. */
const WELL: Planted[] = Array.from({ length: 18 }, (_, index) => ({
  name: `Well ${String(index + 1).padStart(2, "0")}`,
  done: stepOne,
  daysAgo: 20 + index,
  doing: [{ item: stepTwo[index % 2] ?? "", daysAgo: index % 6 }],
}));

const PLANTED: Planted[] = [
  { name: "Harpreet Kaur", done: [...stepOne, "model-entities"], daysAgo: 9 },
  { name: "Quiet For A Week", done: stepOne, daysAgo: 7 },
  { name: "Quiet Six Days", done: stepOne, daysAgo: 6 },
  { name: "Quiet And Finished", done: roadmap.steps.flatMap((step) => step.items.map((item) => item.slug)), daysAgo: 40 },
  { name: "Quiet But Settled", done: stepOne, daysAgo: 15 },
  { name: "Quiet Again", done: stepOne, daysAgo: 12 },
  { name: "Quiet And Snoozed", done: stepOne, daysAgo: 11 },
  { name: "Quiet After A Snooze", done: stepOne, daysAgo: 10 },
  { name: "Quiet Under 18", done: stepOne, daysAgo: 30, under18: true },
  { name: "Quiet And Gone", done: stepOne, daysAgo: 30, left: true },
  // Four hours at eight a week are four days; three times that are twelve.
  { name: "Imran Shaikh", done: stepOne, daysAgo: 40, doing: [{ item: "model-entities", daysAgo: 13 }, { item: "create-a-schema", daysAgo: 1 }] },
  { name: "Slow At Two Hours", done: stepOne, daysAgo: 40, doing: [{ item: "model-entities", daysAgo: 13 }, { item: "create-a-schema", daysAgo: 1 }], hoursPerWeek: 2 },
  { name: "Slow At Twenty Hours", done: stepOne, daysAgo: 40, doing: [{ item: "model-entities", daysAgo: 7 }, { item: "create-a-schema", daysAgo: 1 }], hoursPerWeek: 20 },
  { name: "स्नेहल पाटील", done: stepOne, daysAgo: 3, evidence: [{ item: "set-up-workspace", states: ["returned"], daysAgo: 6 }] },
  { name: "Returned And Taken Up", done: stepOne, daysAgo: 3, evidence: [{ item: "set-up-workspace", states: ["returned", "draft"], daysAgo: 6 }] },
  { name: "Joseph D’Souza", done: stepOne, daysAgo: 1, evidence: [{ item: "shell-basics", states: ["returned", "returned", "returned", "handed-in"], daysAgo: 2 }] },
  { name: "Returned And Accepted", done: stepOne, daysAgo: 1, evidence: [{ item: "shell-basics", states: ["returned", "returned", "accepted"], daysAgo: 2 }] },
  { name: "Tenzin Dolma", enrolledDaysAgo: 20 },
  { name: "Joined Last Week", enrolledDaysAgo: 6 },
  { name: "Only Before Joining", done: stepOne, daysAgo: 90, enrolledDaysAgo: 16 },
  { name: "Behind", done: stepOne.slice(0, 2), daysAgo: 2 },
  { name: "Behind But Waived", done: stepOne.slice(0, 2), daysAgo: 2, waived: stepOne.slice(3, 5) },
  { name: "Behind But Skipped", done: stepOne.slice(0, 4), state: "skipped", daysAgo: 2 },
];

let cohort: TaughtCohort;
const ids = new Map<string, string>();

beforeAll(async () => {
  const [teacher, cohortId, slug] = [uuidv7(), uuidv7(), `golden-${randomUUID()}`];
  await db.insert(users).values({ id: teacher, name: "Farida", email: `${randomUUID()}@example.org` });
  await db.insert(cohorts).values({ id: cohortId, slug, name: "Golden", startsOn: "2026-09-01", endsOn: "2027-03-01", hoursPerWeek: 8 });
  await db.insert(cohortSteps).values([
    { cohortId, stepSlug: first.slug, dueOn: "2026-11-20" },
    { cohortId, stepSlug: second.slug, dueOn: "2026-12-20" },
  ]);
  await db.insert(enrollments).values({ cohortId, userId: teacher, role: "instructor" });
  for (const person of [...WELL, ...PLANTED]) ids.set(person.name, await plant(cohortId, person));

  const settle = (name: string, facts: Date, snoozedUntil: string | null) => ({
    cohortId, learnerId: ids.get(name) ?? "", rule: "quiet", itemId: "", facts: facts.toISOString(), snoozedUntil, note: "Called.",
  });
  await db.insert(signalSettlements).values([
    settle("Quiet But Settled", ago(15), null),
    settle("Quiet Again", ago(25), null),
    settle("Quiet And Snoozed", ago(11), "2026-11-23"),
    settle("Quiet After A Snooze", ago(10), "2026-11-22"),
  ]);
  const taught = await findTaughtCohort(slug, { id: teacher, admin: false });
  if (!taught) throw new Error("The cohort was not found by its own instructor.");
  cohort = taught;
}, 60_000);

describe("a cohort of 40 with planted learners", () => {
  test("names exactly those who are stuck, sentence by sentence", async () => {
    const { signals, leftOut, learners } = await readStuck(cohort, NOW);
    expect(signals.map(saySignal)).toEqual([
      "Joseph D’Souza has had Move around in the shell returned 3 times.",
      "स्नेहल पाटील has left Set up a working environment untouched for 6 days since it was returned.",
      "Imran Shaikh has been on Draw a data model for 13 days. It takes 4 hours; at 8 hours a week, 4 days.",
      "Slow At Twenty Hours has been on Draw a data model for 7 days. It takes 4 hours; at 20 hours a week, 2 days.",
      "Quiet Again has recorded nothing for 12 days; 10 items are open.",
      "Quiet After A Snooze has recorded nothing for 10 days; 10 items are open.",
      "Harpreet Kaur has recorded nothing for 9 days; 10 items are open.",
      "Quiet For A Week has recorded nothing for 7 days; 10 items are open.",
      "Tenzin Dolma joined 20 days ago and has recorded nothing since.",
      "Only Before Joining joined 16 days ago and has recorded nothing since.",
      "Behind is 10 items behind the plan: 2 of the 12 due by now are done, skipped or waived.",
      "Tenzin Dolma is 12 items behind the plan: 0 of the 12 due by now are done, skipped or waived.",
      "Joined Last Week is 12 items behind the plan: 0 of the 12 due by now are done, skipped or waived.",
    ]);
    expect({ leftOut, learners }).toEqual({ leftOut: 1, learners: 40 });
  });

  test("names nobody before the cohort’s first day", async () => {
    const on = async (startsOn: string) => (await readStuck({ ...cohort, startsOn }, NOW)).signals.length > 0;
    expect([await on("2026-11-22"), await on("2026-11-23")]).toEqual([true, false]);
  });

  test("names nobody once the cohort’s last day is over", async () => {
    const on = async (endsOn: string) => (({ ended, signals, settled, learners }) => ({ ended, stuck: signals.length + settled.length > 0, learners }))(await readStuck({ ...cohort, endsOn }, NOW));
    expect(await on("2026-11-22")).toEqual({ ended: false, stuck: true, learners: 40 });
    expect(await on("2026-11-21")).toEqual({ ended: true, stuck: false, learners: 40 });
  });

  test("keeps what was settled apart, with the note", async () => {
    const { settled } = await readStuck(cohort, NOW);
    expect(settled.map(({ signal, settlement }) => `${signal.learner.name}: ${settlement.note}`)).toEqual([
      "Quiet But Settled: Called.",
      "Quiet And Snoozed: Called.",
    ]);
  });

  test("says on which items many are", async () => {
    const { busy } = await readStuck(cohort, NOW);
    expect(busy).toEqual([
      { itemId: "model-entities", learners: 12, medianDays: 3 },
      { itemId: "create-a-schema", learners: 12, medianDays: 2 },
    ]);
  });

  test("names people under 18 once their parents' consent is recorded", async () => {
    const { signals, leftOut } = await readStuck({ ...cohort, consentRecorded: true }, NOW);
    expect(signals.map(saySignal)).toContain("Quiet Under 18 has recorded nothing for 30 days; 10 items are open.");
    expect(leftOut).toBe(0);
  });
});

test("a settled signal is gone until its facts change, and comes back when the word is taken back", async () => {
  const sentences = async () => (await readStuck(cohort, NOW)).signals.map(saySignal);
  const behind = (await readStuck(cohort, NOW)).signals.find(({ rule, learner }) => rule === "behind" && learner.name === "Behind");
  const learner = await findTaughtLearner(cohort, ids.get("Behind") ?? "");
  if (!behind || !learner) throw new Error("Nobody is behind.");
  const sentence = saySignal(behind);

  await saveSettlement(learner, { rule: "behind", itemId: "", facts: behind.facts, snoozedUntil: null, note: "Agreed on a slower plan." });
  expect(await sentences()).not.toContain(sentence);

  // The next step falls due.
  await db.update(cohortSteps).set({ dueOn: "2026-11-21" }).where(eq(cohortSteps.stepSlug, second.slug));
  expect((await sentences()).filter((said) => said.startsWith("Behind is"))).toHaveLength(1);
  await db.update(cohortSteps).set({ dueOn: "2026-12-20" }).where(eq(cohortSteps.stepSlug, second.slug));
  expect(await sentences()).not.toContain(sentence);

  await removeSettlement(learner, { rule: "behind", itemId: "" });
  expect(await sentences()).toContain(sentence);
});

async function plant(cohortId: string, person: Planted): Promise<string> {
  const id = uuidv7();
  const { name, done = [], state = "done", daysAgo = 0, doing = [], evidence = [], waived = [] } = person;
  await db.insert(users).values({ id, name, email: `${randomUUID()}@example.org`, under18: person.under18 ?? false });
  await db.insert(enrollments).values({
    cohortId, userId: id, role: "learner", enrolledAt: ago(person.enrolledDaysAgo ?? 60), leftAt: person.left ? ago(1) : null,
  });
  const rows = [
    ...done.map((itemId) => ({ itemId, state, changedAt: ago(daysAgo) })),
    ...doing.map((item) => ({ itemId: item.item, state: "doing" as const, changedAt: ago(item.daysAgo) })),
  ].map((row) => ({ ...row, userId: id, strength: STRENGTH[row.state], clock: 1, opId: uuidv7() }));
  if (rows.length > 0) await db.insert(itemProgress).values(rows);
  const handed = evidence.flatMap(({ item, states, daysAgo: days }) =>
    states.map((at, index) => ({
      userId: id, id: uuidv7(), itemId: item, version: index + 1, kind: "text" as const, body: "Here.", state: at,
      savedAt: ago(days), handedInAt: at === "draft" ? null : ago(days), closedAt: at === "returned" || at === "accepted" ? ago(days) : null,
    })),
  );
  if (handed.length > 0) await db.insert(submissions).values(handed);
  if (person.hoursPerWeek) await db.insert(plans).values({ userId: id, hoursPerWeek: person.hoursPerWeek });
  if (waived.length > 0)
    await db.insert(waivers).values(waived.map((itemId) => ({ cohortId, id: uuidv7(), learnerId: id, itemId, state: "known" as const, reason: "Shown at work." })));
  return id;
}
