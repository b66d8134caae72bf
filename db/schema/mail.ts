import { index, jsonb, pgTable, smallint, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { users } from "./accounts";

const at = () => timestamp({ withTimezone: true });

/** Mail that waits to be sent. What it says is put together when it is sent, from the row it is about. */
export const outbox = pgTable(
  "outbox",
  {
    id: uuid().primaryKey(),
    /** One mail per reason: a message's id, a person and a week. */
    reason: text().notNull(),
    kind: text({ enum: ["message", "invitation", "summary", "listings"] }).notNull(),
    /** Null for somebody who has no account yet. */
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    address: text().notNull(),
    about: jsonb().notNull(),
    addedAt: at().notNull().defaultNow(),
    dueAt: at().notNull().defaultNow(),
    attempts: smallint().notNull().default(0),
    sentAt: at(),
    gaveUpAt: at(),
    /** What the mail server said last. */
    trouble: text(),
  },
  (t) => [
    uniqueIndex("outbox_reason_key").on(t.reason),
    index("outbox_due")
      .on(t.dueAt)
      .where(sql`${t.sentAt} is null and ${t.gaveUpAt} is null`),
  ],
);
