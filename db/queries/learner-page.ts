import "server-only";
import { and, desc, eq, isNull, max, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { itemProgress, itemProofs, progressOperations } from "@/db/schema/progress";
import type { ItemState } from "@/lib/progress/states";
import type { TaughtLearner } from "./cohorts";
import { lastActivity } from "./last-activity";

/** `changedAt`: when the server recorded the state; null where only a proof is on record. */
export type ItemOfLearner = { itemId: string; state: ItemState; level: number; changedAt: Date | null };

/** Every item the learner has said something about or has proven. */
export async function listItemsOfLearner(learner: TaughtLearner): Promise<ItemOfLearner[]> {
  const levels = db
    .select({ itemId: itemProofs.itemId, level: max(itemProofs.level).as("level") })
    .from(itemProofs)
    .where(and(eq(itemProofs.userId, learner.id), isNull(itemProofs.withdrawnAt)))
    .groupBy(itemProofs.itemId)
    .as("levels");
  const states = db
    .select({ itemId: itemProgress.itemId, state: itemProgress.state, changedAt: itemProgress.changedAt })
    .from(itemProgress)
    .where(eq(itemProgress.userId, learner.id))
    .as("states");
  const rows = await db
    .select({ itemId: sql<string>`coalesce(${states.itemId}, ${levels.itemId})`, state: states.state, level: levels.level, changedAt: states.changedAt })
    .from(states)
    .fullJoin(levels, eq(levels.itemId, states.itemId));
  return rows.map((row) => ({ ...row, state: row.state ?? "todo", level: row.level ?? 0 }));
}

export async function findLastActivity(learner: TaughtLearner): Promise<Date | null> {
  const [row] = await db.execute<{ at: string | null }>(sql`select ${lastActivity(sql`${learner.id}::uuid`)} as at`);
  return row?.at ? new Date(row.at) : null;
}

export const HISTORY_PAGE = 50;

/** `at` is when the server recorded it. */
export type Recorded = { opId: string; itemId: string; state: ItemState; at: Date };

/** What the learner recorded, the last first: a page, or the one after an operation. `after` must be a uuid. */
export async function listHistory(learner: TaughtLearner, after: string | null): Promise<Recorded[]> {
  const { opId, itemId, state, receivedAt, userId } = progressOperations;
  return db
    .select({ opId, itemId, state, at: receivedAt })
    .from(progressOperations)
    .where(
      and(
        eq(userId, learner.id),
        after === null
          ? undefined
          : sql`(${receivedAt}, ${opId}) < (select o.received_at, o.op_id from progress_operations o where o.user_id = ${learner.id} and o.op_id = ${after})`,
      ),
    )
    .orderBy(desc(receivedAt), desc(opId))
    .limit(HISTORY_PAGE);
}
