import { countChanged, mayWait, whenChanged } from "@/db/queries/changes";
import { requireTaughtCohort } from "@/lib/access/cohorts";
import { findViewer } from "@/lib/access/viewer";
import { changesInput, type Changes } from "@/lib/cohorts/changes";
import { answerJson, jsonRoute, refuseJson } from "@/lib/json-answer";

/** Within what any request may take. Milliseconds. */
const PATIENCE = 7_000;

/**
 * Answers when there is something new, or after a while all the same: what is counted is what is recorded, whether or not word of it came. How
 * many learners it is shows nothing of any of them: of an admin it is written down that they opened the page.
 */
async function sayChanges(request: Request, { params }: RouteContext<"/api/cohorts/[cohort]/changes">): Promise<Response> {
  if (!(await findViewer())) return refuseJson(401, "You are signed out.");
  const cohort = await requireTaughtCohort((await params).cohort);
  const asked = changesInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return refuseJson(400, "Say since when, as a moment in UTC.");
  if (!asked.data.since) return answerJson({ learners: 0 } satisfies Changes);

  const since = new Date(asked.data.since);
  const over = new AbortController();
  const end = () => over.abort();
  const timer = setTimeout(end, PATIENCE);
  request.signal.addEventListener("abort", end);
  const change = mayWait(cohort) ? whenChanged(cohort, over.signal) : null;
  try {
    let learners = await countChanged(cohort, since);
    if (learners === asked.data.known) {
      if (!change) return refuseJson(429, "More boards of yours wait for news than may at once. This one asks again in half a minute.");
      await change;
      learners = await countChanged(cohort, since);
    }
    return answerJson({ learners } satisfies Changes);
  } finally {
    clearTimeout(timer);
    end();
  }
}

export const GET = jsonRoute(sayChanges);
