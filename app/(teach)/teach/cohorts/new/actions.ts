"use server";

import { randomInt } from "node:crypto";
import { redirect } from "next/navigation";
import { addCohort } from "@/db/queries/cohort-settings";
import { requireTeacher } from "@/lib/access/cohorts";
import type { ActionResult } from "@/lib/action-result";
import { cohortInput, slugOf } from "@/lib/cohorts/input";
import { fieldsOf, formOf, refusal } from "@/lib/form-input";

export async function makeCohort(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { viewer } = await requireTeacher();
  const parsed = cohortInput.safeParse(fieldsOf(form));
  if (!parsed.success) return refusal("The cohort was not made yet.", parsed.error);

  const base = slugOf(parsed.data.name);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const slug = attempt === 0 ? base : `${base}-${randomInt(1_000, 1_000_000)}`;
    if (await addCohort({ ...parsed.data, slug }, viewer)) redirect(`/teach/cohorts/${slug}/learners`);
  }
  return { ok: false, message: "Many cohorts have this name. Choose another one.", fieldErrors: { name: "Many cohorts have this name. Choose another one." } };
}
