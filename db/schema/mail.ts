import { index, jsonb, pgTable, smallint, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql, type SQLWrapper } from "drizzle-orm";
import { users } from "./accounts";

const at = () => timestamp({ withTimezone: true });

/** Of a kind of mail: links and notices are waited for, and go before all others. */
export const canWait = (kind: SQLWrapper) => sql`(${kind} not in ('code', 'notice'))`;

/** Mail that waits to be sent. What it says is put together when it is sent, from the row it is about. */
export const outbox = pgTable(
  "outbox",
  {
    id: uuid().primaryKey(),
    /** One mail per reason: a message's id, a person and a week. */
    reason: text().notNull(),
    kind: text({ enum: ["message", "invitation", "summary", "listings", "code", "notice", "instructor"] }).notNull(),
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
    index("outbox_user").on(t.userId),
    index("outbox_address").on(t.address),
    index("outbox_next")
      .on(canWait(t.kind), t.dueAt)
      .where(sql`${t.sentAt} is null and ${t.gaveUpAt} is null`),
    index("outbox_given_up").on(t.gaveUpAt).where(sql`${t.gaveUpAt} is not null`),
    index("outbox_over").on(sql`coalesce(${t.sentAt}, ${t.gaveUpAt}, ${t.addedAt})`),
  ],
);

/** What a link in a mail lets its reader do once, within ten minutes of being written into the mail. */
export const mailCodes = pgTable(
  "mail_codes",
  {
    id: uuid().primaryKey(),
    purpose: text({ enum: ["sign-up", "check-address", "change-address", "reset-password"] }).notNull(),
    /** Whose account it is about; null until the mail is put together, and for who has none. */
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    /** The mailbox it goes to, whether or not it has an account. */
    address: text().notNull(),
    /** What was typed when it was asked for. */
    detail: jsonb().notNull(),
    /** sha256 of the code in the mail, in hex; null until the mail is put together. */
    codeHash: text(),
    expiresAt: at(),
    usedAt: at(),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("mail_codes_hash_key").on(t.codeHash),
    index("mail_codes_user").on(t.userId),
    index("mail_codes_address").on(t.address),
    index("mail_codes_created").on(t.createdAt),
  ],
);
