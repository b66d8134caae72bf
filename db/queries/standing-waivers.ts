import "server-only";
import { sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { PROVEN_FROM } from "@/lib/progress/states";

/*
 * The rule by which waivers are counted, for statements; lib/cohorts/grid-cells.ts is the same for what is drawn. A waiver counts in its own
 * cohort until it is withdrawn. What is waived is not open, and where the learner did it, it counts as theirs instead.
 */

/** The waivers of a cohort that stand, as rows of (user_id, item_id). */
export const standingWaivers = (cohortId: SQLWrapper | string) => sql`(
  select learner_id as user_id, item_id from waivers where cohort_id = ${cohortId}::uuid and withdrawn_at is null)`;

/** Whether a waiver of the cohort stands for an item of a learner: then the item is not open. */
export const isWaived = (cohortId: SQLWrapper | string, { userId, itemId }: { userId: SQL; itemId: SQL }) => sql`exists (
  select from waivers standing
  where standing.cohort_id = ${cohortId}::uuid and standing.learner_id = ${userId} and standing.item_id = ${itemId} and standing.withdrawn_at is null)`;

/** Whether the learner has done or proven an item: then it does not count as waived. */
export const didIt = ({ userId, itemId }: { userId: SQL; itemId: SQL }) => sql`(
  exists (select from item_progress did where did.user_id = ${userId} and did.item_id = ${itemId} and did.state = 'done')
  or exists (
    select from item_proofs proves
    where proves.user_id = ${userId} and proves.item_id = ${itemId} and proves.level >= ${sql.raw(String(PROVEN_FROM))} and proves.withdrawn_at is null))`;
