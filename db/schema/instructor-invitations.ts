import { index, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { users } from "./accounts";

const at = () => timestamp({ withTimezone: true });
/** Who did it. What they did stays when they go. */
const actor = () => uuid().references(() => users.id, { onDelete: "set null" });

/** A way to become an instructor of the installation, for one person. The code itself is shown once and kept nowhere. */
export const instructorInvitations = pgTable(
  "instructor_invitations",
  {
    id: uuid().primaryKey(),
    /** sha256 of the code, in hex. */
    codeHash: text().notNull(),
    /** Only the account with this address may use it; null for anyone who has the code. */
    email: text(),
    expiresAt: at().notNull(),
    revokedAt: at(),
    usedAt: at(),
    usedBy: actor(),
    createdBy: actor(),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("instructor_invitations_code_hash_key").on(t.codeHash),
    index("instructor_invitations_email").on(t.email),
    index("instructor_invitations_used_by").on(t.usedBy),
    index("instructor_invitations_created_by").on(t.createdBy),
  ],
);
