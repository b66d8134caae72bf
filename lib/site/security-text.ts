import { absolute } from "./absolute";

const NINETY_DAYS = 90 * 24 * 60 * 60 * 1000;

/** RFC 9116. It is made when it is asked for, so it is never out of date. */
export function securityText(contact: string, now: Date): string {
  const expires = new Date(now.getTime() + NINETY_DAYS).toISOString().replace(/\.\d+Z$/, "Z");
  return `Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: en\nCanonical: ${absolute("/.well-known/security.txt")}\n`;
}
