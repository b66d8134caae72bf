import { sql } from "drizzle-orm";
import { check, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";

/** One row. A restore writes a new epoch, and devices send again what they hold. */
export const installation = pgTable(
  "installation",
  {
    id: smallint().primaryKey(),
    epoch: uuid().notNull(),
    /** sha256 of the token in the log with which the first admin is claimed, in hex. */
    adminClaimHash: text(),
    /** Whose installation it is, as "Pune Institute"; null when nobody said. */
    name: text(),
    /** Who may make an account: everyone, or whoever has an invitation. */
    signUp: text({ enum: ["open", "invited"] }).notNull().default("open"),
    /** What an address must end in to get an account, as "example.org"; any when empty. */
    addressDomains: text().array().notNull().default(sql`'{}'`),
  },
  (t) => [check("installation_one_row", sql`${t.id} = 1`), check("installation_sign_up", sql`${t.signUp} in ('open', 'invited')`)],
);
