import "server-only";
import { randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";
import type { Viewer } from "@/db/queries/accounts";
import { confirmSession, endSession, endSessionsOf, findOpenSession, saveSessionSeen, type OpenSession } from "@/db/queries/sessions";
import { cookieOptions, SESSION_COOKIE, SESSION_SECONDS } from "@/lib/auth/cookie";
import { returnPath } from "@/lib/auth/return-path";
import { env } from "@/lib/env";

/** The session of this request. Its viewer is null when the account was erased. */
export const findSession = cache(async (): Promise<OpenSession | null> => {
  const cookie = (await cookies()).get(SESSION_COOKIE)?.value;
  if (!cookie) return null;
  const sessionId = await readCookie(cookie);
  if (!sessionId) return null;
  const session = await findOpenSession(sessionId);
  if (session?.seenLongAgo) await saveSessionSeen(session.idHash);
  return session;
});

export async function findViewer(): Promise<Viewer | null> {
  return (await findSession())?.viewer ?? null;
}

/** Someone signed in; whoever is not signs in first, and comes back to what was asked for, as proxy.ts says. */
export async function requireViewer(): Promise<Viewer> {
  return (await requireSession()).viewer;
}

/** The same, with the session of this request. */
export async function requireSession(): Promise<OpenSession & { viewer: Viewer }> {
  const session = await findSession();
  if (session?.viewer) return { ...session, viewer: session.viewer };
  const path = returnPath((await headers()).get("x-milepost-path"));
  redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}

/** Ends the session of this request everywhere, and takes the cookie away. Idempotent. */
export async function endOwnSession(): Promise<void> {
  const jar = await cookies();
  const cookie = jar.get(SESSION_COOKIE)?.value;
  const sessionId = cookie && (await readCookie(cookie));
  if (sessionId) await endSession(sessionId);
  jar.set(SESSION_COOKIE, "", { ...cookieOptions, maxAge: 0 });
}

/** Ends every session of the person of this request. False when nobody is signed in. */
export async function endAllOwnSessions(): Promise<boolean> {
  const viewer = await findViewer();
  if (!viewer) return false;
  await endSessionsOf(viewer.id);
  (await cookies()).set(SESSION_COOKIE, "", { ...cookieOptions, maxAge: 0 });
  return true;
}

/** Somebody who signed in, or showed again who they are, within ten minutes; whoever did so earlier does it now, and comes back to `path`. */
export async function requireFreshSession(path: string): Promise<OpenSession & { viewer: Viewer }> {
  const session = await requireSession();
  if (!session.fresh) redirect(`/confirm?next=${encodeURIComponent(path)}`);
  return session;
}

/** The person of this request showed again who they are. */
export async function confirmOwnSession(idHash: string): Promise<void> {
  const sid = randomBytes(32).toString("base64url");
  await confirmSession(idHash, sid);
  const token = await encode({ token: { sid }, secret: env.AUTH_SECRET, maxAge: SESSION_SECONDS });
  (await cookies()).set(SESSION_COOKIE, token, { ...cookieOptions, maxAge: SESSION_SECONDS });
}

async function readCookie(token: string): Promise<string | null> {
  try {
    const content = await decode({ token, secret: env.AUTH_SECRET });
    return typeof content?.sid === "string" ? content.sid : null;
  } catch (error) {
    // A cookie that is cut, forged or of an older secret is no session; anything else is a fault of ours.
    if (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_J")) return null;
    throw error;
  }
}
