import fs from "node:fs";
import path from "node:path";
import { contentSecurityPolicy } from "../../lib/content-security-policy.mjs";

/** What Next is asked instead: parts of a page for a soft navigation, at the same address. Named as Next's own answers vary by them. */
export const SOFT = ["rsc", "next-router-state-tree", "next-router-prefetch", "next-router-segment-prefetch"];

/** Never asked for by their own address: Next answers with them whatever it did not find or could not make. */
const ANSWERS_ANYWHERE = ["/_not-found", "/_global-error"];

export const HEADERS_OF_PAGES = { "Cache-Control": "public, max-age=0, must-revalidate", Vary: [...SOFT, "Accept-Encoding"].join(", ") };

/** The addresses of prerendered pages, each with its policy. */
export function policiesOf(distDir) {
  const hashes = JSON.parse(fs.readFileSync(path.join(distDir, "csp-hashes.json"), "utf8"));
  const pages = Object.entries(hashes).filter(([address]) => !ANSWERS_ANYWHERE.includes(address));
  return new Map(pages.map(([address, scripts]) => [address, contentSecurityPolicy(scripts)]));
}
