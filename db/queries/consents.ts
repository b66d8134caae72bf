import "server-only";
import { asc, eq, sql, type SQL } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { consents } from "@/db/schema/privacy";
import { IN_ENGLISH, type Purpose, type Shown } from "@/lib/privacy/words";

/**
 * Writes a choice down, as a CTE of the statement that makes it: once for each row of `from` that has the columns `user_id` and `given`,
 * where that is another choice than the one that holds. Mail about messages goes with a cohort until the person takes it back, all else begins with a yes.
 */
export function consentOf(purpose: Purpose, from: SQL): SQL {
  const { version, locale } = IN_ENGLISH;
  return sql`insert into consents (id, user_id, purpose, given, version, locale)
    select ${uuidv7()}::uuid, chosen.user_id, ${purpose}::text, chosen.given, ${version}::text, ${locale}::text from (${from}) chosen
    where chosen.given <> coalesce((select c.given from consents c where c.user_id = chosen.user_id and c.purpose = ${purpose} order by c.id desc limit 1), ${purpose === "message-mail"})`;
}

/** The person has been told of the words in this version. Idempotent. */
export async function saveNoticeRead(userId: string, { version, locale }: Shown): Promise<void> {
  await db.execute(sql`
    insert into consents (id, user_id, purpose, given, version, locale)
    select ${uuidv7()}::uuid, id, 'account', true, ${version}::text, ${locale}::text from users
    where id = ${userId}::uuid and ${version}::text is distinct from (select version from consents where user_id = ${userId}::uuid and purpose = 'account' order by id desc limit 1)`);
}

export type Consent = { purpose: Purpose; given: boolean; version: string; locale: string; at: Date };

const MOST_CONSENTS = 500;

/** All that a person agreed to and took back, the first one first. At most 500. */
export async function listConsents(userId: string): Promise<Consent[]> {
  return db
    .select({ purpose: consents.purpose, given: consents.given, version: consents.version, locale: consents.locale, at: consents.at })
    .from(consents)
    .where(eq(consents.userId, userId))
    .orderBy(asc(consents.id))
    .limit(MOST_CONSENTS);
}
