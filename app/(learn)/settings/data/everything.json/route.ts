import { requireOwnExport } from "@/lib/access/own-data";
import { exportAsJson } from "@/lib/privacy/own-data";

export async function GET(): Promise<Response> {
  const owner = await requireOwnExport("everything");
  return exportAsJson(owner);
}
