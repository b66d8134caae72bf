import "server-only";
import { sql, type SQL } from "drizzle-orm";

const lastRecorded = (userId: SQL) => sql`(select noted.last_at from progress_summaries noted where noted.user_id = ${userId})`;

/**
 * When a learner last handed in evidence. A version is saved for the last time when it is handed in, so the order of saving is that of
 * handing in.
 */
export const lastHandedIn = (userId: SQL) => sql`(
  select handed.handed_in_at from submissions handed where handed.user_id = ${userId} and handed.state <> 'draft' order by handed.saved_at desc limit 1)`;

/**
 * When a learner was last active, for every page, file and signal: when the server last recorded a state of an item of theirs, or they last
 * handed in evidence; null for neither. `recorded` is the first of the two, where the statement has it already.
 */
export const lastActivity = (userId: SQL, recorded = lastRecorded(userId)) => sql`greatest(${recorded}, ${lastHandedIn(userId)})`;
