import "server-only";
import { and, asc, eq, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { lastActivity } from "./last-activity";

/** Those an admin may ask for apart from the rest. */
export type PeopleKind = "admins" | "instructors" | "disabled";

/** `who` is a part of a name or address, `after` the id of the last person of the page before. */
export type PeopleSearch = { who: string; kind: PeopleKind | null; after: string | null };

export type ListedPerson = { id: string; name: string; email: string; admin: boolean; instructor: boolean; disabled: boolean; createdAt: Date };

/** Who may make cohorts, or teaches one now. For statements over `users`. */
export const isInstructor = sql<boolean>`(users.may_teach or exists (select 1 from enrollments t where t.user_id = users.id and t.role = 'instructor' and t.left_at is null))`;

const OF_KIND: Record<PeopleKind, SQL | undefined> = {
  admins: eq(users.admin, true),
  // The same, as a list: asked of each person, all are read in the order of their names.
  instructors: sql`users.id in (select id from users where may_teach union select user_id from enrollments where role = 'instructor' and left_at is null)`,
  disabled: isNotNull(users.disabledAt),
};

const asPattern = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** What was typed stands in the name or the address. For statements over `users`. */
export function hasWords(who: string): SQL | undefined {
  const inEither = sql`(${users.name} || ' ' || ${users.email}) ilike ${`%${asPattern(who)}%`}`;
  const [, local] = /^([^\s@]+)@[^\s@]*$/.exec(who) ?? [];
  if (!local) return inEither;
  // Most addresses share most of their parts, which the index of those would all read. An address has one @, a name hardly any.
  const endsSo = sql`reverse(split_part(${users.email}, '@', 1)) like ${`${asPattern(Array.from(local.toLowerCase()).toReversed().join(""))}%`}`;
  return and(inEither, or(endsSo, sql`${users.name} like '%@%'`));
}

/** By name. What is sought is found in names and addresses at once, as the index holds them. */
export async function listPeople({ who, kind, after }: PeopleSearch, limit: number): Promise<ListedPerson[]> {
  return db
    .select({ id: users.id, name: users.name, email: users.email, admin: users.admin, instructor: isInstructor, disabled: sql<boolean>`${users.disabledAt} is not null`, createdAt: users.createdAt })
    .from(users)
    .where(
      and(
        who ? hasWords(who) : undefined,
        kind ? OF_KIND[kind] : undefined,
        after ? sql`(${users.name}, ${users.id}) > (select l.name, l.id from users l where l.id = ${after}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
    .limit(limit);
}

export type Person = {
  id: string;
  name: string;
  email: string;
  emailChecked: boolean;
  admin: boolean;
  /** May make cohorts, or teaches one now. */
  instructor: boolean;
  disabledAt: Date | null;
  createdAt: Date;
  lastActiveAt: Date | null;
  hasPassword: boolean;
  /** The services with which the person may sign in. */
  services: string[];
  passkeys: number;
};

/** `id` must be a uuid. */
export async function findPerson(id: string): Promise<Person | null> {
  const [row] = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      emailChecked: sql<boolean>`${users.emailCheckedAt} is not null`,
      admin: users.admin,
      instructor: isInstructor,
      disabledAt: users.disabledAt,
      createdAt: users.createdAt,
      lastActiveAt: sql<Date | null>`${lastActivity(sql`users.id`)}`.mapWith(users.createdAt),
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      services: sql<string[]>`array(select provider from identities i where i.user_id = users.id order by provider)`,
      passkeys: sql<number>`(select count(*)::int from passkeys p where p.user_id = users.id)`,
    })
    .from(users)
    .where(eq(users.id, id));
  return row ?? null;
}

export type CohortOfPerson = { slug: string; name: string; archivedAt: Date | null; role: "learner" | "instructor" };

/** Where a person is enrolled now, the newest cohort first. At most 200. */
export async function listCohortsOf(personId: string): Promise<CohortOfPerson[]> {
  return db
    .select({ slug: cohorts.slug, name: cohorts.name, archivedAt: cohorts.archivedAt, role: enrollments.role })
    .from(enrollments)
    .innerJoin(cohorts, eq(cohorts.id, enrollments.cohortId))
    .where(and(eq(enrollments.userId, personId), isNull(enrollments.leftAt)))
    .orderBy(sql`${cohorts.startsOn} desc`, sql`${cohorts.id} desc`)
    .limit(200);
}
