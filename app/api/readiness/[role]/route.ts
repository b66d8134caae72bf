import { listProgress } from "@/db/queries/progress";
import { findViewer } from "@/lib/access/viewer";
import { askedOfRole } from "@/lib/readiness/asked";
import { measure } from "@/lib/readiness/of-roadmap";
import type { ReadinessAnswer } from "@/lib/readiness/words";
import { findRole } from "@/lib/roles/roles";

/** How ready the viewer is for a role: the page of a role is the same for everyone, and asks. */
export async function GET(_request: Request, { params }: RouteContext<"/api/readiness/[role]">): Promise<Response> {
  const role = findRole((await params).role);
  const viewer = await findViewer();
  const headers = { "Cache-Control": "private, no-store" };
  if (!role || !viewer) return new Response(null, { status: role ? 401 : 404, headers });
  const { points, provenPoints } = measure.readiness(askedOfRole(role), await listProgress(viewer.id));
  return Response.json({ points, provenPoints } satisfies ReadinessAnswer, { headers });
}
