import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { actOfAdmin, addAuditEvent } from "@/db/queries/audit";
import { findJoinedCohort, findSelfAsTaught, findTaughtCohort, findTaughtLearner, listTaughtCohorts, type JoinedCohort, type TaughtCohort, type TaughtLearner } from "@/db/queries/cohorts";
import type { Refusal } from "@/lib/action-result";
import type { AuditAction } from "@/lib/audit/words";
import { isSlug, isUuid } from "@/lib/typed-text";
import { requireViewer } from "./viewer";

/** A cohort that the viewer teaches; an admin may look at any. To everyone else it is not there. */
export const requireTaughtCohort = cache(async (slug: unknown): Promise<TaughtCohort> => {
  const viewer = await requireViewer();
  return (isSlug(slug) && (await findTaughtCohort(slug, viewer))) || notFound();
});

/** Only who teaches it: what an admin may look at but not do. */
export async function requireOwnCohort(slug: unknown): Promise<TaughtCohort> {
  const cohort = await requireTaughtCohort(slug);
  return cohort.as === "instructor" ? cohort : notFound();
}

const ARCHIVED: Refusal = { ok: false, message: "The cohort is archived. Bring it back in its settings before you change it." };

type Open = { cohort: TaughtCohort; archived: null } | { cohort: null; archived: Refusal };

/**
 * What every change of a cohort, or of somebody in it, begins with: an archived cohort can be read and left, and nothing else. `find`
 * says who may; `archived` is the answer of the form.
 */
export async function requireOpenCohort(slug: unknown, find: (slug: unknown) => Promise<TaughtCohort> = requireTaughtCohort): Promise<Open> {
  const cohort = await find(slug);
  return cohort.archivedAt ? { cohort: null, archived: ARCHIVED } : { cohort, archived: null };
}

/** A learner of that cohort, as of now. That an admin looked is written down. */
export const requireTaughtLearner = cache(async (cohort: TaughtCohort, learnerId: unknown): Promise<TaughtLearner> => {
  const learner = isUuid(learnerId) ? await findTaughtLearner(cohort, learnerId) : null;
  if (!learner) notFound();
  await auditAdmin(cohort, "learner.read", learner.id);
  return learner;
});

/** Called by whatever shows data of learners: the views of an admin leave a trace. */
export async function auditAdmin(cohort: TaughtCohort, action: AuditAction, personId?: string): Promise<void> {
  const event = actOfAdmin(cohort, action, personId);
  if (event) await addAuditEvent(event);
}

/** A file takes data of learners away with it: it is written down before it begins, whoever asks for it. */
export async function auditExport(cohort: TaughtCohort, action: AuditAction & `${string}.export`): Promise<void> {
  await addAuditEvent({ actorId: cohort.viewerId, action, cohortId: cohort.id });
}

/** Someone who teaches a cohort, or an admin: whoever else asks for /teach finds no page. */
export async function requireTeacher() {
  const viewer = await requireViewer();
  if (!viewer.teaches && !viewer.admin) notFound();
  return { viewer, cohorts: await listTaughtCohorts(viewer.id) };
}

/** A cohort in which the viewer learns now. */
export const requireJoinedCohort = cache(async (slug: unknown): Promise<JoinedCohort> => {
  const viewer = await requireViewer();
  return (isSlug(slug) && (await findJoinedCohort(slug, viewer.id))) || notFound();
});

/** The viewer, as the instructors of a cohort in which they learn see them. For pages that show it to nobody else. */
export async function requireSelfAsTaught(slug: unknown): Promise<TaughtLearner> {
  return (await findSelfAsTaught(await requireJoinedCohort(slug))) ?? notFound();
}
