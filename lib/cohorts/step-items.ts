import type { StepItems } from "@/db/queries/signals";
import { roadmap } from "@/lib/roadmap/catalog";

/** For statements that ask what a cohort has due: the database knows the days of steps, and the roadmap their items. */
export const STEP_ITEMS: StepItems = Object.fromEntries(roadmap.steps.map((step) => [step.slug, step.items.map((item) => item.slug)]));
