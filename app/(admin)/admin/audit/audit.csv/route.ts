import { addAuditEvent } from "@/db/queries/audit";
import { requireAdmin } from "@/lib/access/admin";
import { exportAudit } from "@/lib/audit/csv-export";
import { readAuditView } from "@/lib/audit/view";

export async function GET(request: Request): Promise<Response> {
  const admin = await requireAdmin();
  await addAuditEvent({ actorId: admin.id, action: "audit.export" });
  return exportAudit(readAuditView(Object.fromEntries(new URL(request.url).searchParams)));
}
