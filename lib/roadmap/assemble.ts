import { graphOf } from "./graph";
import { roadmapProblems } from "./problems";
import type { Item, Roadmap, Step, StepContent } from "./roadmap";

type Place = { item: Item; step: Step };

/** Throws with every problem of the contents when there is one. */
export function assemble(contents: readonly StepContent[]) {
  const problems = roadmapProblems(contents);
  if (problems.length > 0) throw new Error(["The roadmap cannot be used.", ...problems].join("\n"));

  const steps = new Map<string, Step>();
  const places = new Map<string, Place>();
  contents.forEach((content, index) => {
    const step = toStep(content, index + 1);
    steps.set(step.slug, step);
    content.items.forEach((item) => places.set(item.slug, { item, step }));
  });

  const listed = [...steps.values()].flatMap((step) => step.items);
  const roadmap: Roadmap = { steps: [...steps.values()], itemCount: listed.length, hours: hoursOf(listed) };

  return {
    roadmap,
    roadmapGraph: graphOf(listed),

    findStep: (slug: string): Step | null => steps.get(slug) ?? null,

    /** Finds retired items too, which their step no longer lists. */
    findItem: (slug: string): Place | null => places.get(slug) ?? null,

    /** True for retired items too, because their progress stays. */
    isItemId: (value: string): boolean => places.has(value),
  };
}

function toStep(content: StepContent, number: number): Step {
  const items = content.items.filter((item) => !item.retired);
  return { ...content, number, items, hours: hoursOf(items) };
}

function hoursOf(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + item.hours, 0);
}
