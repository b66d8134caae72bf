import type { Metadata } from "next";
import { roadmap } from "@/lib/roadmap/catalog";
import type { Item } from "@/lib/roadmap/roadmap";
import { skills } from "@/lib/skills/skills";

export const metadata: Metadata = {
  title: "The roadmap on paper",
  description: `All ${roadmap.itemCount} items of the roadmap with their text, for printing or as a PDF.`,
};

const SKILL_NAMES = new Map<string, string>(skills.map(({ slug, name }) => [slug, name]));

export default function PrintRoadmapPage() {
  return (
    <div className="paper">
      <h1>The road to back-end work</h1>
      <p className="lead">
        {roadmap.steps.length} steps, {roadmap.itemCount} items, about {roadmap.hours} hours. Tick with a pencil what you have done.
      </p>
      <p className="no-print">Print this page, or save it as a PDF from the print dialog.</p>
      {roadmap.steps.map((step) => (
        <section key={step.slug} aria-labelledby={step.slug}>
          <h2 id={step.slug}>
            {step.number}. {step.title}
          </h2>
          <p>{step.summary}</p>
          {step.items.map((item) => (
            <PrintedItem key={item.slug} item={item} />
          ))}
        </section>
      ))}
    </div>
  );
}

function PrintedItem({ item }: { item: Item }) {
  return (
    <article>
      <h3>
        <span className="pencil-box" aria-hidden="true" /> {item.title} <small>{item.hours}&nbsp;h</small>
      </h3>
      <p>{item.what}</p>
      <p>
        <b>Why.</b> {item.why}
      </p>
      <p>
        <b>How.</b> {item.how.join(" ")}
      </p>
      <p>
        <b>Proof.</b> {item.proof}
      </p>
      <p className="text-sm">
        {item.skills.map((skill) => SKILL_NAMES.get(skill)).join(", ")}. {item.resources.map(({ name, url }) => `${name}: ${url}`).join("; ")}
      </p>
    </article>
  );
}
