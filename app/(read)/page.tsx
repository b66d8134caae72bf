import type { Metadata } from "next";
import { RoadPicture } from "@/components/roadmap/road-picture";
import { StepList } from "@/components/roadmap/step-list";
import { Milestone } from "@/components/roadmap/stone";
import { AHEAD, Strip } from "@/components/roadmap/surface";
import { Icon } from "@/components/ui/icon";
import { roadmap } from "@/lib/roadmap/catalog";

export const metadata: Metadata = { title: { absolute: "Milepost: from the first line of code to a first back-end job" } };

const GROUND = { done: 100, proven: 0 };
const PAVED = { done: 100, proven: 100 };

export default function LandingPage() {
  const { steps, itemCount, hours } = roadmap;
  return (
    <>
      <section className="hero">
        <div className="flow md:pb-8">
          <h1>From the first line of code to a first back&#8209;end job, with proof at every step</h1>
          <p className="lead">Fifteen mileposts, {itemCount} items. Tick what you have done, prove it where you can, and always see what comes next.</p>
          <p className="row">
            <a className="btn go" href="/roadmap">
              Read the roadmap <Icon name="arrow-right" />
            </a>
          </p>
          <p className="text-sm text-soft">
            No account is needed to read or to tick. Ticks are kept on this device and join your account when you make one.
          </p>
        </div>
        <Milestone hours={hours} unit="hours" items={`${itemCount} items`} label={`A milestone that reads: road’s end, ${hours} hours, ${itemCount} items`} />
      </section>
      <div aria-hidden="true" className="!mt-0">
        <Strip surface={PAVED} />
      </div>
      <section className="flow" aria-labelledby="road">
        <h2 id="road">The road</h2>
        <RoadPicture surfaces={steps.map(() => AHEAD)} />
        <StepList />
      </section>
      <section className="flow" aria-labelledby="proof">
        <h2 id="proof">A tick is a claim. Proof is something else.</h2>
        <p className="prose">
          Milepost shows both, side by side, and never mixes them: dots lie ahead, gravel is what you say you have done, tarmac is what has been proven.
        </p>
        <ul className="grid gap-x-10 gap-y-6 md:grid-cols-3">
          <li className="flow">
            <Strip surface={AHEAD} />
            <h3>Ahead</h3>
            <p>Each item says what to do, what proves it and how many hours it takes.</p>
          </li>
          <li className="flow">
            <Strip surface={GROUND} />
            <h3>Done</h3>
            <p>You ticked it, or linked to your work. It is your word, and it is kept, also without a connection.</p>
          </li>
          <li className="flow">
            <Strip surface={PAVED} />
            <h3>Proven</h3>
            <p>Confirmed or reviewed by a person who looked at what you made.</p>
          </li>
        </ul>
      </section>
    </>
  );
}
