import { endOwnSession } from "@/lib/access/viewer";
import { env } from "@/lib/env";

/** Signing out. Fails when the session could not be ended: only then may the device forget the person. */
export async function DELETE(request: Request): Promise<Response> {
  const fromHere = request.headers.get("origin") === env.APP_URL || request.headers.get("sec-fetch-site") === "same-origin";
  if (!fromHere) return new Response(null, { status: 403 });
  await endOwnSession();
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
}
