import "server-only";
import { env } from "@/lib/env";

const OWN = new URL(env.APP_URL).origin;

/** Route handlers that write ask this first: actions check it themselves, route handlers do not. */
export function isFromOwnPage(request: Request): boolean {
  const origin = request.headers.get("origin");
  return origin === null ? request.headers.get("sec-fetch-site") === "same-origin" : origin === OWN;
}
