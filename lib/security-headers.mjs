import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { contentSecurityPolicy } from "./content-security-policy.mjs";

/** Written after the build: path of each prerendered page to the hashes of its inline scripts. */
const TABLE = path.join(process.cwd(), process.env.NEXT_DIST_DIR || ".next", "csp-hashes.json");

const development = process.env.NODE_ENV === "development";

/** @type {Record<string, string[]>} */
const hashes = readTable();

/** An unknown address answers with one of these pages, whatever its path. */
const ANSWERS_ANYWHERE = [...(hashes["/_not-found"] ?? []), ...(hashes["/_global-error"] ?? [])];

/** @param {string} pathname */
export function isPrerendered(pathname) {
  return Object.hasOwn(hashes, pathname);
}

/** Answers for scripts and what learners gave as files: nothing of it runs, were it opened as a page. */
const NO_PAGES = "/api/";

/**
 * A prerendered page may run the scripts it was built with; every other answer those that carry its nonce.
 * @param {string} pathname
 * @param {string | null} nonce
 */
export function policyFor(pathname, nonce) {
  if (pathname.startsWith(NO_PAGES)) return "default-src 'none'; sandbox; frame-ancestors 'none'";
  const scripts = nonce === null ? (hashes[pathname] ?? []) : [`'nonce-${nonce}'`, ...ANSWERS_ANYWHERE];
  return contentSecurityPolicy(scripts, { development });
}

function readTable() {
  if (development || !existsSync(TABLE)) return {};
  return JSON.parse(readFileSync(TABLE, "utf8"));
}
