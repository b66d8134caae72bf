import type { Metadata } from "next";
import { BoardChanges } from "@/components/cohorts/board-changes";
import { CohortHeader } from "@/components/cohorts/cohort-header";
import { SignalList } from "@/components/cohorts/signal-list";
import { ENDED, LeftOut } from "@/components/cohorts/today-of-cohort";
import { auditAdmin, requireTaughtCohort } from "@/lib/access/cohorts";
import { sayTime } from "@/lib/calendar/now";
import { sayPeople } from "@/lib/cohorts/say-people";
import { keyOfSignal } from "@/lib/cohorts/signal-key";
import { byLearner, readStuck } from "@/lib/cohorts/stuck";
import { SettleForm } from "./_components/settle-form";
import { Settled } from "./_components/settled";

export const metadata: Metadata = { title: "Stuck" };

export default async function StuckPage({ params, searchParams }: PageProps<"/teach/cohorts/[cohort]/stuck">) {
  const cohort = await requireTaughtCohort((await params).cohort);
  await auditAdmin(cohort, "signals.read");
  const { signals, settled, ended, leftOut, learners } = await readStuck(cohort, new Date());
  const { settle } = await searchParams;
  const settling = cohort.as === "instructor" && !cohort.archivedAt ? signals.find((signal) => keyOfSignal(signal) === settle) : undefined;
  const people = byLearner(signals).length;

  return (
    <>
      <CohortHeader cohort={cohort} here="Stuck" title={people === 0 ? "Nobody is stuck by the cohort’s rules" : `${sayPeople(people)} of ${learners} could use a word`}>
        <p>
          Everyone here is named for a reason, and each reason has its rule. <a href={`/teach/cohorts/${cohort.slug}/settings`}>Change the rules’ figures</a>
        </p>
        <BoardChanges cohort={cohort.slug} since={cohort.readAt.toISOString()} time={sayTime(cohort.readAt)} />
      </CohortHeader>
      <SignalList cohort={cohort} signals={signals} settling={settling && { key: keyOfSignal(settling), form: <SettleForm cohort={cohort} signal={settling} /> }} />
      {ended && <p>{ENDED}</p>}
      {leftOut > 0 && <LeftOut count={leftOut} />}
      <Settled cohort={cohort} settled={settled} />
    </>
  );
}
