import { hashToken } from "@/db/queries/accounts";
import { listNextActions } from "@/db/queries/applications";
import { findPlanOfCalendar, listDueSteps } from "@/db/queries/plans";
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

  const [items, due, actions] = await Promise.all([listProgress(plan.userId), listDueSteps(plan.userId), listNextActions(plan.userId, null)]);
  const steps = planOf(outline, items, plan.hoursPerWeek, today());
  return new Response(calendarOf(plan.userId, absolute("/"), { steps, due, actions }), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="milepost.ics"',
      "Cache-Control": "private, no-store",
      "X-Robots-Tag": "noindex",
    },
  });
}
