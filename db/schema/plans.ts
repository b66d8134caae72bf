import { sql } from "drizzle-orm";
import { check, pgTable, smallint, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { users } from "./accounts";

const at = () => timestamp({ withTimezone: true });

/** What the learner's dates are worked out from, and where a calendar may read them. */
export const plans = pgTable(
  "plans",
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    hoursPerWeek: smallint().notNull(),
    savedAt: at().notNull().defaultNow(),
    /** sha256 of the secret in the calendar's address, in hex; null while there is no such address. */
    calendarHash: text(),
  },
  (t) => [uniqueIndex("plans_calendar_hash_key").on(t.calendarHash), check("plans_hours", sql`${t.hoursPerWeek} between 1 and 80`)],
);
