import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * Append-only: the database refuses to change a row, and to delete one before it is a year old. Ids without references: what happened stays
 * when a person or a cohort goes.
 */
export const audit = pgTable(
  "audit",
  {
    id: uuid().primaryKey(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    actorId: uuid(),
    /** What was done, as resource.action. */
    action: text().notNull(),
    /** Whose data it was about. */
    personId: uuid(),
    cohortId: uuid(),
    detail: jsonb(),
  },
  (t) => [
    index("audit_at").on(t.at, t.id),
    index("audit_person").on(t.personId, t.at),
    index("audit_actor").on(t.actorId, t.at),
    index("audit_kind").on(sql`split_part(${t.action}, '.', 1)`, t.at),
  ],
);
