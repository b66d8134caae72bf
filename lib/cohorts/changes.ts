import { z } from "zod";

/** Earlier than Milepost, and not so early that Postgres has no such year. */
const FROM = "2000";

/** What a board asks: what is new since it was shown, other than the learners it knows of. Without a moment nothing is. */
export const changesInput = z.object({ since: z.iso.datetime().refine((moment) => moment > FROM).optional(), known: z.coerce.number().int().min(0).max(1_000_000).default(0) });

/** How many learners recorded something since. */
export type Changes = { learners: number };
