import type { Stage } from "@/lib/jobs/words";

/** The stage an application shall have. */
export type StageMove = { id: string; stage: Stage };

/** What became of saving a listing: where its application is. */
export type SavedListing = { ok: true; path: string } | { ok: false; message: string };
