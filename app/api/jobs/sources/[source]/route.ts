import { auditSource, requireSource } from "@/lib/access/admin";
import { findViewer } from "@/lib/access/viewer";
import { importBody } from "@/lib/jobs/importer";
import { sayImport } from "@/lib/jobs/say-import";
import { answerJson, jsonRoute, refuseJson } from "@/lib/json-answer";
import { readBody } from "@/lib/read-body";

const MOST_BYTES = 5_000_000;

/** Takes a file with all listings of a source. */
async function takeListings(request: Request, { params }: RouteContext<"/api/jobs/sources/[source]">): Promise<Response> {
  if (!(await findViewer())) return refuseJson(401, "You are signed out. Sign in in another tab, and choose the file again.");
  const { admin, source } = await requireSource((await params).source);
  if (source.address !== null) return refuseJson(409, "This source is read at its address. Nothing was read.");

  const bytes = await readBody(request, MOST_BYTES);
  if (!bytes) return refuseJson(413, "The file is larger than 5 MB. Nothing was read; cut it into parts.");
  const body = decode(bytes);
  if (body === null) return refuseJson(422, "The file is not UTF-8. Nothing was read; save it as UTF-8.");
  await auditSource(admin, "read", source);
  const said = sayImport(await importBody(source, body, admin.id));
  return answerJson(said, said.ok ? 200 : 422);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export const POST = jsonRoute(takeListings);
