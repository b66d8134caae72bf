import { uuidv7 } from "uuidv7";
import { foldOperations, type Operation } from "@/lib/progress/fold";
import { STRENGTH, type ItemState } from "@/lib/progress/states";
import { DEMO_PEOPLE } from "@/lib/auth/demo";
import { roadmap } from "@/lib/roadmap/catalog";
import { db } from "./client";
import { users } from "./schema/accounts";
import { cohorts, enrollments } from "./schema/cohorts";
import { itemProgress, itemProofs, progressOperations } from "./schema/progress";

// Invented people and cohorts for trying Milepost out. Called by the wrapper on an empty trial database, once.

const DAY_MS = 24 * 60 * 60 * 1000;
const NAMES = [
  "Aarav Mehta", "Ananya Iyer", "Arjun Nair", "Bhavna Joshi", "Chetan Patil", "Deepika Menon", "Devansh Gupta", "Divya Reddy",
  "Fatima Khan", "Gaurav Singh", "Harini Subramanian", "Imran Shaikh", "Ishita Banerjee", "Jaspreet Kaur", "Karthik Raman",
  "Kavya Hegde", "Lakshmi Pillai", "Manoj Yadav", "Meera Desai", "Mohammed Ansari", "Neha Chauhan", "Nikhil Kulkarni",
  "Pooja Thakur", "Pranav Bhat", "Priya Das", "Rahul Verma", "Ritu Saxena", "Rohan Ghosh", "Sanjana Rao", "Shreya Pandey",
  "Suresh Babu", "Tanvi Jain", "Uday Shetty", "Varun Malhotra", "Vidya Krishnan", "Yash Agarwal",
];

const random = seeded(20_240_131);
const items = roadmap.steps.flatMap((step) => step.items);

type Learner = { id: string; name: string; email: string; /** Items done so far, in order. */ done: number; quietDays: number; provenShare: number };

const sneha: Learner = { ...person(DEMO_PEOPLE.learner), done: 46, quietDays: 1, provenShare: 0.6 };
const farida = person(DEMO_PEOPLE.instructor);
const vikram = { ...person(DEMO_PEOPLE.admin), admin: true };
const others: Learner[] = NAMES.map((name, index) => ({
  ...person({ name, email: `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@example.org` }),
  done: index % 9 === 4 ? 0 : Math.floor(random() * 70),
  quietDays: index % 7 === 3 ? 12 + Math.floor(random() * 20) : Math.floor(random() * 4),
  provenShare: random() * 0.8,
}));
const learners = [sneha, ...others];

const evening = { id: uuidv7(), slug: "evening-2026", name: "Evening back-end, 2026", startsOn: day(-120), endsOn: day(90), hoursPerWeek: 8 };
const weekend = { id: uuidv7(), slug: "weekend-2026", name: "Weekend back-end, 2026", startsOn: day(-60), endsOn: day(180), hoursPerWeek: 5 };

const operations = learners.flatMap((learner) => operationsOf(learner).map((operation) => ({ ...operation, userId: learner.id })));
const states = learners.flatMap((learner) =>
  [...foldOperations(operations.filter((o) => o.userId === learner.id)).values()].map(({ itemId, state, clock, opId, receivedAt }) => ({
    userId: learner.id,
    itemId,
    state,
    strength: STRENGTH[state],
    clock,
    opId,
    changedAt: receivedAt,
  })),
);
const proofs = learners.flatMap((learner) =>
  items
    .slice(0, learner.done)
    .filter((_, index) => !isSkipped(index) && random() < learner.provenShare)
    .map((item) => ({ userId: learner.id, id: uuidv7(), itemId: item.slug, level: random() < 0.3 ? 3 : 4, givenBy: farida.id })),
);

// One process on an empty database: all of it is there afterwards, or nothing.
await db.transaction(async (tx) => {
  await tx.insert(users).values([farida, vikram, ...learners.map(({ id, name, email }) => ({ id, name, email }))]);
  await tx.insert(cohorts).values([evening, weekend]);
  await tx.insert(enrollments).values([
    ...[evening, weekend].map((cohort) => ({ cohortId: cohort.id, userId: farida.id, role: "instructor" as const })),
    ...learners.map((learner, index) => ({ cohortId: (index % 3 === 2 ? weekend : evening).id, userId: learner.id, role: "learner" as const })),
  ]);
  for (const rows of inChunks(operations)) await tx.insert(progressOperations).values(rows);
  for (const rows of inChunks(states)) await tx.insert(itemProgress).values(rows);
  for (const rows of inChunks(proofs)) await tx.insert(itemProofs).values(rows);
});
process.exit(0);

function person({ name, email }: { name: string; email: string }) {
  return { id: uuidv7(), name, email };
}

/** Each item was begun, and done two days later; the next one is in work, unless the learner never started. */
function operationsOf(learner: Learner): (Omit<Operation, "at"> & { at: Date; receivedAt: Date })[] {
  if (learner.done === 0) return [];
  const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
  const change = (itemId: string, state: ItemState, clock: number, days: number) => ({
    opId: uuidv7(),
    itemId,
    state,
    clock,
    at: ago(days),
    receivedAt: ago(days),
  });
  const worked = items.slice(0, learner.done).flatMap((item, index) => {
    const days = learner.quietDays + (learner.done - index) * 1.5;
    return isSkipped(index)
      ? [change(item.slug, "skipped", 1, days)]
      : [change(item.slug, "doing", 1, days + 2), change(item.slug, "done", 2, days)];
  });
  const next = items[learner.done];
  return next ? [...worked, change(next.slug, "doing", 1, learner.quietDays)] : worked;
}

/** One item in seventeen. */
function isSkipped(index: number): boolean {
  return index % 17 === 8;
}

function day(offset: number): string {
  return new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);
}

function* inChunks<T>(rows: T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += 1000) yield rows.slice(start, start + 1000);
}

/** The same figures on every machine (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
