import { Milestone } from "@/components/roadmap/stone";
import { Icon } from "@/components/ui/icon";
import { sayHours } from "@/lib/calendar/durations";
import type { OutlineItem } from "@/lib/progress/next";
import { percent, shareOf } from "@/lib/progress/percent";
import type { ItemView } from "@/lib/progress/view";
import { sayDay } from "@/lib/progress/words";

type Next = { item: OutlineItem; doing: boolean } | null;

type Props = { next: Next; outline: OutlineItem[]; left: OutlineItem[]; items: Record<string, ItemView>; signedIn: boolean };

/** The next item in large, and the stone at the road's end. */
export function NextUp({ next, outline, left, items, signedIn }: Props) {
  const share = shareOf(outline.map((item) => item.slug), items);
  const hours = left.reduce((sum, item) => sum + item.hours, 0);
  return (
    <section className="hero items-center">
      <div className="flow">
        {next ? <NextItem next={next} since={items[next.item.slug]?.at ?? null} /> : <RoadsEnd />}
        {!signedIn && (
          <p className="text-sm text-soft">
            Your ticks are kept on this device. <a href="/sign-up">Make an account</a> or <a href="/sign-in?next=/home">sign in</a>, and they join it.
          </p>
        )}
      </div>
      <div className="milestone">
        <Milestone hours={hours} unit={hours === 1 ? "hour left" : "hours left"} items={`${left.length} ${left.length === 1 ? "item" : "items"}`} label={`Items of ${sayHours(hours)} are left on your road`} />
        <p>
          <b>
            {percent(share.done, share.total)}&nbsp;% done,
            <br />
            {percent(share.proven, share.total)}&nbsp;% proven
          </b>
          <br />
          <span className="text-sm text-soft">
            {share.done} and {share.proven} of {share.total} items
            {share.skipped > 0 && `, ${share.skipped} skipped`}
          </span>
        </p>
      </div>
    </section>
  );
}

function NextItem({ next: { item, doing }, since }: { next: NonNullable<Next>; since: string | null }) {
  return (
    <>
      <p className="here">{doing ? `Doing${since ? `, since ${sayDay(since)}` : ""}` : "Next for you"}</p>
      <h1>{item.title}</h1>
      <p className="row">
        <a className="btn go" rel="next" href={item.path}>
          {doing ? "Go on" : "Begin"} <Icon name="arrow-right" />
        </a>
        <span className="text-soft">
          about {item.hours}&nbsp;h · step {item.step}
        </span>
      </p>
    </>
  );
}

function RoadsEnd() {
  return (
    <>
      <h1>You are at the road’s end</h1>
      <p className="lead">Every item is done, proven, skipped or waived. What is not proven yet can still be shown to a reviewer.</p>
    </>
  );
}
