import { isSkillSlug } from "@/lib/skills/skills";
import type { Item } from "./roadmap";

type Unchecked = Pick<Item, "slug" | "hours" | "prerequisites" | "resources" | "rubric" | "retired"> & {
  why?: string;
  what?: string;
  how?: readonly string[];
  proof?: string;
  skills: readonly string[];
};

type UncheckedStep = { slug: string; items: readonly Unchecked[] };

const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** One sentence per problem, each naming the step or item; empty when the roadmap can be used. */
export function roadmapProblems(steps: readonly UncheckedStep[]): string[] {
  const items = steps.flatMap((step) => step.items);
  return [
    ...slugProblems("Step", steps),
    ...slugProblems("Item", items),
    ...items.flatMap(ownProblems),
    ...prerequisiteProblems(steps),
    ...cyclesAmong(items).map((path) => `Item ${path[0]} needs itself: ${path.join(" → ")}.`),
  ];
}

function slugProblems(kind: "Step" | "Item", entries: readonly { slug: string }[]): string[] {
  const slugs = entries.map((entry) => entry.slug);
  const repeated = new Set(slugs.filter((slug, index) => slugs.indexOf(slug) !== index));
  return [
    ...slugs
      .filter((slug) => !slugShape.test(slug))
      .map((slug) => `${kind} ${slug} has a slug that is not lower-case words joined by hyphens.`),
    ...[...repeated].map((slug) => `${kind} ${slug} is in the roadmap more than once.`),
  ];
}

function ownProblems(item: Unchecked): string[] {
  const { slug, why, what, how = [], proof, rubric = ["one"], hours, skills, resources } = item;
  const problems = Object.entries({ why, what, proof })
    .filter(([, text]) => isBlank(text))
    .map(([field]) => `Item ${slug} has no ${field}.`);

  if (how.length === 0 || how.some(isBlank)) problems.push(`Item ${slug} has no how, or an empty line in it.`);
  if (rubric.length === 0 || rubric.some(isBlank) || new Set(rubric).size < rubric.length) problems.push(`Item ${slug} has a rubric that is empty, or a line of it empty or twice.`);
  if (!Number.isInteger(hours) || hours < 1 || hours > 40) {
    problems.push(`Item ${slug} takes ${hours} hours, which is not a whole number from 1 to 40.`);
  }
  if (skills.length === 0) problems.push(`Item ${slug} trains no skill.`);
  for (const skill of skills) {
    if (!isSkillSlug(skill)) problems.push(`Item ${slug} trains ${skill}, which is not a skill.`);
  }
  for (const { url } of resources) {
    if (!isHttps(url)) problems.push(`Item ${slug} has a resource without https: ${url}.`);
  }
  return problems;
}

function prerequisiteProblems(steps: readonly UncheckedStep[]): string[] {
  const places = steps
    .flatMap((step) => step.items.map((item) => ({ item, step })))
    .map((place, position) => ({ ...place, position }));
  const bySlug = new Map(places.map((place) => [place.item.slug, place]));

  return places.flatMap(({ item, step, position }) =>
    item.prerequisites.flatMap((slug) => {
      const needed = bySlug.get(slug);
      if (!needed) return `Item ${item.slug} needs ${slug}, which is not in the roadmap.`;
      if (needed.item.retired && !item.retired) return `Item ${item.slug} needs ${slug}, which is retired.`;
      if (needed.position <= position) return [];
      return needed.step === step
        ? `Item ${item.slug} needs ${slug}, which stands later in the same step.`
        : `Item ${item.slug} needs ${slug}, which is in the later step ${needed.step.slug}.`;
    }),
  );
}

/** Each cycle as a path of slugs that ends where it begins. */
function cyclesAmong(items: readonly Unchecked[]): string[][] {
  const needs = new Map(items.map((item) => [item.slug, item.prerequisites]));
  const finished = new Set<string>();
  const cycles: string[][] = [];

  const visit = (slug: string, path: readonly string[]) => {
    if (path.includes(slug)) cycles.push([...path.slice(path.indexOf(slug)), slug]);
    else if (!finished.has(slug)) {
      needs.get(slug)?.forEach((next) => visit(next, [...path, slug]));
      finished.add(slug);
    }
  };
  items.forEach((item) => visit(item.slug, []));
  return cycles;
}

function isBlank(text: string | undefined): boolean {
  return !text?.trim();
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === "https:";
}
