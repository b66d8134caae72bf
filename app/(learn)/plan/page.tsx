import type { Metadata } from "next";
import { OwnWaivers } from "@/components/cohorts/own-waivers";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { listOwnWaivers } from "@/db/queries/own-waivers";
import { findPlan, listOwnDueSteps } from "@/db/queries/plans";
import { listProgress } from "@/db/queries/progress";
import { requireViewer } from "@/lib/access/viewer";
import { today } from "@/lib/calendar/now";
import { planOf } from "@/lib/plan/plan";
import { outline } from "@/lib/roadmap/outline";
import { CalendarAddress } from "./_components/calendar-address";
import { PlanTable } from "./_components/plan-table";
import { Standing } from "./_components/standing";
import { closeCalendar, openCalendar, setHours } from "./actions";

export const metadata: Metadata = { title: "Plan" };

export default async function PlanPage() {
  const viewer = await requireViewer();
  const [plan, due, states, waivers] = await Promise.all([findPlan(viewer.id), listOwnDueSteps(viewer.id), listProgress(viewer.id), listOwnWaivers(viewer.id)]);
  const waived = waivers.map(({ itemId }) => itemId);
  const steps = plan ? planOf(outline, { states, waived }, plan.hoursPerWeek, today()) : [];

  return (
    <div className="flow">
      <h1>Your plan</h1>
      {plan ? <Standing plan={plan} steps={steps} items={states} /> : <p className="lead">Say how many hours a week you have, and each step gets a date.</p>}
      <ActionForm action={setHours} button="Save">
        <Field id="hoursPerWeek" label="Hours a week" hint="From 1 to 80. You can change them whenever your weeks change." inputMode="numeric" defaultValue={plan?.hoursPerWeek} />
      </ActionForm>
      {(plan ?? due[0]) && <PlanTable steps={steps} due={due} />}
      <OwnWaivers waivers={waivers} />
      {plan && (
        <section className="flow" aria-labelledby="calendar">
          <h2 id="calendar">In your calendar</h2>
          <p className="prose">
            A calendar can read these dates at an address that only you know. Whoever has the address sees the names of the steps, the next actions of
            your applications with title and employer, their dates, and nothing else about you.
          </p>
          <CalendarAddress exists={plan.hasCalendar} open={openCalendar} close={closeCalendar} />
        </section>
      )}
    </div>
  );
}
