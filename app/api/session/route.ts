import { endOwnSession } from "@/lib/access/viewer";
import { jsonRoute } from "@/lib/json-answer";

/** Signing out. Fails when the session could not be ended: only then may the device forget the person. */
async function signOut(): Promise<Response> {
  await endOwnSession();
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
}

export const DELETE = jsonRoute(signOut);
