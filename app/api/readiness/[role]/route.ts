import { listProgress } from "@/db/queries/progress";
import { findViewer } from "@/lib/access/viewer";
import { answerJson, jsonRoute, refuseJson } from "@/lib/json-answer";
import { askedOfRole } from "@/lib/readiness/asked";
import { measure } from "@/lib/readiness/of-roadmap";
import type { ReadinessAnswer } from "@/lib/readiness/words";
import { findRole } from "@/lib/roles/roles";

/** How ready the viewer is for a role: the page of a role is the same for everyone, and asks. */
async function sayReadiness(_request: Request, { params }: RouteContext<"/api/readiness/[role]">): Promise<Response> {
  const role = findRole((await params).role);
  const viewer = await findViewer();
  if (!role) return refuseJson(404, "There is no such role.");
  if (!viewer) return refuseJson(401, "You are signed out.");
  const { points, provenPoints } = measure.readiness(askedOfRole(role), await listProgress(viewer.id));
  return answerJson({ points, provenPoints } satisfies ReadinessAnswer);
}

export const GET = jsonRoute(sayReadiness);
