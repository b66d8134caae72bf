import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { contentSecurityPolicy } from "./content-security-policy";

/** Written after the build: path of each prerendered page to the hashes of its inline scripts. */
const TABLE = path.join(process.cwd(), process.env.NEXT_DIST_DIR || ".next", "csp-hashes.json");

const development = process.env.NODE_ENV === "development";

const hashes: Record<string, string[]> = readTable();

/** An unknown address answers with one of these pages, whatever its path. */
const ANSWERS_ANYWHERE = [...(hashes["/_not-found"] ?? []), ...(hashes["/_global-error"] ?? [])];

export function isPrerendered(pathname: string): boolean {
  return Object.hasOwn(hashes, pathname);
}

/** What learners gave as files, at whatever address: nothing of it runs. */
const GIVEN_FILES = "/api/evidence/files/";

/** A prerendered page may run the scripts it was built with; every other answer those that carry its nonce. */
export function policyFor(pathname: string, nonce: string | null): string {
  if (pathname.startsWith(GIVEN_FILES)) return "default-src 'none'; sandbox";
  const scripts = nonce === null ? (hashes[pathname] ?? []) : [`'nonce-${nonce}'`, ...ANSWERS_ANYWHERE];
  return contentSecurityPolicy(scripts, { development });
}

function readTable(): Record<string, string[]> {
  if (development || !existsSync(TABLE)) return {};
  return JSON.parse(readFileSync(TABLE, "utf8"));
}
