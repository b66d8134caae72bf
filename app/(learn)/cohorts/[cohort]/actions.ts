"use server";

import { redirect } from "next/navigation";
import { leaveCohort } from "@/db/queries/enrollments";
import { requireJoinedCohort } from "@/lib/access/cohorts";
import type { ActionResult } from "@/lib/action-result";

export async function leave(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const cohort = await requireJoinedCohort(form.get("cohort"));
  await leaveCohort(cohort);
  redirect("/cohorts");
}
