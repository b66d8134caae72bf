import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { auditOf } from "./audit";

export async function findUnder18(userId: string): Promise<boolean> {
  const [row] = await db.select({ under18: users.under18 }).from(users).where(eq(users.id, userId));
  return row?.under18 ?? false;
}

/** What a person says of themselves, either way. Written down where it is something else than before. Idempotent. */
export async function saveUnder18(userId: string, under18: boolean): Promise<void> {
  await db.execute(sql`
    with changed as (
      update users set under_18 = ${under18} where id = ${userId}::uuid and under_18 <> ${under18} returning id
    )
    ${auditOf({ actorId: userId, action: "account.age", personId: userId }, "changed")}`);
}
