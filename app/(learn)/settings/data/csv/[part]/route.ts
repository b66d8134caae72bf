import { notFound } from "next/navigation";
import { isPartName } from "@/db/queries/own-parts";
import { requireOwnExport } from "@/lib/access/own-data";
import { exportAsCsv } from "@/lib/privacy/own-data";

/** The name of a part, as in the list of the page, with `.csv` after it. */
export async function GET(_request: Request, { params }: RouteContext<"/settings/data/csv/[part]">): Promise<Response> {
  const name = (await params).part.replace(/\.csv$/, "");
  if (!isPartName(name)) notFound();
  const owner = await requireOwnExport(name);
  return exportAsCsv(owner, name);
}
