import { unstable_rethrow } from "next/navigation";
import type { ActionResult } from "./action-result";

type Refusal = Extract<ActionResult, { ok: false }>;

const NEVER_KEPT = { "Cache-Control": "private, no-store" };

/** What is answered for one person, and kept by no cache. */
export function answerJson(body: object, status = 200): Response {
  return Response.json(body, { status, headers: NEVER_KEPT });
}

/** How every JSON route says no. */
export function refuseJson(status: number, message: string, more: Pick<Refusal, "fieldErrors"> = {}): Response {
  return answerJson({ ok: false, message, ...more } satisfies Refusal, status);
}

/** A route that says no in that one way too when nothing is there, and when it fails: of a fault the log is told, the browser is not. */
export function jsonRoute<Context>(handle: (request: Request, context: Context) => Promise<Response>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      return await handle(request, context);
    } catch (error) {
      if (isNotFound(error)) return refuseJson(404, "There is nothing at this address for you.");
      unstable_rethrow(error);
      console.error("%s %s failed.", request.method, new URL(request.url).pathname, error);
      return refuseJson(500, "The server could not do this. Try again in a minute.");
    }
  };
}

/** What notFound() throws, which Next would answer without a word. */
function isNotFound(error: unknown): boolean {
  return error instanceof Error && "digest" in error && error.digest === "NEXT_HTTP_ERROR_FALLBACK;404";
}
