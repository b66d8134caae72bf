import "server-only";
import { randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { encode } from "next-auth/jwt";
import { cache } from "react";
import type { Viewer } from "@/db/queries/accounts";
import { endSession, endSessionsOf, findOpenSession, saveSessionSeen, type OpenSession } from "@/db/queries/sessions";
import { cookieOptions, SESSION_COOKIE, SESSION_SECONDS } from "@/lib/auth/cookie";
import { returnPath } from "@/lib/auth/return-path";
import { openCookie } from "@/lib/auth/session-cookie";
import { env } from "@/lib/env";
import { isAskedByItself } from "./asked-by-itself.mjs";

/** The session of this request, whatever it still lacks. */
const readSession = cache(async (): Promise<OpenSession | null> => {
  const cookie = (await cookies()).get(SESSION_COOKIE)?.value;
  if (!cookie) return null;
  const sessionId = await readCookie(cookie);
  if (!sessionId) return null;
  const session = await findOpenSession(sessionId);
  if (session?.seenLongAgo && !isAskedByItself((await headers()).get("x-milepost-path") ?? "")) await saveSessionSeen(session.idHash);
  return session;
});

const WHERE_PASSKEYS_ARE_MADE = "/settings/security/passkeys";

/** What a session lacks before anybody is signed in with it: a passkey to be shown, or, where the installation requires one, to be made. */
function lacks({ viewer, awaitsPasskey, passkeyShown }: OpenSession): "shown" | "made" | null {
  if (awaitsPasskey) return "shown";
  return viewer && env.STAFF_PASSKEYS === "required" && (viewer.admin || viewer.teaches) && !passkeyShown ? "made" : null;
}

/** The session of this request. Its viewer is null when the account was erased. */
export async function findSession(): Promise<OpenSession | null> {
  const session = await readSession();
  return session && !lacks(session) ? session : null;
}

export async function findViewer(): Promise<Viewer | null> {
  return (await findSession())?.viewer ?? null;
}

/** Someone signed in; whoever is not signs in first, and comes back to what was asked for, as scripts/edge/page-policy.mjs says. */
export async function requireViewer(): Promise<Viewer> {
  return (await requireSession()).viewer;
}

type ViewerSession = OpenSession & { viewer: Viewer };

/** The same, with the session of this request. */
export async function requireSession(): Promise<ViewerSession> {
  const session = await requireSessionInMaking();
  if (lacks(session)) redirect(WHERE_PASSKEYS_ARE_MADE);
  return session;
}

/** Leads on whoever signed in and has yet to make a passkey. Everybody else may go where they like, also who is not signed in. */
export async function requirePasskeyMade(): Promise<void> {
  const session = await readSession();
  if (session && lacks(session) === "made") redirect(WHERE_PASSKEYS_ARE_MADE);
}

/** Also for whoever has yet to make a passkey: what that takes, and no more. */
export async function requireSessionInMaking(): Promise<ViewerSession> {
  const session = await readSession();
  const next = encodeURIComponent(returnPath((await headers()).get("x-milepost-path")));
  if (!session?.viewer) redirect(`/sign-in?next=${next}`);
  if (session.awaitsPasskey) redirect(`/sign-in/passkey?next=${next}`);
  return { ...session, viewer: session.viewer };
}

/** The session of somebody who gave their password and has yet to show a passkey. */
export async function findSessionAwaiting(): Promise<ViewerSession | null> {
  const session = await readSession();
  return session?.viewer && session.awaitsPasskey ? { ...session, viewer: session.viewer } : null;
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
export async function requireFreshSession(path: string, { inMaking = false } = {}): Promise<ViewerSession> {
  const session = await (inMaking ? requireSessionInMaking() : requireSession());
  if (!session.fresh) redirect(`/confirm?next=${encodeURIComponent(path)}`);
  return session;
}

/** The person of this request shows again who they are: `save` gets the random id under which the session goes on, and says whether it does. */
export async function renewOwnSession(save: (nextSessionId: string) => Promise<boolean>): Promise<boolean> {
  const sid = randomBytes(32).toString("base64url");
  if (!(await save(sid))) return false;
  const token = await encode({ token: { sid }, secret: env.AUTH_SECRET, maxAge: SESSION_SECONDS });
  (await cookies()).set(SESSION_COOKIE, token, { ...cookieOptions, maxAge: SESSION_SECONDS });
  return true;
}

async function readCookie(token: string): Promise<string | null> {
  try {
    const { sid } = await openCookie(token);
    return typeof sid === "string" ? sid : null;
  } catch (error) {
    // A cookie that is cut, forged or of an older secret is no session; anything else is a fault of ours.
    if (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_J")) return null;
    throw error;
  }
}
