import type { CookiesOptions } from "next-auth";
import { env } from "@/lib/env";

const secure = env.APP_URL.startsWith("https:");
const FIFTEEN_MINUTES = 15 * 60;

export const cookieOptions = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;

/** Over https a browser takes a `__Host-` cookie from this host alone: no other name below the domain can plant one. */
function cookie(name: string, more: { maxAge?: number } = {}) {
  return { name: `${secure ? "__Host-" : ""}milepost-${name}`, options: { ...cookieOptions, ...more } };
}

/** Every cookie that next-auth sets. */
export const authCookies = {
  sessionToken: cookie("session"),
  csrfToken: cookie("csrf-token"),
  callbackUrl: cookie("callback-url"),
  state: cookie("state", { maxAge: FIFTEEN_MINUTES }),
  pkceCodeVerifier: cookie("pkce-code-verifier", { maxAge: FIFTEEN_MINUTES }),
  nonce: cookie("nonce"),
} satisfies CookiesOptions;

const ONE_YEAR = 365 * 24 * 60 * 60;

/** Knows the device again; signs nobody in. */
export const deviceCookie = cookie("device", { maxAge: ONE_YEAR });

/** The longest that anybody stays signed in: 90 days. */
export const SESSION_SECONDS = 90 * 24 * 60 * 60;

export const SESSION_COOKIE = authCookies.sessionToken.name;
