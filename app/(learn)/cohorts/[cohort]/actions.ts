"use server";

import { redirect } from "next/navigation";
import { leaveCohort } from "@/db/queries/enrollments";
import { requireJoinedCohort } from "@/lib/access/cohorts";
import type { ActionResult } from "@/lib/action-result";
import { formOf } from "@/lib/form-input";

export async function leave(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const cohort = await requireJoinedCohort(form.get("cohort"));
  await leaveCohort(cohort);
  redirect("/cohorts");
}
