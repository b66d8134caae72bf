import { saveEvidence, type SavedEvidence } from "@/db/queries/evidence";
import { findViewer } from "@/lib/access/viewer";
import { cleanName, EMPTY, TOO_BIG, typeOf, WRONG_TYPE } from "@/lib/evidence/file";
import { uploadInput } from "@/lib/evidence/input";
import { kindsFor } from "@/lib/evidence/kinds";
import { answerFor } from "@/lib/evidence/saved";
import { MOST_BYTES } from "@/lib/evidence/size";
import { answerJson, jsonRoute, refuseJson } from "@/lib/json-answer";
import { readBody } from "@/lib/read-body";
import { findItem } from "@/lib/roadmap/catalog";

/** A file as evidence: its bytes are the body, its name stands in the address. */
async function takeFile(request: Request, { params }: RouteContext<"/api/evidence/[item]">): Promise<Response> {
  const viewer = await findViewer();
  if (!viewer) return refuse(401, "You are not signed in any more. The file is still chosen; sign in in another window and send it again.");
  const item = findItem((await params).item)?.item;
  if (!item || item.retired || !kindsFor(item).includes("file")) return refuse(404, "This item takes a link, a text or a repository.");
  const given = uploadInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!given.success) return refuse(400, "The name of the file could not be read. Rename it and try again.");

  const content = await readBody(request, MOST_BYTES);
  if (!content) return refuse(413, TOO_BIG);
  if (content.byteLength === 0) return refuse(400, EMPTY);
  const type = typeOf(content);
  if (!type) return refuse(415, WRONG_TYPE);

  const handIn = given.data.then === "hand-in";
  const file = { name: cleanName(given.data.name, type), type, content };
  const saved = await saveEvidence({ userId: viewer.id, itemId: item.slug, kind: "file", body: "", commit: null, file, handIn, seen: given.data.seen });
  return answerJson(answerFor(saved, handIn), STATUS[saved] ?? 409);
}

function refuse(status: number, trouble: string): Response {
  return refuseJson(status, "The file was not taken.", { fieldErrors: { file: trouble } });
}

/** Of what is not a conflict with what is there. */
const STATUS: Partial<Record<SavedEvidence, number>> = { saved: 200, changed: 412 };

export const POST = jsonRoute(takeFile);
