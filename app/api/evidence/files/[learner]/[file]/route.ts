import { requireEvidenceFile } from "@/lib/access/evidence";
import { contentDisposition } from "@/lib/evidence/file";

/** Always an attachment, never a page of this site; lib/security-headers.mjs gives these addresses a policy of their own. */
export async function GET(_request: Request, { params }: RouteContext<"/api/evidence/files/[learner]/[file]">): Promise<Response> {
  const { name, type, content } = await requireEvidenceFile(await params);
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": type === "text/plain" ? "text/plain; charset=utf-8" : type,
      "Content-Length": String(content.byteLength),
      "Content-Disposition": contentDisposition(name),
      "Cache-Control": "private, no-store",
    },
  });
}
