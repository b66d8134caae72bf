"use server";

import { eraseAccount } from "@/db/queries/erasure";
import { requireFreshSession } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { eraseInput } from "@/lib/privacy/input";
import { fieldsOf, formOf } from "@/lib/form-input";

const LAST_ADMIN = "You are the only admin here. Make another one first; nothing was erased.";

export async function eraseOwnAccount(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { viewer } = await requireFreshSession("/settings/data/erase");
  if (!eraseInput.safeParse(fieldsOf(form)).success) return { ok: false, message: "Nothing was erased: say first that you know that nobody can bring it back.", fieldErrors: { sure: "" } };

  if ((await eraseAccount(viewer.id)) === "last admin") return { ok: false, message: LAST_ADMIN };
  // Beside the list in the database: a log outlives a restore.
  console.log("The account %s was erased.", viewer.id);
  return { ok: true };
}
