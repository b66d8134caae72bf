import "server-only";
import { notFound, redirect } from "next/navigation";
import type { Viewer } from "@/db/queries/accounts";
import { addAuditEvent } from "@/db/queries/audit";
import type { TaughtCohort, TaughtLearner } from "@/db/queries/cohorts";
import { findPeerWork, findReadableFile, listTaughtVersions, type PeerWork, type ReadableFile, type Version } from "@/db/queries/evidence";
import { isUuid } from "@/lib/evidence/input";
import { peerItems } from "@/lib/evidence/peer-items";
import { requireTaughtCohort, requireTaughtLearner } from "./cohorts";
import { findViewer } from "./viewer";

/** Someone signed in; whoever is not signs in first and comes back to this path. */
export async function requireLearner(path: string): Promise<Viewer> {
  return (await findViewer()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}

/** What this viewer may confirm, as a learner of the same cohort now. */
export async function requirePeerWork(submissionId: unknown): Promise<PeerWork> {
  const viewer = await requireLearner("/evidence");
  return (isUuid(submissionId) && (await findPeerWork(viewer.id, submissionId, peerItems))) || notFound();
}

export type TaughtSubmission = { cohort: TaughtCohort; learner: TaughtLearner; submission: Version; others: Version[] };

/** A submission of a learner of that cohort, as of now. That an admin looked is written down. */
export async function requireTaughtSubmission(place: { cohort: unknown; learner: unknown; submission: unknown }): Promise<TaughtSubmission> {
  const cohort = await requireTaughtCohort(place.cohort);
  const learner = await requireTaughtLearner(cohort, place.learner);
  const versions = isUuid(place.submission) ? await listTaughtVersions(learner, place.submission) : [];
  const submission = versions.find((version) => version.id === place.submission) ?? notFound();
  return { cohort, learner, submission, others: versions.filter((version) => version !== submission) };
}

/** A file as evidence, for its owner, who teaches them now, a peer who may confirm it, and an admin, which is written down. */
export async function requireEvidenceFile(place: { learner: unknown; file: unknown }): Promise<ReadableFile> {
  const viewer = await findViewer();
  if (!viewer || !isUuid(place.learner) || !isUuid(place.file)) notFound();
  const file = (await findReadableFile(viewer, { learnerId: place.learner, fileId: place.file }, peerItems)) ?? notFound();
  if (file.as === "admin") await addAuditEvent({ actorId: viewer.id, action: "evidence.read", personId: place.learner, detail: { fileId: place.file } });
  return file;
}
