import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { contentSecurityPolicy } from "./content-security-policy.mjs";

/** Written after the build: path of each prerendered page to the hashes of its inline scripts. */
const TABLE = path.join(process.cwd(), process.env.NEXT_DIST_DIR || ".next", "csp-hashes.json");

const development = process.env.NODE_ENV === "development";

const hashes: Record<string, string[]> = readTable();

/** An unknown address answers with one of these pages, whatever its path. */
const ANSWERS_ANYWHERE = [...(hashes["/_not-found"] ?? []), ...(hashes["/_global-error"] ?? [])];

export function isPrerendered(pathname: string): boolean {
  return Object.hasOwn(hashes, pathname);
}

/** Answers for scripts and what learners gave as files: nothing of it runs, were it opened as a page. */
const NO_PAGES = "/api/";

/** A prerendered page may run the scripts it was built with; every other answer those that carry its nonce. */
export function policyFor(pathname: string, nonce: string | null): string {
  if (pathname.startsWith(NO_PAGES)) return "default-src 'none'; sandbox; frame-ancestors 'none'";
  const scripts = nonce === null ? (hashes[pathname] ?? []) : [`'nonce-${nonce}'`, ...ANSWERS_ANYWHERE];
  return contentSecurityPolicy(scripts, { development });
}

function readTable(): Record<string, string[]> {
  if (development || !existsSync(TABLE)) return {};
  return JSON.parse(readFileSync(TABLE, "utf8"));
}
