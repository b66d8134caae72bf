"use client";

import { useProgress } from "@/components/progress/use-progress";
import { RoadPicture } from "@/components/roadmap/road-picture";
import { surfaceOf } from "@/components/roadmap/surface";
import { doingItems, leftItems, nextItem, openItems, stateToDo, type OutlineItem } from "@/lib/progress/next";
import { shareOf } from "@/lib/progress/percent";
import { ForYou } from "./for-you";
import { ItemList } from "./item-list";
import { LastChanges } from "./last-changes";
import { NextUp } from "./next-up";
import { SkillPicture, type SkillOutline } from "./skill-picture";
import { StepTable, type StepOutline } from "./step-table";

const SHOWN = 6;

/** What to do next and how far the road goes, from what this device holds. */
export function HomeBoard({ outline, steps, skills }: { outline: OutlineItem[]; steps: StepOutline[]; skills: SkillOutline[] }) {
  const status = useProgress((s) => s);
  // The static page says this until the device has been read, and for ever where scripts do not run.
  if (!status?.opened) return <Waiting />;

  const { items, viewer, standing } = status.view;
  const waived = standing?.waived ?? [];
  const stateOf = stateToDo(items, waived);
  const next = nextItem(outline, items, waived);
  const shares = steps.map((step) => shareOf(outline.filter((item) => item.step === step.number).map((item) => item.slug), items));
  const doing = doingItems(outline, items, waived);
  const left = leftItems(outline, stateOf);
  const open = openItems(outline, stateOf).slice(0, SHOWN);

  return (
    <>
      <NextUp next={next} outline={outline} left={left} items={items} signedIn={viewer !== null} />
      <ForYou outline={outline} />
      <section className="flow" aria-labelledby="road">
        <h2 id="road" className="sr-only">
          Your road
        </h2>
        <RoadPicture surfaces={shares.map(surfaceOf)} here={next ? next.item.step - 1 : undefined} />
      </section>
      <div className="cols">
        <div className="flow">
          <ItemList id="doing" title="In progress" empty="Nothing is in progress." items={doing.slice(next?.doing ? 1 : 0)} hideWhenEmpty />
          <ItemList id="open" title="Open to you now" lead="All they need is done or skipped." empty={left.length > doing.length ? "What is left opens when what is in progress is done." : "Nothing else is left to do."} items={open} />
        </div>
        <LastChanges outline={outline} items={items} />
      </div>
      <StepTable steps={steps} shares={shares} />
      <SkillPicture skills={skills} items={items} />
    </>
  );
}

function Waiting() {
  return (
    <div className="flow min-h-[120vh]">
      <h1>Home</h1>
      <p className="lead">Your next item, your road and your last changes stand here.</p>
    </div>
  );
}
