import { requireViewer } from "@/lib/access/viewer";
import { exportApplications } from "@/lib/applications/csv-export";

export async function GET(): Promise<Response> {
  const viewer = await requireViewer();
  return exportApplications(viewer.id);
}
