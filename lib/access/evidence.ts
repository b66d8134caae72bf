import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { addAuditEvent } from "@/db/queries/audit";
import type { TaughtCohort, TaughtLearner } from "@/db/queries/cohorts";
import { findPeerWork, isOfClassmate, type PeerWork } from "@/db/queries/confirmations";
import { listTaughtVersions, type Version } from "@/db/queries/evidence";
import { findReadableFile, type ReadableFile } from "@/db/queries/evidence-files";
import { isUuid } from "@/lib/typed-text";
import { peerItems } from "@/lib/evidence/peer-items";
import { requireTaughtCohort, requireTaughtLearner } from "./cohorts";
import { findViewer, requireViewer } from "./viewer";

/** What this viewer may confirm, as a learner of the same cohort now. */
export async function requirePeerWork(submissionId: unknown): Promise<PeerWork> {
  const viewer = await requireViewer();
  return (isUuid(submissionId) && (await findPeerWork(viewer.id, submissionId, peerItems))) || notFound();
}

/** The same for whoever looked at it before: null when it was theirs to confirm and is not any more. */
export async function requireClassmatesWork(submissionId: unknown): Promise<PeerWork | null> {
  const viewer = await requireViewer();
  if (!isUuid(submissionId)) notFound();
  const work = await findPeerWork(viewer.id, submissionId, peerItems);
  if (!work && !(await isOfClassmate(viewer.id, submissionId))) notFound();
  return work;
}

export type TaughtSubmission = { cohort: TaughtCohort; learner: TaughtLearner; submission: Version; others: Version[] };

/** A submission of a learner of that cohort, as of now. That an admin looked is written down. */
export const requireTaughtSubmission = cache(async (slug: unknown, learnerId: unknown, submissionId: unknown): Promise<TaughtSubmission> => {
  const cohort = await requireTaughtCohort(slug);
  const learner = await requireTaughtLearner(cohort, learnerId);
  const versions = isUuid(submissionId) ? await listTaughtVersions(learner, submissionId) : [];
  const submission = versions.find(({ id }) => id === submissionId) ?? notFound();
  return { cohort, learner, submission, others: versions.filter((version) => version !== submission) };
});

/** A file as evidence, for its owner, who teaches them now, a peer who may confirm it, and an admin, which is written down. */
export async function requireEvidenceFile(place: { learner: unknown; file: unknown }): Promise<ReadableFile> {
  const viewer = await findViewer();
  if (!viewer || !isUuid(place.learner) || !isUuid(place.file)) notFound();
  const file = (await findReadableFile(viewer, { learnerId: place.learner, fileId: place.file }, peerItems)) ?? notFound();
  if (file.as === "admin") await addAuditEvent({ actorId: viewer.id, action: "evidence.read", personId: place.learner, detail: { fileId: place.file } });
  return file;
}
