import { hashToken } from "@/db/queries/accounts";
import { listNextActions } from "@/db/queries/applications";
import { listOwnWaivers } from "@/db/queries/own-waivers";
import { findPlanOfCalendar, listOwnDueSteps } from "@/db/queries/plans";
import { listProgress } from "@/db/queries/progress";
import { today } from "@/lib/calendar/now";
import { calendarOf, readCalendarSecret } from "@/lib/plan/calendar";
import { planOf } from "@/lib/plan/plan";
import { outline } from "@/lib/roadmap/outline";
import { absolute } from "@/lib/site/absolute";

/** For calendars, which do not sign in: who knows the address may read it, until it is closed. */
export async function GET(_request: Request, { params }: RouteContext<"/calendar/[secret]">): Promise<Response> {
  const secret = readCalendarSecret((await params).secret);
  const plan = secret && (await findPlanOfCalendar(hashToken(secret)));
  if (!plan) return new Response("There is no calendar at this address.\n", { status: 404, headers: { "Cache-Control": "private, no-store" } });

  const { userId, hoursPerWeek } = plan;
  const [states, waivers, due, actions] = await Promise.all([listProgress(userId), listOwnWaivers(userId), listOwnDueSteps(userId), listNextActions(userId, null)]);
  const steps = planOf(outline, { states, waived: waivers.map(({ itemId }) => itemId) }, hoursPerWeek, today());
  return new Response(calendarOf(userId, absolute("/"), { steps, due, actions }), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="milepost.ics"',
      "Cache-Control": "private, no-store",
      "X-Robots-Tag": "noindex",
    },
  });
}
