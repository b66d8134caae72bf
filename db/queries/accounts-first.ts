import "server-only";
import { sql, type SQLWrapper } from "drizzle-orm";

/**
 * For a statement that changes what people have and then names them anew: a CTE, `accounts as (${accountsOf(id)})`, that holds their accounts
 * first, as who erases one does. Else each waits for what the other has. `held` goes with the change that comes first.
 */
export const accountsOf = (...userIds: (string | SQLWrapper)[]) => sql`select from users where id in (${sql.join(userIds.map((id) => sql`${id}::uuid`), sql`, `)}) for key share`;

export const held = sql`(select count(*) from accounts) >= 0`;
