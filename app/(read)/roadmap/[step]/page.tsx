import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Items } from "@/components/roadmap/items";
import { MarkKey } from "@/components/roadmap/mark-key";
import { RoadShare } from "@/components/roadmap/road-share";
import { Neighbours } from "@/components/site/neighbours";
import { Crumbs } from "@/components/site/crumbs";
import { findStep, roadmap } from "@/lib/roadmap/catalog";

export const dynamicParams = false;

export function generateStaticParams() {
  return roadmap.steps.map((step) => ({ step: step.slug }));
}

export async function generateMetadata({ params }: PageProps<"/roadmap/[step]">): Promise<Metadata> {
  const step = findStep((await params).step) ?? notFound();
  return { title: `Step ${step.number}: ${step.title}`, description: step.summary };
}

export default async function StepPage({ params }: PageProps<"/roadmap/[step]">) {
  const step = findStep((await params).step) ?? notFound();
  const neighbour = (number: number) => roadmap.steps.find((other) => other.number === number);
  return (
    <>
      <Crumbs trail={[{ name: "Roadmap", href: "/roadmap" }]} here={{ name: step.title, href: `/roadmap/${step.slug}` }} />
      <header className="cols">
        <div className="flow">
          <h1>
            <span className="text-soft">{step.number}.</span> {step.title}
          </h1>
          <p className="lead">{step.summary}</p>
          <p className="text-soft">
            {step.items.length} items, about {step.hours}&nbsp;hours
          </p>
        </div>
        <div className="flow">
          <RoadShare itemIds={step.items.map((item) => item.slug)} />
        </div>
      </header>
      <section className="flow" aria-labelledby="items">
        <h2 id="items">Items</h2>
        <MarkKey />
        <Items step={step} detail />
      </section>
      <Neighbours name="Steps" before={linkTo(neighbour(step.number - 1))} after={linkTo(neighbour(step.number + 1))} />
      <p>
        <a href="/roadmap">
          The whole road
        </a>
      </p>
    </>
  );
}

function linkTo(step: { slug: string; number: number; title: string } | undefined) {
  return step && { name: `${step.number}. ${step.title}`, href: `/roadmap/${step.slug}` };
}
