import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { auditOf } from "./audit";

export type Roles = { instructor: boolean; admin: boolean };

/**
 * The admins that are let in, locked: of two who change each other at once, the second sees what the first left. Whoever acts must be one
 * of them, so that one is left whatever is done to another person.
 */
const admins = sql`admins as materialized (select id from users where admin and disabled_at is null order by id for update)`;

/**
 * Gives a person these roles and signs them out everywhere. Whoever is an instructor no more stops teaching every cohort; links to teach that they
 * made, and invitations to teach for their address, are taken back, as are links for instructors of whoever is an admin no more. False when
 * nothing was changed: they had these roles, or others than `was`, are the last admin, or the actor is no admin any more.
 */
export async function saveRoles(actorId: string, personId: string, { instructor, admin, was }: Roles & { was?: Roles }): Promise<boolean> {
  const rows = await db.execute(sql`
    with ${admins}, was as (
      select u.id, u.admin, u.may_teach or exists (select 1 from enrollments e where e.user_id = u.id and e.role = 'instructor' and e.left_at is null) as instructor
      from users u where u.id = ${personId}::uuid for update of u
    ), changed as (
      update users u set admin = ${admin}, may_teach = case when was.instructor = ${instructor} then u.may_teach else ${instructor} end
      from was
      where u.id = was.id and (was.instructor, was.admin) is distinct from (${instructor}::boolean, ${admin}::boolean)
        and (${was === undefined}::boolean or (was.instructor, was.admin) is not distinct from (${was?.instructor ?? null}::boolean, ${was?.admin ?? null}::boolean))
        and exists (select from admins where id = ${actorId}::uuid)
        and (${admin} or exists (select from admins where id <> ${personId}::uuid))
      returning u.id, u.email
    ), ended_teaching as (
      update enrollments set left_at = now() where not ${instructor} and user_id in (select id from changed) and role = 'instructor' and left_at is null
    ), revoked as (
      update invitations set revoked_at = now()
      where not ${instructor} and role = 'instructor' and revoked_at is null
        and ((email is null and created_by in (select id from changed)) or email in (select email from changed))
    ), revoked_for_instructors as (
      update instructor_invitations set revoked_at = now()
      where used_at is null and revoked_at is null
        and ((not ${admin} and email is null and created_by in (select id from changed)) or (not ${instructor} and email in (select email from changed)))
    ), signed_out as (
      update sessions set ended_at = now() where user_id in (select id from changed) and ended_at is null
    ), audited as (
      ${auditOf({ actorId, action: "person.roles", personId, detail: { instructor: instructor ? "yes" : "no", admin: admin ? "yes" : "no" } }, "changed")}
    )
    select 1 from changed`);
  return rows.length === 1;
}

/**
 * Lets a person in no more and signs them out everywhere, or lets them in again. Nothing of theirs is removed; links to teach that they
 * made are taken back. False when nothing was changed: they were disabled or not before, are the actor, or the actor is no admin any more.
 */
export async function saveDisabled(actorId: string, personId: string, disabled: boolean): Promise<boolean> {
  const rows = await db.execute(sql`
    with ${admins}, changed as (
      update users set disabled_at = case when ${disabled} then now() end
      where id = ${personId}::uuid and id <> ${actorId}::uuid and (disabled_at is not null) <> ${disabled}
        and exists (select from admins where id = ${actorId}::uuid)
      returning id
    ), signed_out as (
      update sessions set ended_at = now() where user_id in (select id from changed) and ended_at is null
    ), revoked as (
      update invitations set revoked_at = now()
      where ${disabled} and role = 'instructor' and email is null and created_by in (select id from changed) and revoked_at is null
    ), revoked_for_instructors as (
      update instructor_invitations set revoked_at = now()
      where ${disabled} and email is null and created_by in (select id from changed) and used_at is null and revoked_at is null
    ), forgotten as (
      delete from known_devices where user_id in (select id from changed)
    ), called_off as (
      update mail_codes set used_at = now() where user_id in (select id from changed) and used_at is null
    ), audited as (
      ${auditOf({ actorId, action: disabled ? "person.disable" : "person.enable", personId }, "changed")}
    )
    select 1 from changed`);
  return rows.length === 1;
}
