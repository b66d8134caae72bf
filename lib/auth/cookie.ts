import { env } from "@/lib/env";

export const secureCookies = env.APP_URL.startsWith("https:");

export const SESSION_COOKIE = secureCookies ? "__Host-milepost-session" : "milepost-session";
