import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { sayTooMany } from "@/lib/auth/too-many";

const handler: (request: Request, context: RouteContext<"/api/auth/[...nextauth]">) => Promise<Response> = NextAuth(authOptions);

/** A password is sent, never linked to: next-auth would answer 500. */
async function get(request: Request, context: RouteContext<"/api/auth/[...nextauth]">): Promise<Response> {
  const [action, provider = ""] = (await context.params).nextauth;
  if (action === "callback" && ["password", "demo"].includes(provider)) return new Response(null, { status: 405, headers: { Allow: "POST", "Cache-Control": "no-store" } });
  return handler(request, context);
}

async function post(request: Request, context: RouteContext<"/api/auth/[...nextauth]">): Promise<Response> {
  return sayTooMany(await handler(request, context));
}

export { get as GET, post as POST };
