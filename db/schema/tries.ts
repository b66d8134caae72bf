import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "./accounts";

/** How often something was tried. The names of the columns are those of rate-limiter-flexible; the keys hold hashes. */
export const tries = pgTable(
  "tries",
  {
    key: text().primaryKey(),
    points: integer().notNull(),
    expire: timestamp({ withTimezone: true }),
  },
  (t) => [index("tries_expire").on(t.expire)],
);

/** A device on which a person signed in before: it has an allowance of its own, which strangers cannot use up. */
export const knownDevices = pgTable(
  "known_devices",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** sha256 of the random id in the cookie of the device, in hex. */
    deviceHash: text().notNull(),
    seenAt: timestamp({ withTimezone: true }).notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.userId, t.deviceHash] })],
);
