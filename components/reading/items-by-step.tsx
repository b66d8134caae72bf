import { itemPath } from "@/lib/roadmap/catalog";
import type { Training } from "@/lib/skills/training";

/** The items that train a skill, under the step each belongs to. */
export function ItemsByStep({ training }: { training: Training }) {
  return (
    <dl className="by-step">
      {training.steps.map(({ step, items }) => (
        <div key={step.slug}>
          <dt>
            Step {step.number}: {step.title}
          </dt>
          {items.map((item) => (
            <dd key={item.slug}>
              <a href={itemPath(item)}>
                {item.title}
              </a>{" "}
              <span className="text-sm text-soft">{item.hours}&nbsp;h</span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
