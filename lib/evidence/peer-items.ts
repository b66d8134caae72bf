import { roadmap } from "@/lib/roadmap/catalog";

/** The items that another learner may confirm. */
export const peerItems: readonly string[] = roadmap.steps.flatMap((step) => step.items.filter((item) => item.evidence === "peer").map((item) => item.slug));
