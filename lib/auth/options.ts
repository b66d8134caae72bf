import "server-only";
import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { findOrAddUserOfIdentity, findUserId, isDisabled } from "@/db/queries/accounts";
import { addSession, endSession } from "@/db/queries/sessions";
import { findSignUpRefusal } from "@/db/queries/settings";
import { env } from "@/lib/env";
import { absolute } from "@/lib/site/absolute";
import { auditRefusal } from "./audit-refusal";
import { checkPassword } from "./check-password";
import { authCookies, SESSION_SECONDS } from "./cookie";
import { DEMO_PEOPLE, demoRoles } from "./demo";
import { addressInput, nameOfService, signInInput } from "./input";
import { rememberDevice } from "./place";
import { invitationIn } from "./sign-up-rules";
import { TOO_MANY } from "./too-many";

const withPassword = CredentialsProvider({
  id: "password",
  credentials: { email: {}, password: {} },
  async authorize(credentials) {
    const parsed = signInInput.safeParse(credentials);
    if (!parsed.success) return null;
    const answer = await orUnavailable(() => checkPassword(parsed.data));
    if (answer && "wait" in answer) throw new Error(`${TOO_MANY}${answer.wait}`);
    return answer && { id: answer.userId };
  },
});

const asDemo = CredentialsProvider({
  id: "demo",
  credentials: { role: {} },
  async authorize(credentials) {
    const role = demoRoles().find((known) => known === credentials?.role);
    return orUnavailable(async () => {
      const id = role ? await findUserId(DEMO_PEOPLE[role].email) : null;
      return id ? { id } : null;
    });
  },
});

/** next-auth sends the message of an error to the browser, and the database's would be the statement with its values. */
async function orUnavailable<T>(look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    console.error("Signing in failed.", error);
    throw new Error("unavailable");
  }
}

/** Whoever is disabled is told so, once it is known that it is they. As an address, which is how next-auth leads elsewhere. */
async function letIn(userId: string): Promise<true | string> {
  return orUnavailable(async () => {
    if (!(await isDisabled(userId))) return true;
    await auditRefusal("disabled account", userId);
    return absolute("/sign-in?error=disabled");
  });
}

/** next-auth keeps where the person came from while they are at the other service. */
async function invitationFollowed(): Promise<string | null> {
  const from = URL.parse((await cookies()).get(authCookies.callbackUrl.name)?.value ?? "");
  return from && invitationIn(from.pathname);
}

function services() {
  const { GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = env;
  return [
    ...(GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET
      ? [GitHubProvider({ clientId: GITHUB_CLIENT_ID, clientSecret: GITHUB_CLIENT_SECRET })]
      : []),
    ...(GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET
      ? [GoogleProvider({ clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET })]
      : []),
  ];
}

/** The services a person may sign in with, as configured. */
export const signInServices = services().map(({ id, name }) => ({ id, name }));

export const authOptions: NextAuthOptions = {
  secret: env.AUTH_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  cookies: authCookies,
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [withPassword, ...(demoRoles().length > 0 ? [asDemo] : []), ...services()],
  callbacks: {
    async signIn({ user, account, profile }) {
      if (account?.type === "credentials") return letIn(user.id);
      if (account?.type !== "oauth") return false;
      const given = addressInput.safeParse({ email: user.email });
      if (!given.success) return false;
      const [{ email }, invitation] = [given.data, await invitationFollowed()];
      const { provider, providerAccountId } = account;
      // GitHub does not say it of an address.
      const emailChecked = profile !== undefined && "email_verified" in profile && profile.email_verified === true;
      const person = { provider, providerAccountId, email, emailChecked, invitation, name: nameOfService(user.name) };
      const userId = await orUnavailable(() => findOrAddUserOfIdentity(person));
      if (!userId) return `/sign-in?error=${encodeURIComponent((await orUnavailable(() => findSignUpRefusal(email, invitation))) ?? "address-has-account")}`;
      user.id = userId;
      return letIn(userId);
    },
    // The cookie carries nothing but the random id of a row in `sessions`: ending the row ends the session everywhere.
    async jwt({ token, user, account }) {
      if (!account) return { sid: token.sid };
      const sid = randomBytes(32).toString("base64url");
      await addSession({ sessionId: sid, userId: user.id, ...(await rememberDevice()) });
      return { sid };
    },
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    async signOut({ token }) {
      if (typeof token.sid === "string") await endSession(token.sid);
    },
  },
};
