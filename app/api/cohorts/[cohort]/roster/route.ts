import type { TaughtCohort } from "@/db/queries/cohorts";
import { compareRoster, saveRoster, type RosterChange } from "@/db/queries/roster";
import { auditAdmin, requireOpenCohort } from "@/lib/access/cohorts";
import { findViewer } from "@/lib/access/viewer";
import { readRoster, ROSTER_LIMITS, type Roster } from "@/lib/cohorts/roster";
import type { RosterAnswer } from "@/lib/cohorts/roster-answer";
import { answerJson, jsonRoute, refuseJson } from "@/lib/json-answer";
import { readBody } from "@/lib/read-body";

const SHOWN = 50;

/** Says what a roster would change; with `?save=1` and not one bad row it changes it. */
async function importRoster(request: Request, { params }: RouteContext<"/api/cohorts/[cohort]/roster">): Promise<Response> {
  if (!(await findViewer())) return refuseJson(401, "You are signed out. Sign in in another tab, and choose the file again.");
  const { cohort, archived } = await requireOpenCohort((await params).cohort);
  if (archived) return refuseJson(409, archived.message);

  const bytes = await readBody(request, ROSTER_LIMITS.bytes);
  if (!bytes) return refuseJson(413, "The file is larger than 2 MB. Nothing was read; cut it into parts.");
  const roster = readRoster(bytes);
  if (roster.refused !== null) return refuseJson(422, roster.refused);

  const save = new URL(request.url).searchParams.get("save") === "1";
  if (!save || roster.bad.length > 0) {
    await auditAdmin(cohort, "roster.read");
    return answer(save ? 422 : 200, await preview(cohort, roster));
  }
  const counts = await saveRoster(cohort, roster.rows);
  return answer(200, { ok: true, said: "saved", ...counts, unchanged: roster.rows.length - counts.added - counts.changed });
}

async function preview(cohort: TaughtCohort, { rows, bad }: Extract<Roster, { refused: null }>): Promise<RosterAnswer> {
  const changes = await compareRoster(cohort, rows);
  const count = (change: RosterChange) => changes.filter((each) => each === change).length;
  return {
    ok: true,
    said: "preview",
    counts: { new: count("new"), changed: count("changed"), unchanged: count("unchanged"), bad: bad.length },
    bad,
    rows: rows.slice(0, SHOWN).map((row, index) => ({ ...row, change: changes[index] ?? "new" })),
    more: Math.max(0, rows.length - SHOWN),
  };
}

function answer(status: number, body: RosterAnswer): Response {
  return answerJson(body, status);
}

export const POST = jsonRoute(importRoster);
