import "server-only";
import { and, eq, isNull, max, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { installation } from "@/db/schema/installation";
import { itemProgress, itemProofs, progressOperations } from "@/db/schema/progress";
import type { Operation } from "@/lib/progress/fold";
import { STRENGTH, type ItemState } from "@/lib/progress/states";
import { accountsOf, held } from "./accounts-first";
import { tellInstructors } from "./changes";

/** `recorded` now or before; `again`: another call is writing it; `reused`: the id stands for another operation. */
export type SavedAs = "recorded" | "again" | "reused";

const given = sql.placeholder;

/** A part of a statement that writes: nothing of it is selected by name. */
const part = (name: string, statement: SQL) => db.$with(name, {}).as(statement);

const recordOfLearner = db
  .with(
    part("sent", sql`
      select * from jsonb_to_recordset(${given("sent")}::text::jsonb)
        as o(op_id uuid, item_id text, state text, strength smallint, clock int, at timestamptz)`),
    part("accounts", accountsOf(given("userId"))),
    part("recorded", sql`
      insert into progress_operations (user_id, op_id, item_id, state, clock, at)
      select ${given("userId")}::uuid, op_id, item_id, state, clock, at from sent where ${held} order by op_id
      on conflict (user_id, op_id) do nothing
      returning op_id, item_id, state, clock`),
    part("newest", sql`
      select distinct on (r.item_id) r.item_id, r.state, s.strength, r.clock, r.op_id
      from recorded r join sent s using (op_id)
      order by r.item_id, r.clock desc, s.strength desc, r.op_id desc`),
    part("folded", sql`
      insert into item_progress (user_id, item_id, state, strength, clock, op_id, changed_at)
      select ${given("userId")}::uuid, item_id, state, strength, clock, op_id, now() from newest order by item_id
      on conflict (user_id, item_id) do update
      set state = excluded.state, strength = excluded.strength, clock = excluded.clock, op_id = excluded.op_id,
        changed_at = excluded.changed_at
      where (excluded.clock, excluded.strength, excluded.op_id) > (item_progress.clock, item_progress.strength, item_progress.op_id)`),
  )
  .select({
    epoch: sql<string | null>`(select ${installation.epoch} from ${installation})`,
    opId: sql<string>`s.op_id`,
    answer: sql<SavedAs>`case
      when r.op_id is not null then 'recorded'
      when o.op_id is null then 'again'
      when (o.item_id, o.state, o.clock) = (s.item_id, s.state, s.clock) then 'recorded'
      else 'reused' end`,
  })
  .from(sql`sent s left join recorded r using (op_id) left join progress_operations o on o.user_id = ${given("userId")}::uuid and o.op_id = s.op_id`)
  .prepare("record_of_learner");

/**
 * Records operations of one learner and folds them into the state of their items, in one statement. Ids must differ within the
 * call, and every value must have been checked: one bad value fails all. Throws with code 23503 when the account is gone. Tells the
 * epoch in the same answer.
 */
export async function saveOperations(userId: string, operations: Operation[]): Promise<{ epoch: string; answers: Map<string, SavedAs> }> {
  if (operations.length === 0) return { epoch: await findEpoch(), answers: new Map() };
  const sent = JSON.stringify(
    operations.map((o) => ({ op_id: o.opId, item_id: o.itemId, state: o.state, strength: STRENGTH[o.state], clock: o.clock, at: o.at })),
  );
  const rows = await recordOfLearner.execute({ userId, sent });
  tellInstructors(userId);
  return { epoch: known(rows[0]?.epoch), answers: new Map(rows.map((row) => [row.opId, row.answer])) };
}

const states = db
  .select({
    itemId: itemProgress.itemId,
    state: itemProgress.state,
    clock: itemProgress.clock,
    opId: itemProgress.opId,
    at: progressOperations.at,
  })
  .from(itemProgress)
  .innerJoin(
    progressOperations,
    and(eq(progressOperations.userId, itemProgress.userId), eq(progressOperations.opId, itemProgress.opId)),
  )
  .where(eq(itemProgress.userId, sql.placeholder("userId")))
  .as("states");

const levels = db
  .select({ itemId: itemProofs.itemId, level: max(itemProofs.level).as("level") })
  .from(itemProofs)
  .where(and(eq(itemProofs.userId, sql.placeholder("userId")), isNull(itemProofs.withdrawnAt)))
  .groupBy(itemProofs.itemId)
  .as("levels");

const progressOfLearner = db
  .select({
    itemId: sql<string>`coalesce(${states.itemId}, ${levels.itemId})`.as("item_id"),
    state: states.state,
    clock: states.clock,
    opId: states.opId,
    at: states.at,
    level: levels.level,
  })
  .from(states)
  .fullJoin(levels, eq(levels.itemId, states.itemId))
  .orderBy(sql`1`)
  .prepare("progress_of_learner");

/** An item as the server knows it; without an operation (only proven) its state is todo and its clock 0. */
export type SnapshotItem = { state: ItemState; clock: number; opId: string; at: string | null; level: number };

/** Every item the learner has said something about or has proven, keyed by item. */
export async function listProgress(userId: string): Promise<Record<string, SnapshotItem>> {
  const rows = await progressOfLearner.execute({ userId });
  return Object.fromEntries(
    rows.map((row) => [
      row.itemId,
      {
        state: row.state ?? "todo",
        clock: row.clock ?? 0,
        opId: row.opId ?? "",
        at: row.at?.toISOString() ?? null,
        level: row.level ?? 0,
      },
    ]),
  );
}

const epochOfInstallation = db.select({ epoch: installation.epoch }).from(installation).prepare("epoch_of_installation");

/** Changes with a restore: devices then send again what they hold. */
export async function findEpoch(): Promise<string> {
  const [row] = await epochOfInstallation.execute();
  return known(row?.epoch);
}

function known(epoch: string | null | undefined): string {
  if (!epoch) throw new Error("The installation has no epoch: run npm run db:migrate.");
  return epoch;
}
