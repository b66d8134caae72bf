import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { STATES } from "@/lib/progress/states";
import { users } from "./accounts";

const at = () => timestamp({ withTimezone: true });
const learner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** The log: append-only. An item's state is derived from it and can be worked out again. */
export const progressOperations = pgTable(
  "progress_operations",
  {
    userId: learner(),
    opId: uuid().notNull(),
    itemId: text().notNull(),
    state: text({ enum: STATES }).notNull(),
    clock: integer().notNull(),
    /** The device's time: shown to people, never used to decide. */
    at: at().notNull(),
    receivedAt: at().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.opId] }),
    check("progress_operations_state", sql`${t.state} in ('todo', 'skipped', 'doing', 'done')`),
    check("progress_operations_clock", sql`${t.clock} between 1 and 1000000`),
  ],
);

/** The greatest operation of each item by (clock, strength, opId): what the fold of the log gives. */
export const itemProgress = pgTable(
  "item_progress",
  {
    userId: learner(),
    itemId: text().notNull(),
    state: text({ enum: STATES }).notNull(),
    strength: smallint().notNull(),
    clock: integer().notNull(),
    opId: uuid().notNull(),
    /** When the server recorded that operation. */
    changedAt: at().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.itemId] }),
    // What the page of items and waivers ask of many learners, read from the index alone: the rows themselves lie scattered.
    index("item_progress_board").on(t.userId, t.itemId, t.state, t.strength, t.changedAt),
  ],
);

/**
 * What is asked of many learners at once, a row for each: their items by state, and when one of them last changed. Triggers on
 * item_progress keep it (docs/decisions/0050-a-learner-is-one-row-to-a-cohort.md): nothing else writes it.
 */
export const progressSummaries = pgTable("progress_summaries", {
  userId: learner().primaryKey(),
  done: text().array().notNull(),
  skipped: text().array().notNull(),
  doing: text().array().notNull(),
  /** Milliseconds since 1970, one for each of `doing`. */
  doingSince: bigint({ mode: "number" }).array().notNull(),
  lastAt: at().notNull(),
});

/** A recorded fact that raises an item's proof level. Withdrawn, never deleted. */
export const itemProofs = pgTable(
  "item_proofs",
  {
    userId: learner(),
    id: uuid().notNull(),
    itemId: text().notNull(),
    level: smallint().notNull(),
    /** What it rests on; null for what was recorded without evidence. */
    submissionId: uuid(),
    /** The person who confirmed or reviewed it; null for a machine. */
    givenBy: uuid().references(() => users.id, { onDelete: "set null" }),
    givenAt: at().notNull().defaultNow(),
    withdrawnAt: at(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    index("item_proofs_standing")
      .on(t.userId, t.itemId, t.level)
      .where(sql`${t.withdrawnAt} is null`),
    index("item_proofs_submission").on(t.userId, t.submissionId),
    index("item_proofs_given_by").on(t.givenBy).where(sql`${t.givenBy} is not null`),
    check("item_proofs_level", sql`${t.level} between 1 and 5`),
  ],
);
