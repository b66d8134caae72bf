import { uuidv7 } from "uuidv7";
import type { Operation } from "@/lib/progress/fold";
import { roadmap } from "@/lib/roadmap/catalog";
import type { ItemState } from "@/lib/progress/states";
import { DEMO_PEOPLE } from "@/lib/auth/demo";
import { seeded } from "./random";

const DAY_MS = 24 * 60 * 60 * 1000;
const NAMES = [
  "Aarav Mehta", "Ananya Iyer", "Arjun Nair", "Bhavna Joshi", "Chetan Patil", "Deepika Menon", "Devansh Gupta", "Divya Reddy",
  "Fatima Khan", "Gaurav Singh", "Harini Subramanian", "Imran Shaikh", "Ishita Banerjee", "Jaspreet Kaur", "Karthik Raman",
  "Kavya Hegde", "Lakshmi Pillai", "Manoj Yadav", "Meera Desai", "Mohammed Ansari", "Neha Chauhan", "Nikhil Kulkarni",
  "Pooja Thakur", "Pranav Bhat", "Priya Das", "Rahul Verma", "Ritu Saxena", "Rohan Ghosh", "Sanjana Rao", "Shreya Pandey",
  "Suresh Babu", "Tanvi Jain", "Uday Shetty", "Varun Malhotra", "Vidya Krishnan", "स्नेहल पाटील",
];
/** Days that one item took. */
const PACE = 1.5;

export type Learner = {
  id: string;
  name: string;
  email: string;
  enrolledDaysAgo: number;
  /** Items done so far, in order. */
  done: number;
  quietDays: number;
  provenShare: number;
};

type Recorded = Omit<Operation, "at"> & { at: Date; receivedAt: Date };

export const items = roadmap.steps.flatMap((step) => step.items);

export function makeLearners(): Learner[] {
  const random = seeded(20_240_131);
  const sneha: Learner = { ...person(DEMO_PEOPLE.learner), enrolledDaysAgo: 110, done: 46, quietDays: 1, provenShare: 0.6 };
  const others = NAMES.map((name, index): Learner => {
    const email = name === "स्नेहल पाटील" ? "snehal.patil@example.org" : `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@example.org`;
    const [begun, quiet] = [index % 9 !== 4, index % 7 === 3];
    return {
      ...person({ name, email }),
      // Two joined this week, the others when the cohort began or soon after.
      enrolledDaysAgo: index % 18 === 13 ? 3 : begun ? 118 - (index % 5) * 4 : 24,
      done: begun && index % 18 !== 13 ? 6 + Math.floor(random() * 60) : 0,
      quietDays: quiet ? 8 + Math.floor(random() * 14) : Math.floor(random() * 4),
      provenShare: random() * 0.8,
    };
  });
  return [sneha, ...others];
}

export function person({ name, email }: { name: string; email: string }) {
  return { id: uuidv7(), name, email };
}

export function ago(days: number): Date {
  return new Date(Date.now() - days * DAY_MS);
}

/** When the item at a place of the road was done, in days before now. */
export function doneDaysAgo(learner: Learner, index: number): number {
  return learner.quietDays + (learner.done - index) * PACE;
}

/** Each item was begun, and done two days later; the next one is in work, unless the learner never started. */
export function operationsOf(learner: Learner): Recorded[] {
  if (learner.done === 0) return [];
  const worked = items.slice(0, learner.done).flatMap((item, index) => {
    const days = doneDaysAgo(learner, index);
    return isSkipped(index) ? [change(item.slug, "skipped", 1, days)] : [change(item.slug, "doing", 1, days + 2), change(item.slug, "done", 2, days)];
  });
  const next = items[learner.done];
  return next ? [...worked, change(next.slug, "doing", 1, learner.quietDays)] : worked;
}

/** One item in seventeen. */
export function isSkipped(index: number): boolean {
  return index % 17 === 8;
}

function change(itemId: string, state: ItemState, clock: number, days: number): Recorded {
  return { opId: uuidv7(), itemId, state, clock, at: ago(days), receivedAt: ago(days) };
}
