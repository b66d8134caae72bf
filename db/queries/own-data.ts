import "server-only";
import { and, asc, desc, eq, getTableColumns, or, sql, type SQL } from "drizzle-orm";
import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { files } from "@/db/schema/evidence";
import { PARTS, type Part, type PartName } from "./own-parts";

/** `checked`: they showed that the address is theirs. Else anybody may have given it. */
export type Owner = { id: string; email: string; checked: boolean };

export async function findOwner(userId: string): Promise<Owner | null> {
  const [row] = await db.select({ id: users.id, email: users.email, checked: sql<boolean>`${users.emailCheckedAt} is not null` }).from(users).where(eq(users.id, userId));
  return row ?? null;
}

/** Names of columns to their values; null where there is none. */
export type OwnRow = Record<string, unknown>;

export const OWN_PAGE = 500;

/** A page of one part, in the order of its key: the rows, and from where the next page goes on, null at the end. */
export async function listOwnRows(name: PartName, owner: Owner, after: string | null): Promise<{ rows: OwnRow[]; next: string | null }> {
  const part: Part = PARTS[name];
  const key = keyOf(part.table);
  const found = await db
    .select({ ...columnsOf(part), key })
    .from(part.table)
    .where(sql`(${isOf(part, owner)}) and ${after === null ? sql`true` : sql`${key} > ${after}`}`)
    .orderBy(key)
    .limit(OWN_PAGE);
  const rows: OwnRow[] = found.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => column !== "key")));
  return { rows, next: found.length === OWN_PAGE ? String(found.at(-1)?.key) : null };
}

/** The columns of a part that its owner gets, by name. */
export function columnsOf({ table, leftOut = {}, adds = {} }: Part): Record<string, PgColumn | SQL.Aliased> {
  const own = Object.entries(getTableColumns(table)).filter(([name]) => !Object.hasOwn(leftOut, name));
  return { ...Object.fromEntries(own), ...Object.fromEntries(Object.entries(adds).map(([name, value]) => [name, value.as(name)])) };
}

function isOf({ table, by }: Part, owner: Owner): SQL | undefined {
  return or(...by.map((column) => (column.getSQLType() === "uuid" ? eq(column, owner.id) : and(eq(column, owner.email), isTheirs(table, owner)))));
}

/** Whether what names an address is about its owner: they have shown that it is theirs, or are or were in the cohort that expects it. */
function isTheirs(table: PgTable, { id, checked }: Owner): SQL {
  const { cohortId } = getTableColumns(table);
  if (checked) return sql`true`;
  return cohortId ? sql`exists (select from enrollments e where e.user_id = ${id}::uuid and e.cohort_id = ${cohortId})` : sql`false`;
}

/** What tells the rows of one person apart, as text: ids begin with the time. */
function keyOf(table: PgTable): SQL<string> {
  const { primaryKeys, columns } = getTableConfig(table);
  const keys = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
  const parts = (keys.length > 0 ? keys : columns).map((column) => sql`${column}::text`);
  return sql<string>`concat_ws(' ', ${sql.join(parts, sql`, `)}) collate "C"`;
}

export type OwnFile = { id: string; name: string; size: number; addedAt: Date };

export const MOST_FILES = 500;

/** The files of a person’s evidence, the newest first. At most 500. */
export async function listOwnFiles(userId: string): Promise<OwnFile[]> {
  return db
    .select({ id: files.id, name: files.name, size: files.size, addedAt: files.addedAt })
    .from(files)
    .where(eq(files.userId, userId))
    .orderBy(desc(files.addedAt), asc(files.id))
    .limit(MOST_FILES);
}
