import { pgTable, timestamp, uuid } from "drizzle-orm/pg-core";

const at = () => timestamp({ withTimezone: true });

/** Which accounts were erased, by ids that lead to nobody any more: after a restore of an older backup they are erased again. */
export const erasures = pgTable("erasures", {
  userId: uuid().primaryKey(),
  at: at().notNull().defaultNow(),
});
