import { endAllOwnSessions } from "@/lib/access/viewer";
import { jsonRoute, refuseJson } from "@/lib/json-answer";

/** Signing out everywhere. Fails when the sessions could not be ended: only then may the device forget the person. */
async function signOutEverywhere(): Promise<Response> {
  if (!(await endAllOwnSessions())) return refuseJson(401, "You are not signed in any more.");
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
}

export const DELETE = jsonRoute(signOutEverywhere);
