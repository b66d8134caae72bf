import type { OutlineItem } from "@/lib/progress/next";
import { itemPath, roadmap } from "./catalog";

/** The little of the roadmap that is sent to the phone, for what comes next. */
export const outline: OutlineItem[] = roadmap.steps.flatMap((step) =>
  step.items.map((item) => ({
    slug: item.slug,
    title: item.title,
    path: itemPath(item),
    step: step.number,
    hours: item.hours,
    needs: item.prerequisites,
  })),
);
