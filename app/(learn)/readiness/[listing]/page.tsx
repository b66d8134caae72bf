import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CannotKnow } from "@/components/readiness/cannot-know";
import { GainsTable } from "@/components/readiness/gains-table";
import { HowCounted } from "@/components/readiness/how-counted";
import { MarkLinks } from "@/components/readiness/mark-links";
import { PartsTable } from "@/components/readiness/parts-table";
import { Points } from "@/components/readiness/points";
import { NothingAsked } from "@/components/readiness/readiness-of-listing";
import { WayList } from "@/components/readiness/way-list";
import { listOwnWaivers } from "@/db/queries/own-waivers";
import { findPlan } from "@/db/queries/plans";
import { listProgress } from "@/db/queries/progress";
import { requireViewer } from "@/lib/access/viewer";
import { today } from "@/lib/calendar/now";
import { listGains } from "@/lib/readiness/gains";
import { chooseMark } from "@/lib/readiness/marks";
import { withWaived } from "@/lib/readiness/measure";
import { measure } from "@/lib/readiness/of-roadmap";
import { shortestWay } from "@/lib/readiness/shortest-way";
import { findAsking } from "./_components/asking";
import { AskingHeader } from "./_components/asking-header";

export async function generateMetadata({ params }: PageProps<"/readiness/[listing]">): Promise<Metadata> {
  const asking = await findAsking((await params).listing);
  return { title: asking ? `Readiness for ${asking.title}` : "Readiness", robots: { index: false } };
}

export default async function ReadinessOfOnePage({ params, searchParams }: PageProps<"/readiness/[listing]">) {
  const viewer = await requireViewer();
  const { listing } = await params;
  const asking = (await findAsking(listing)) ?? notFound();
  const [progress, waivers, plan] = await Promise.all([listProgress(viewer.id), listOwnWaivers(viewer.id), findPlan(viewer.id)]);
  const record = withWaived(progress, waivers);
  const readiness = measure.readiness(asking.asked, record);
  const mark = chooseMark((await searchParams).to, readiness.points);
  const way = shortestWay(measure, asking.asked, record, mark);
  const gains = listGains(measure, asking.asked, record);

  return (
    <div className="flow">
      <AskingHeader asking={asking} />
      {asking.asked.length === 0 ? (
        <NothingAsked />
      ) : (
        <>
          <Points readiness={readiness} />
          <div className="cols">
            <PartsTable readiness={readiness} />
            <section className="flow" aria-labelledby="way">
              <h2 id="way">The shortest way to {mark}</h2>
              <MarkLinks path={`/readiness/${listing}`} chosen={mark} />
              {way.mark < mark && <p className="prose">All items of the roadmap together reach {way.mark} of 100.</p>}
              <WayList
                way={way}
                record={record}
                gains={Object.fromEntries(gains.map(({ itemId, points }) => [itemId, points]))}
                hoursPerWeek={plan?.hoursPerWeek ?? null}
                today={today()}
              />
            </section>
          </div>
          <GainsTable gains={gains} />
        </>
      )}
      <CannotKnow of={asking.kind} />
      <HowCounted />
    </div>
  );
}
