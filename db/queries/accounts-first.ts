import "server-only";
import { sql, type SQLWrapper } from "drizzle-orm";

/**
 * For a statement that changes a row of a person and then adds one that refers to them: a CTE, `accounts as (${accountsOf(id)})`, that holds
 * their accounts first, as who erases one does, and in the order in which admins are held. Else each waits for what the other has. `held` goes
 * with the change that comes first.
 */
export const accountsOf = (...userIds: (string | SQLWrapper)[]) => sql`select from users where id in (${sql.join(userIds.map((id) => sql`${id}::uuid`), sql`, `)}) order by id for key share`;

export const held = sql`(select count(*) from accounts) >= 0`;
