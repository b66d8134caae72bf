import { env } from "@/lib/env";
import { securityText } from "@/lib/site/security-text";

export const dynamic = "force-dynamic";

/** Where to report a weakness, as RFC 9116 asks for it. */
export function GET(): Response {
  if (!env.SECURITY_CONTACT) return new Response("Nobody is named here.\n", { status: 404, headers: { "Cache-Control": "no-store" } });
  return new Response(securityText(env.SECURITY_CONTACT, new Date()), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
