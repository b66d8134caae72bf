import "server-only";
import { sql } from "drizzle-orm";
import { db, listen } from "@/db/client";
import type { TaughtCohort } from "./cohorts";

const given = sql.placeholder;

const changed = db
  .select({ learners: sql<number>`count(*)::int` })
  .from(
    sql`enrollments e
    where e.cohort_id = ${given("cohortId")}::uuid and e.role = 'learner' and e.left_at is null
      and (exists (select from progress_summaries p where p.user_id = e.user_id and p.last_at > ${given("since")}::timestamptz)
        or exists (select from submissions s where s.user_id = e.user_id and s.state <> 'draft' and s.saved_at > ${given("since")}::timestamptz))`,
  )
  .prepare("changed_in_cohort");

/** How many of a cohort’s learners recorded something, or handed something in, since that moment of the database’s clock. */
export async function countChanged(cohort: TaughtCohort, since: Date): Promise<number> {
  const [row] = await changed.execute({ cohortId: cohort.id, since: since.toISOString() });
  return row?.learners ?? 0;
}

// Instances tell each other which cohorts have something new, so that a board that waits for it is shown it within a second or two. What is
// new is counted in the database: a message that is lost costs a board seconds, and nothing else.

const CHANNEL = "cohort_changes";

/** Messages wait for each other when their transactions end: an instance sends one a second, however many learners record. Milliseconds. */
const TELL_EVERY = 1_000;

const tell = db
  .select({ told: sql`pg_notify(${CHANNEL}, cohort_id::text)` })
  .from(
    sql`(
    select distinct cohort_id from enrollments
    where user_id = any (string_to_array(${given("learnerIds")}::text, ' ')::uuid[]) and role = 'learner' and left_at is null) c`,
  )
  .prepare("tell_cohort_changes");

const recorded = new Set<string>();

/** To be called after a learner recorded something. Nobody waits for it. */
export function tellInstructors(learnerId: string): void {
  if (recorded.size === 0) setTimeout(tellOthers, TELL_EVERY).unref();
  recorded.add(learnerId);
}

function tellOthers(): void {
  const learnerIds = [...recorded].join(" ");
  recorded.clear();
  tell.execute({ learnerIds }).catch((error: unknown) => console.warn("Instances were not told what is new: boards find it by themselves.", error));
}

/** So many boards of one person may wait at an instance: more of them would keep others out. In a public trial all who try the same role are one. */
const MOST_OF_ONE = 10;

type Board = { viewerId: string; wake: () => void };

/** Those that wait, by cohort. */
const waiting = new Map<string, Set<Board>>();
let listening: Promise<unknown> | undefined;

function hear(cohortId: string): void {
  for (const { wake } of waiting.get(cohortId) ?? []) wake();
}

/** Whether another board of this person may wait. */
export function mayWait({ viewerId }: TaughtCohort): boolean {
  const boards = [...waiting.values()].flatMap((those) => [...those]);
  return boards.filter((board) => board.viewerId === viewerId).length < MOST_OF_ONE;
}

/** Ends when somebody in the cohort recorded something, or with the signal. */
export async function whenChanged({ id, viewerId }: TaughtCohort, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  // Once: the driver asks again by itself, and would keep each further listener beside the first.
  listening ??= listen(CHANNEL, hear).catch((error: unknown) => console.warn("Nothing is heard from other instances: boards find what is new by themselves.", error));
  const those = waiting.get(id) ?? new Set();
  waiting.set(id, those);
  await new Promise<void>((wake) => {
    const board = { viewerId, wake };
    those.add(board);
    signal.addEventListener("abort", () => {
      those.delete(board);
      if (those.size === 0) waiting.delete(id);
      wake();
    });
  });
}
