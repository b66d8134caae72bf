import { roadmap } from "@/lib/roadmap/catalog";
import type { Item, Step } from "@/lib/roadmap/roadmap";
import type { SkillSlug } from "./skills";

export type Training = {
  itemCount: number;
  /** Estimated hours of all these items; an item may train other skills as well. */
  hours: number;
  /** In the order of the roadmap, without steps that train nothing of it. */
  steps: readonly { step: Step; items: readonly Item[] }[];
};

/** The items that train a skill, without retired ones. */
export function trainingOf(skill: SkillSlug): Training {
  const steps = roadmap.steps
    .map((step) => ({ step, items: step.items.filter((item) => item.skills.includes(skill)) }))
    .filter(({ items }) => items.length > 0);
  const items = steps.flatMap((part) => part.items);
  return { itemCount: items.length, hours: items.reduce((sum, item) => sum + item.hours, 0), steps };
}
