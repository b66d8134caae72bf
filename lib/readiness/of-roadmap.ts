import { roadmap } from "@/lib/roadmap/catalog";
import { measureOf } from "./measure";

/** Readiness by the items of the roadmap, without retired ones. */
export const measure = measureOf(roadmap.steps.flatMap(({ items }) => items));
