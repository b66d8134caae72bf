import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { sayTooMany } from "@/lib/auth/too-many";

const handler: (request: Request, context: RouteContext<"/api/auth/[...nextauth]">) => Promise<Response> = NextAuth(authOptions);

async function post(request: Request, context: RouteContext<"/api/auth/[...nextauth]">): Promise<Response> {
  return sayTooMany(await handler(request, context));
}

export { handler as GET, post as POST };
