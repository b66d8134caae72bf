import { boolean, date, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { LOCALES, PURPOSES } from "@/lib/privacy/words";
import { users } from "./accounts";

const at = () => timestamp({ withTimezone: true });

/** Which accounts were erased, by ids that lead to nobody any more: after a restore of an older backup they are erased again. */
export const erasures = pgTable("erasures", {
  userId: uuid().primaryKey(),
  at: at().notNull().defaultNow(),
});

/** What people agreed to and took back, purpose by purpose. Append-only: the last row of a purpose is what holds. */
export const consents = pgTable(
  "consents",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    purpose: text({ enum: PURPOSES }).notNull(),
    given: boolean().notNull(),
    /** Of the words on /privacy, as the person could read them then. */
    version: text().notNull(),
    /** In which language. */
    locale: text({ enum: LOCALES }).notNull(),
    at: at().notNull().defaultNow(),
  },
  (t) => [index("consents_of").on(t.userId, t.purpose, t.id)],
);

/** On which days what was kept long enough was removed, and how many rows of each table. A day is there once, whoever does its work. */
export const retentionRuns = pgTable("retention_runs", {
  day: date().primaryKey(),
  beganAt: at().notNull().defaultNow(),
  endedAt: at(),
  removed: jsonb(),
});
