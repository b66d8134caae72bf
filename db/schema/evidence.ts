import { sql } from "drizzle-orm";
import { check, customType, foreignKey, index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { users } from "./accounts";

const at = () => timestamp({ withTimezone: true });
/** To the millisecond, as JavaScript has it: what a page of a list goes on from. */
const atMs = () => timestamp({ withTimezone: true, precision: 3 });
const learner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });
const actor = () => uuid().references(() => users.id, { onDelete: "set null" });
const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Evidence for one item, version by version. A version that was handed in is never changed, only withdrawn. */
export const submissions = pgTable(
  "submissions",
  {
    userId: learner(),
    id: uuid().notNull(),
    itemId: text().notNull(),
    version: smallint().notNull(),
    kind: text({ enum: ["link", "text", "repo", "file"] }).notNull(),
    /** The address, the Markdown text, or the address of the repository; empty for a file. */
    body: text().notNull(),
    /** Of a repository: 7 to 64 hex digits. */
    commit: text(),
    fileId: uuid(),
    state: text({ enum: ["draft", "handed-in", "returned", "accepted", "withdrawn"] }).notNull(),
    savedAt: at().notNull().defaultNow(),
    handedInAt: atMs(),
    /** When it was returned, accepted or withdrawn. */
    closedAt: at(),
    /** An instructor who is looking at it; after half an hour anyone may. */
    claimedBy: actor(),
    claimedAt: at(),
    /** When a peer confirmed it last. A withdrawal that did not see the confirmation finds another time here, and waits. */
    confirmedAt: at(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    uniqueIndex("submissions_version").on(t.userId, t.itemId, t.version),
    uniqueIndex("submissions_open").on(t.userId, t.itemId).where(sql`${t.state} in ('draft', 'handed-in')`),
    // These two hold all that is asked of every learner of a cohort: they are read alone.
    index("submissions_activity").on(t.userId, t.savedAt, t.handedInAt).where(sql`${t.state} <> 'draft'`),
    index("submissions_returned").on(t.userId, t.itemId, t.version, t.closedAt, t.id).where(sql`${t.state} = 'returned'`),
    index("submissions_waiting").on(t.userId, t.handedInAt).where(sql`${t.state} = 'handed-in'`),
    index("submissions_claimed_by").on(t.claimedBy).where(sql`${t.claimedBy} is not null`),
    foreignKey({ name: "submissions_file", columns: [t.userId, t.fileId], foreignColumns: [files.userId, files.id] }),
    check("submissions_state", sql`${t.state} in ('draft', 'handed-in', 'returned', 'accepted', 'withdrawn')`),
    check("submissions_kind", sql`${t.kind} in ('link', 'text', 'repo', 'file')`),
    check("submissions_handed_in", sql`(${t.state} = 'draft') = (${t.handedInAt} is null)`),
    check("submissions_file_kind", sql`(${t.kind} = 'file') = (${t.fileId} is not null)`),
  ],
);

/** At most 1 MB each. Sent as an attachment, never shown in a page. */
export const files = pgTable(
  "files",
  {
    userId: learner(),
    id: uuid().notNull(),
    name: text().notNull(),
    type: text({ enum: ["text/plain", "application/pdf", "image/png", "image/jpeg"] }).notNull(),
    size: integer().notNull(),
    content: bytea().notNull(),
    addedAt: at().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.id] }), check("files_size", sql`${t.size} between 1 and 1048576`)],
);

/** One line of a rubric, as a reviewer judged it. */
export type Criterion = { text: string; met: boolean };

/** One person's judgement of one version. */
export const reviews = pgTable(
  "reviews",
  {
    userId: learner(),
    id: uuid().notNull(),
    submissionId: uuid().notNull(),
    /** A peer confirms; an instructor accepts or returns. */
    by: text({ enum: ["instructor", "peer"] }).notNull(),
    verdict: text({ enum: ["accepted", "returned", "confirmed"] }).notNull(),
    comment: text().notNull(),
    /** The rubric of the item in the words of that day, each line met or not; null where the item had none. */
    rubric: jsonb().$type<Criterion[]>(),
    reviewerId: actor(),
    reviewedAt: at().notNull().defaultNow(),
    /** A judgement that was taken back, by whom and why. Its proof falls with it. */
    withdrawnAt: at(),
    withdrawnBy: actor(),
    withdrawnReason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    uniqueIndex("reviews_one_verdict").on(t.userId, t.submissionId).where(sql`${t.by} = 'instructor' and ${t.withdrawnAt} is null`),
    uniqueIndex("reviews_peer_once").on(t.userId, t.submissionId, t.reviewerId).where(sql`${t.by} = 'peer'`),
    index("reviews_reviewer").on(t.reviewerId),
    index("reviews_withdrawn_by").on(t.withdrawnBy).where(sql`${t.withdrawnBy} is not null`),
    foreignKey({ name: "reviews_submission", columns: [t.userId, t.submissionId], foreignColumns: [submissions.userId, submissions.id] }).onDelete("cascade"),
  ],
);
