import { hkdfSync } from "node:crypto";
import { jwtDecrypt, type JWTPayload } from "jose";
import { env } from "@/lib/env";

/** What next-auth seals cookies with: it works this out of the secret anew for each cookie, which takes longer than opening one. */
const key = new Uint8Array(hkdfSync("sha256", env.AUTH_SECRET, "", "NextAuth.js Generated Encryption Key", 32));

/** What a cookie that next-auth sealed holds. Rejects with an error of jose when it was cut, forged, sealed with another secret, or ran out. */
export async function openCookie(token: string): Promise<JWTPayload> {
  const { payload } = await jwtDecrypt(token, key, { clockTolerance: 15 });
  return payload;
}
