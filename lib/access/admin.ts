import "server-only";
import { notFound } from "next/navigation";
import { addAuditEvent } from "@/db/queries/audit";
import { findSource, type Source } from "@/db/queries/job-sources";
import { findPerson, type Person } from "@/db/queries/people";
import { isUuid } from "@/lib/typed-text";
import { requireFreshSession, requireViewer } from "./viewer";

export type Admin = { id: string; name: string };

/** Who hosts the installation. To everyone else these pages are not there. */
export async function requireAdmin(): Promise<Admin> {
  const viewer = await requireViewer();
  return viewer.admin ? viewer : notFound();
}

/** An admin who showed within ten minutes who they are; one who did not does it now, and comes back to `path`. */
export async function requireFreshAdmin(path: string): Promise<Admin> {
  const admin = await requireAdmin();
  await requireFreshSession(path);
  return admin;
}

/** Somebody with an account, for an admin. That they looked is written down. */
export async function requirePerson(id: unknown): Promise<{ admin: Admin; person: Person }> {
  const admin = await requireAdmin();
  const person = (isUuid(id) && (await findPerson(id))) || notFound();
  await addAuditEvent({ actorId: admin.id, action: "person.read", personId: person.id });
  return { admin, person };
}

/** A source of listings, for an admin. */
export async function requireSource(id: unknown): Promise<{ admin: Admin; source: Source }> {
  const admin = await requireAdmin();
  const source = isUuid(id) ? await findSource(id) : null;
  return source ? { admin, source } : notFound();
}

/** What an admin does with sources is written down before it is done. */
export async function auditSource(admin: Admin, action: "add" | "change" | "read" | "release" | "drop" | "close" | "type", source: { name: string }): Promise<void> {
  await addAuditEvent({ actorId: admin.id, action: `source.${action}`, detail: { name: source.name } });
}
