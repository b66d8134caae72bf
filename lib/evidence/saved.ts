import type { ActionResult } from "@/lib/action-result";
import type { SavedEvidence } from "@/db/queries/evidence";

const REFUSED = {
  waits: "A version is handed in already and waits for a reviewer. Withdraw it to give something else. What you typed is kept.",
  "no-file": "Choose a file first.",
  full: "There is no room for more: 50 MB of files in all, and 100 versions for one item. What you typed is kept.",
  changed: "This draft was changed elsewhere since you opened it, so nothing was saved. What you typed is kept. Look at the draft in another tab, or send yours again to put it in its place.",
  again: "It was changed in another window at the same moment. What you typed is kept; send it again.",
} as const;

/** What the learner is told of a save. */
export function answerFor(saved: SavedEvidence, handIn: boolean): ActionResult {
  if (saved === "saved") return { ok: true, message: handIn ? "Handed in." : "Saved as a draft. Nobody else sees it." };
  const message = REFUSED[saved];
  return saved === "no-file" ? { ok: false, message: "Nothing was changed.", fieldErrors: { file: message } } : { ok: false, message };
}
