"use server";

import { saveOperations } from "@/db/queries/progress";
import { sqlStateOf } from "@/db/sql-state";
import { findSession } from "@/lib/access/viewer";
import { env } from "@/lib/env";
import { dataOf } from "@/lib/form-input";
import { readProgressCall, REUSED, type Checked } from "@/lib/progress/input";
import type { Answer, ProgressAnswer, ProgressCall } from "@/lib/progress/record";

/** Sent in the background: never redirects, refreshes or sets a cookie, and tells a signed-out device so instead. */
export async function recordProgress(input: ProgressCall): Promise<ProgressAnswer> {
  const session = await findSession();
  if (!session) return { ok: false, reason: "signed-out" };
  if (!session.viewer) return { ok: false, reason: "erased" };

  const call = readProgressCall(dataOf(input));
  if (call === null) return { ok: false, reason: "unreadable" };
  if (call === "too-many") return { ok: false, reason: "too-many" };
  if (call.owner !== session.viewer.id) return { ok: false, reason: "other-account" };

  const good = new Map(call.operations.flatMap((c) => ("operation" in c ? [[c.operation.opId, c.operation]] : [])));
  try {
    const { epoch, answers } = await saveOperations(session.viewer.id, [...good.values()]);
    return { ok: true, epoch, build: env.NEXT_DEPLOYMENT_ID, answers: call.operations.map((checked) => answerOf(checked, answers)) };
  } catch (error) {
    if (isGone(error)) return { ok: false, reason: "erased" };
    throw error;
  }
}

function answerOf(checked: Checked, saved: Map<string, "recorded" | "again" | "reused">): Answer {
  if ("refused" in checked) return { answer: "refused", reason: checked.refused };
  const answer = saved.get(checked.operation.opId) ?? "again";
  return answer === "reused" ? { answer: "refused", reason: REUSED } : { answer };
}

/** 23503: the account was erased between the look at the session and the write. */
function isGone(error: unknown): boolean {
  return sqlStateOf(error) === "23503";
}
