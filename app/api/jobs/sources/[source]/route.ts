import { auditSource, requireSource } from "@/lib/access/admin";
import { isFromOwnPage } from "@/lib/access/origin";
import { findViewer } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { readBody } from "@/lib/read-body";
import { importBody } from "@/lib/jobs/importer";
import { sayImport } from "@/lib/jobs/say-import";

const MOST_BYTES = 5_000_000;

/** Takes a file with all listings of a source. */
export async function POST(request: Request, { params }: RouteContext<"/api/jobs/sources/[source]">): Promise<Response> {
  if (!isFromOwnPage(request)) return answer(403, { ok: false, message: "This was not sent from a page of this installation. Nothing was read." });
  if (!(await findViewer())) return answer(401, { ok: false, message: "You are signed out. Sign in in another tab, and choose the file again." });
  const { admin, source } = await requireSource((await params).source);
  if (source.address !== null) return answer(409, { ok: false, message: "This source is read at its address. Nothing was read." });

  const bytes = await readBody(request, MOST_BYTES);
  if (!bytes) return answer(413, { ok: false, message: "The file is larger than 5 MB. Nothing was read; cut it into parts." });
  const body = decode(bytes);
  if (body === null) return answer(422, { ok: false, message: "The file is not UTF-8. Nothing was read; save it as UTF-8." });
  await auditSource(admin, "read", source);
  const said = sayImport(await importBody(source, body, admin.id));
  return answer(said.ok ? 200 : 422, said);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function answer(status: number, body: ActionResult): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });
}
