import { sql } from "drizzle-orm";
import { check, date, index, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { users } from "./accounts";

const at = () => timestamp({ withTimezone: true });

export const cohorts = pgTable(
  "cohorts",
  {
    id: uuid().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    startsOn: date().notNull(),
    endsOn: date().notNull(),
    hoursPerWeek: smallint().notNull(),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [uniqueIndex("cohorts_slug_key").on(t.slug)],
);

export const enrollments = pgTable(
  "enrollments",
  {
    cohortId: uuid()
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text({ enum: ["learner", "instructor"] }).notNull(),
    enrolledAt: at().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.cohortId, t.userId] }),
    index("enrollments_user").on(t.userId, t.role),
    check("enrollments_role", sql`${t.role} in ('learner', 'instructor')`),
  ],
);
