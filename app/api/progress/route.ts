import { createHash } from "node:crypto";
import { findStanding } from "@/db/queries/plans";
import { findEpoch, listProgress } from "@/db/queries/progress";
import { findSession } from "@/lib/access/viewer";
import { peerItems } from "@/lib/evidence/peer-items";
import { countNews } from "@/lib/jobs/news";
import { jsonRoute, refuseJson } from "@/lib/json-answer";
import type { Snapshot, Standing } from "@/lib/progress/snapshot";

const HEADERS = { "Cache-Control": "private, no-store", Vary: "Cookie" };

async function sayProgress(request: Request): Promise<Response> {
  const session = await findSession();
  if (session && !session.viewer) return refuseJson(410, "This account was erased.");

  const viewer = session?.viewer ?? null;
  const [epoch, items, standing] = await Promise.all([
    findEpoch(),
    viewer ? listProgress(viewer.id) : {},
    viewer ? standingOf(viewer.id) : {},
  ]);
  const body = JSON.stringify({ viewer, epoch, items, ...standing } satisfies Snapshot);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;

  const headers = { ...HEADERS, ETag: etag };
  if (request.headers.get("if-none-match")?.replace(/^W\//, "") === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "Content-Type": "application/json" } });
}

async function standingOf(userId: string): Promise<Standing> {
  const { waiting, ...standing } = await findStanding(userId, peerItems);
  return { ...standing, waiting: { ...waiting, listings: waiting.listings ?? (await countNews(userId)) } };
}

export const GET = jsonRoute(sayProgress);
