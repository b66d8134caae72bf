import "server-only";
import { and, eq, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { installation } from "@/db/schema/installation";
import { hashToken } from "./accounts";
import { saveAudited } from "./audit";

/** `name` is empty when nobody gave one, `addressDomains` when any address will do. */
export type Settings = { name: string; signUp: "open" | "invited"; addressDomains: string[] };

export async function findSettings(): Promise<Settings> {
  const [row] = await db.select({ name: installation.name, signUp: installation.signUp, addressDomains: installation.addressDomains }).from(installation);
  if (!row) throw new Error("The row of the installation is made with the database.");
  return { ...row, name: row.name ?? "" };
}

/** Idempotent. Acts on the next account that is made. Where `was` is given, nothing is changed that is another by now. */
export async function saveSettings(adminId: string, { name, signUp, addressDomains, was }: Settings & { was?: Settings }): Promise<void> {
  const saved = db
    .update(installation)
    .set({ name: name || null, signUp, addressDomains })
    .where(and(sql`${THERE} is distinct from ${tupleOf({ name, signUp, addressDomains })}`, was && sql`${THERE} is not distinct from ${tupleOf(was)}`))
    .returning({ id: installation.id });
  await saveAudited(saved, { actorId: adminId, action: "settings.save", detail: { name, signUp, domains: addressDomains.join(" ") } });
}

const THERE = sql`(coalesce(${installation.name}, ''), ${installation.signUp}, ${installation.addressDomains})`;

const tupleOf = ({ name, signUp, addressDomains }: Settings) => sql`(${name}::text, ${signUp}::text, ${sql.param(addressDomains)}::text[])`;

const ofDomain = (email: SQL) => sql`(address_domains = '{}' or split_part(${email}, '@', 2) = any(address_domains))`;

/** `email` is null where it is not known yet. */
function invited(email: SQL | null, invitation: string | null): SQL {
  const hash = invitation && hashToken(invitation);
  const forThem = email ? sql`(i.email is null or i.email = ${email})` : sql`true`;
  return sql`(exists (select 1 from invitations i join cohorts c on c.id = i.cohort_id
      where i.code_hash = ${hash}::text and i.revoked_at is null and i.uses < i.uses_allowed and i.expires_at > now() and c.archived_at is null and ${forThem})
    or exists (select 1 from instructor_invitations i
      where i.code_hash = ${hash}::text and i.revoked_at is null and i.used_at is null and i.expires_at > now() and ${forThem}))`;
}

/** A condition of the statement that makes an account: `email` is an expression of it, `invitation` the code that the person came with. */
export function maySignUp(email: SQL, invitation: string | null): SQL {
  return sql`exists (select 1 from installation where ${ofDomain(email)} and (sign_up = 'open' or ${invited(email, invitation)}))`;
}

export type SignUpRefusal = "invited only" | "other domain";

/** Why no account would be made; null when one would. It is the same whether or not the address has one. Without an address: whether the form is shown. */
export async function findSignUpRefusal(email: string | null, invitation: string | null): Promise<SignUpRefusal | null> {
  const address = email === null ? null : sql`${email}::text`;
  const [row] = await db
    .select({
      invited: sql<boolean>`sign_up = 'open' or ${invited(address, invitation)}`,
      ofDomain: address ? sql<boolean>`${ofDomain(address)}` : sql<boolean>`true`,
    })
    .from(installation)
    .where(eq(installation.id, 1));
  if (!row?.invited) return "invited only";
  return row.ofDomain ? null : "other domain";
}
