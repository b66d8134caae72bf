import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { isPrerendered, policyFor } from "@/lib/security-headers";

/** Sets the policy of a page and decides nothing else: who may see what is decided in lib/access, by pages and actions. */
export function proxy(request: NextRequest): NextResponse {
  const path = request.nextUrl.pathname;
  const nonce = isPrerendered(path) ? null : randomBytes(16).toString("base64");
  const policy = policyFor(path, nonce);

  const headers = new Headers(request.headers);
  headers.set("x-milepost-path", path + request.nextUrl.search);
  // Next reads the nonce for its own scripts from the policy on the request.
  if (nonce) headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });

  response.headers.set("Content-Security-Policy", policy);
  if (nonce === null) response.headers.set("Cache-Control", "public, max-age=0, must-revalidate");
  return response;
}

export const config = { matcher: "/((?!_next/static|_next/image).*)" };
