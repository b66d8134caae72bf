import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { policyFor } from "@/lib/security-headers.mjs";

/**
 * In development, where scripts/server.mjs does not run: sets the policy of a page as scripts/edge/page-policy.mjs does, and decides nothing
 * else. Who may see what is decided in lib/access, by pages and actions.
 */
export function proxy(request: NextRequest): NextResponse {
  const path = request.nextUrl.pathname;
  const policy = policyFor(path, randomBytes(16).toString("base64"));
  const headers = new Headers(request.headers);
  headers.set("x-milepost-path", path + request.nextUrl.search);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = { matcher: [{ source: "/((?!_next/static|_next/image).*)", missing: [{ type: "header", key: "x-milepost-edge" }] }] };
