import type { Metadata } from "next";
import { Items } from "@/components/roadmap/items";
import { MarkKey } from "@/components/roadmap/mark-key";
import { NextStrip } from "@/components/roadmap/next-strip";
import { RoadShare } from "@/components/roadmap/road-share";
import { StepRoad } from "@/components/roadmap/step-road";
import { StepShare } from "@/components/roadmap/step-share";
import { outline } from "@/lib/roadmap/outline";
import { roadmap } from "@/lib/roadmap/catalog";

export const metadata: Metadata = { title: "Roadmap" };

export default function RoadmapPage() {
  const { steps, itemCount, hours } = roadmap;
  const idsOf = (index: number) => steps[index]?.items.map((item) => item.slug) ?? [];
  return (
    <>
      <header className="cols">
        <div className="flow">
          <h1>The road to back-end work</h1>
          <p className="lead">
            Fifteen mileposts, {itemCount} items, {hours} hours. A tick says that you did it. Proof lets a stranger check it.
          </p>
          <MarkKey />
        </div>
        <div className="flow">
          <RoadShare itemIds={outline.map((item) => item.slug)} />
          <p className="text-sm text-soft">Dots lie ahead, gravel is done, tarmac is proven.</p>
        </div>
      </header>
      {/* One piece: no space between the steps, or the road would break. */}
      <div>
        {steps.map((step, index) => (
          <section key={step.slug} className="step" id={`s${step.number}`} aria-labelledby={`t${step.number}`}>
            <StepRoad number={step.number} itemIds={idsOf(index)} before={idsOf(index - 1)} />
            <header>
              <h2 id={`t${step.number}`}>
                <a href={`/roadmap/${step.slug}`}>
                  <span className="sr-only">Step {step.number}: </span>
                  {step.title}
                </a>
              </h2>
              <p>
                <StepShare itemIds={idsOf(index)} /> · {step.hours}&nbsp;h
              </p>
            </header>
            <Items step={step} />
          </section>
        ))}
      </div>
      <NextStrip outline={outline} />
    </>
  );
}
