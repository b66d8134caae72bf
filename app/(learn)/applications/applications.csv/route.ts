import { addAuditEvent } from "@/db/queries/audit";
import { requireViewer } from "@/lib/access/viewer";
import { exportApplications } from "@/lib/applications/csv-export";

export async function GET(): Promise<Response> {
  const viewer = await requireViewer();
  await addAuditEvent({ actorId: viewer.id, action: "application.export", personId: viewer.id });
  return exportApplications(viewer.id);
}
