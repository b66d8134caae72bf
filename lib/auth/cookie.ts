import { env } from "@/lib/env";

const secureCookies = env.APP_URL.startsWith("https:");

export const cookieOptions = { httpOnly: true, sameSite: "lax", path: "/", secure: secureCookies } as const;

export const SESSION_COOKIE = secureCookies ? "__Host-milepost-session" : "milepost-session";
