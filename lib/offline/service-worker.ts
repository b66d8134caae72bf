/// <reference lib="webworker" />
import { NavigationRoute, Serwist } from "serwist";
import { contentSecurityPolicy } from "../content-security-policy.mjs";
import { FIXED_HEADERS } from "../fixed-headers.mjs";
import type { KeptPages } from "./kept-pages";

// Bundled by scripts/offline.mjs after the build, which fills in the three names below.
declare const self: ServiceWorkerGlobalScope;
declare const BUILD: string;
declare const ASSETS: { url: string; revision: string | null }[];
declare const PAGES: string;

const CACHE = `milepost-pages-${BUILD}`;
/** A connection that does not answer in this time is as good as none, when the page is kept. */
const PATIENCE_MS = 4_000;

const serwist = new Serwist({
  precacheEntries: ASSETS,
  precacheOptions: { cleanupOutdatedCaches: true, ignoreURLParametersMatching: [/^dpl$/] },
  // A new version waits until its reader asks for it, so that no tab runs a mix of two.
  skipWaiting: false,
  clientsClaim: true,
});

// Documents come from the network as long as there is one; answers for people (actions, /api, RSC) are never kept.
serwist.registerRoute(new NavigationRoute(({ request }) => answerPage(request), { denylist: [/^\/api\//] }));
serwist.addEventListeners();

self.addEventListener("install", (event) => event.waitUntil(keepPages()));
self.addEventListener("activate", (event) => event.waitUntil(dropOtherVersions()));

async function answerPage(request: Request): Promise<Response> {
  const kept = await findPage(new URL(request.url).pathname);
  try {
    return await (kept ? within(PATIENCE_MS, fetch(request)) : fetch(request));
  } catch {
    // No connection: the kept page, or one that says what needs one.
    return kept ?? (await findPage("/offline")) ?? withoutAnything();
  }
}

/** The browser has thrown the kept pages away. */
function withoutAnything(): Response {
  const text = "<!doctype html><meta charset=utf-8><title>No connection</title><h1>No connection</h1><p>Ticks kept on this device are still there. Load the page again when there is a connection.";
  return new Response(text, { status: 503, headers: headersOf([]) });
}

async function findPage(path: string): Promise<Response | undefined> {
  const cache = await caches.open(CACHE);
  return cache.match(path, { ignoreVary: true });
}

async function keepPages(): Promise<void> {
  const response = await fetch(PAGES);
  if (!response.ok) throw new Error(`${PAGES} was answered ${response.status}.`);
  const pages: KeptPages = await response.json();
  const cache = await caches.open(CACHE);
  const kept = Object.entries(pages).map(([path, page]) => cache.put(path, new Response(page.html, { headers: headersOf(page.scripts) })));
  await Promise.all(kept);
}

function headersOf(scripts: string[]): HeadersInit {
  return { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": contentSecurityPolicy(scripts), ...FIXED_HEADERS };
}

async function dropOtherVersions(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("milepost-pages-") && name !== CACHE).map((name) => caches.delete(name)));
}

function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  return Promise.race([answer, new Promise<never>((_, reject) => setTimeout(() => reject(new Error("too late")), milliseconds))]);
}
