import type { Import } from "@/db/queries/job-sources";

export const OUTCOME_WORDS: Record<Import["outcome"], string> = {
  running: "under way",
  done: "read",
  unchanged: "nothing new",
  held: "held",
  failed: "failed",
  dropped: "dropped",
};
