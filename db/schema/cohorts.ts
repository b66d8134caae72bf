import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { users } from "./accounts";

const at = () => timestamp({ withTimezone: true });
const cohort = () =>
  uuid()
    .notNull()
    .references(() => cohorts.id, { onDelete: "cascade" });
const person = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });
/** Who did it. What they did stays when they go. */
const actor = () => uuid().references(() => users.id, { onDelete: "set null" });

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
    archivedAt: at(),
    /** Whether the consent of parents is recorded; without it no signal names a person under 18. */
    consentRecorded: boolean().notNull().default(false),
    /** Thresholds of the signals, read by lib/cohorts/signals.ts. */
    quietDays: smallint().notNull().default(7),
    slowTimes: smallint().notNull().default(3),
    returnedDays: smallint().notNull().default(5),
    returnedTimes: smallint().notNull().default(2),
    behindItems: smallint().notNull().default(8),
    unstartedDays: smallint().notNull().default(14),
  },
  (t) => [
    uniqueIndex("cohorts_slug_key").on(t.slug),
    check("cohorts_dates", sql`${t.startsOn} <= ${t.endsOn}`),
    check("cohorts_hours", sql`${t.hoursPerWeek} between 1 and 80`),
  ],
);

/** The day by which a step is meant to be done. A step without a row is due on no day. */
export const cohortSteps = pgTable(
  "cohort_steps",
  { cohortId: cohort(), stepSlug: text().notNull(), dueOn: date().notNull() },
  (t) => [primaryKey({ columns: [t.cohortId, t.stepSlug] })],
);

export const enrollments = pgTable(
  "enrollments",
  {
    cohortId: cohort(),
    userId: person(),
    role: text({ enum: ["learner", "instructor"] }).notNull(),
    groupName: text(),
    enrolledAt: at().notNull().defaultNow(),
    /** Left or removed: nobody of the cohort sees this person any more, nor the person the cohort. */
    leftAt: at(),
  },
  (t) => [
    primaryKey({ columns: [t.cohortId, t.userId] }),
    index("enrollments_user").on(t.userId, t.role),
    index("enrollments_instructors").on(t.userId).where(sql`${t.role} = 'instructor' and ${t.leftAt} is null`),
    check("enrollments_role", sql`${t.role} in ('learner', 'instructor')`),
  ],
);

/** A way into a cohort. The code itself is shown once and kept nowhere. */
export const invitations = pgTable(
  "invitations",
  {
    cohortId: cohort(),
    id: uuid().notNull(),
    /** sha256 of the code, in hex. */
    codeHash: text().notNull(),
    role: text({ enum: ["learner", "instructor"] }).notNull(),
    /** Only the account with this address may use it; null for anyone who has the code. */
    email: text(),
    usesAllowed: integer().notNull(),
    uses: integer().notNull().default(0),
    expiresAt: at().notNull(),
    revokedAt: at(),
    createdBy: actor(),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.cohortId, t.id] }),
    uniqueIndex("invitations_code_hash_key").on(t.codeHash),
    index("invitations_email").on(t.email, t.cohortId),
    index("invitations_created_by").on(t.createdBy),
    check("invitations_uses", sql`${t.uses} between 0 and ${t.usesAllowed}`),
  ],
);

/** Whom the office expects, as its file said. A person joins knowingly: a line here enrolls nobody. */
export const rosterEntries = pgTable(
  "roster_entries",
  {
    cohortId: cohort(),
    /** Normalised as in users. */
    email: text().notNull(),
    name: text().notNull(),
    groupName: text(),
    addedAt: at().notNull().defaultNow(),
    addedBy: actor(),
    /** Who joined with this address and has another one since; null while the address says who it is. */
    joinedAs: uuid().references(() => users.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.cohortId, t.email] }),
    index("roster_entries_email").on(t.email),
    index("roster_entries_added_by").on(t.addedBy),
    index("roster_entries_joined_as").on(t.joinedAs),
  ],
);

/** An instructor's word that a signal was seen. It holds while the facts are the same, a snooze no longer than its day. */
export const signalSettlements = pgTable(
  "signal_settlements",
  {
    cohortId: cohort(),
    learnerId: person(),
    rule: text().notNull(),
    /** Empty where the rule is about no single item. */
    itemId: text().notNull(),
    /** What the signal rested on, as text: other facts are another signal. */
    facts: text().notNull(),
    /** Null: settled. */
    snoozedUntil: date(),
    note: text().notNull(),
    settledBy: actor(),
    settledAt: at().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.cohortId, t.learnerId, t.rule, t.itemId] }),
    index("signal_settlements_learner").on(t.learnerId),
    index("signal_settlements_settled_by").on(t.settledBy),
  ],
);

/** Private to the instructors of the cohort. */
export const notes = pgTable(
  "notes",
  {
    cohortId: cohort(),
    id: uuid().notNull(),
    learnerId: person(),
    body: text().notNull(),
    writtenBy: actor(),
    writtenAt: at().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.cohortId, t.id] }), index("notes_learner").on(t.learnerId, t.cohortId), index("notes_written_by").on(t.writtenBy)],
);

/** The instructors' own record beside the learner's state. It never touches the learner's progress. */
export const waivers = pgTable(
  "waivers",
  {
    cohortId: cohort(),
    id: uuid().notNull(),
    learnerId: person(),
    itemId: text().notNull(),
    /** `not-needed`: this learner need not do it. `known`: shown elsewhere that the learner can do it. */
    state: text({ enum: ["not-needed", "known"] }).notNull(),
    reason: text().notNull(),
    givenBy: actor(),
    givenAt: at().notNull().defaultNow(),
    withdrawnAt: at(),
    withdrawnBy: actor(),
  },
  (t) => [
    primaryKey({ columns: [t.cohortId, t.id] }),
    uniqueIndex("waivers_standing").on(t.cohortId, t.learnerId, t.itemId).where(sql`${t.withdrawnAt} is null`),
    index("waivers_learner").on(t.learnerId),
    index("waivers_given_by").on(t.givenBy),
    index("waivers_withdrawn_by").on(t.withdrawnBy),
  ],
);

export const announcements = pgTable(
  "announcements",
  { cohortId: cohort(), id: uuid().notNull(), body: text().notNull(), writtenBy: actor(), writtenAt: at().notNull().defaultNow() },
  (t) => [primaryKey({ columns: [t.cohortId, t.id] }), index("announcements_written_by").on(t.writtenBy)],
);

/** What an instructor wrote to one learner. */
export const messages = pgTable(
  "messages",
  {
    learnerId: person(),
    id: uuid().notNull(),
    cohortId: cohort(),
    body: text().notNull(),
    writtenBy: actor(),
    writtenAt: at().notNull().defaultNow(),
    readAt: at(),
  },
  (t) => [primaryKey({ columns: [t.learnerId, t.id] }), index("messages_cohort").on(t.cohortId, t.writtenAt), index("messages_written_by").on(t.writtenBy)],
);
