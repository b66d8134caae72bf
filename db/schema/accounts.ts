import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";

const at = () => timestamp({ withTimezone: true });

export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    /** Normalised: trimmed, NFC, lower case. */
    email: text().notNull(),
    /** argon2id in PHC form; null when the person signs in with GitHub or Google only. */
    passwordHash: text(),
    admin: boolean().notNull().default(false),
    /** Let in as an instructor by an admin: may make cohorts before teaching one. */
    mayTeach: boolean().notNull().default(false),
    /** Since when an admin lets the person in no more; null while they may. */
    disabledAt: at(),
    /** Said by the person, who may say otherwise. No mail about jobs; signals leave them out unless the cohort has the consent of parents on record. */
    under18: boolean("under_18").notNull().default(false),
    /** Whether the weekly summary is sent by e-mail: not before the person says so. */
    weeklySummary: boolean().notNull().default(false),
    /** Whether what instructors write is sent by e-mail too. */
    messageMail: boolean().notNull().default(true),
    /** When a link sent to the address was last followed; null when it never was. */
    emailCheckedAt: at(),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("users_email_key").on(t.email),
    index("users_name").on(t.name, t.id),
    index("users_words").using("gin", sql`(${t.name} || ' ' || ${t.email}) gin_trgm_ops`),
    // The end of what stands before the @, for who looks for an address: what stands in it may stand in all others too.
    index("users_local_parts").on(sql`reverse(split_part(${t.email}, '@', 1)) text_pattern_ops`),
    index("users_named_like_addresses").on(t.id).where(sql`${t.name} like '%@%'`),
    index("users_admins").on(t.id).where(sql`${t.admin}`),
    index("users_may_teach").on(t.id).where(sql`${t.mayTeach}`),
    index("users_disabled").on(t.id).where(sql`${t.disabledAt} is not null`),
    check("users_name_length", sql`char_length(${t.name}) between 1 and 200`),
  ],
);

/** A way to sign in that another service vouches for. */
export const identities = pgTable(
  "identities",
  {
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index("identities_user").on(t.userId)],
);

export const sessions = pgTable(
  "sessions",
  {
    /** sha256 of the random id in the cookie, in hex: a copy of this table signs nobody in. */
    idHash: text().primaryKey(),
    /** Null once the account was erased: the device is told so, and wipes. */
    userId: uuid().references(() => users.id, { onDelete: "set null" }),
    /** The browser and the system that signed in, as "Firefox on Android". */
    device: text(),
    /** sha256 of the random id in the cookie of the device, in hex. */
    deviceHash: text(),
    createdAt: at().notNull().defaultNow(),
    lastSeenAt: at().notNull().defaultNow(),
    /** When the person last showed again who they are; null when they have not since signing in. */
    confirmedAt: at(),
    /** The account has a passkey, and it was not shown yet: until then nobody is signed in. */
    awaitsPasskey: boolean().notNull().default(false),
    /** When a passkey or a recovery code was shown in this session. */
    passkeyAt: at(),
    /** What a passkey has to sign, once, until `challengeUntil`. */
    challenge: text(),
    challengeUntil: at(),
    endedAt: at(),
  },
  (t) => [index("sessions_user").on(t.userId)],
);
