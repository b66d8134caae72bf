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
  },
  (t) => [check("installation_one_row", sql`${t.id} = 1`)],
);
