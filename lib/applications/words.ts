import type { Stage } from "@/lib/jobs/words";

export const STAGE_WORDS: Record<Stage, string> = { saved: "Saved", applied: "Applied", interview: "Interview", offer: "Offer", closed: "Closed" };
