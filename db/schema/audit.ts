import { index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** What can be acted on: the first part of an audited action. */
export const AUDITED = [
  "account", "address", "announcement", "audit", "cohort", "enrollment", "evidence", "grid", "instructor", "invitation", "items", "learner", "learners", "mail",
  "message", "messages", "note", "passkey", "password", "people", "person", "print", "recovery-code", "reviews", "roster", "session", "settings", "signals", "source", "waiver",
] as const;

/** Append-only. Ids without references: what happened stays when a person or a cohort goes. */
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
  (t) => [index("audit_at").on(t.at), index("audit_person").on(t.personId, t.at)],
);
