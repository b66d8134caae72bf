import { isItemId } from "@/lib/roadmap/catalog";
import { isSkillSlug } from "@/lib/skills/skills";

const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Throws with every problem when there is one, so that a fault in the content fails the build. */
export function stopAt(heading: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new Error([heading, ...problems].join("\n"));
}

export function slugProblems(kind: string, entries: readonly { slug: string }[]): string[] {
  const slugs = entries.map((entry) => entry.slug);
  const repeated = new Set(slugs.filter((slug, index) => slugs.indexOf(slug) !== index));
  return [
    ...slugs.filter((slug) => !slugShape.test(slug)).map((slug) => `${kind} ${slug} has a slug that is not lower-case words joined by hyphens.`),
    ...[...repeated].map((slug) => `${kind} ${slug} is listed more than once.`),
  ];
}

export function itemProblems(who: string, items: readonly string[]): string[] {
  if (items.length === 0) return [`${who} names no item.`];
  return items.filter((slug) => !isItemId(slug)).map((slug) => `${who} names ${slug}, which is not an item.`);
}

export function skillProblems(who: string, slugs: readonly string[]): string[] {
  const unknown = slugs.filter((slug) => !isSkillSlug(slug)).map((slug) => `${who} asks for ${slug}, which is not a skill.`);
  const repeated = new Set(slugs.filter((slug, index) => slugs.indexOf(slug) !== index));
  return [...unknown, ...[...repeated].map((slug) => `${who} asks for ${slug} more than once.`)];
}

/** Texts that are missing or blank, as `Who has no field.` */
export function blankProblems(who: string, texts: Record<string, string | readonly string[]>): string[] {
  return Object.entries(texts)
    .filter(([, text]) => (typeof text === "string" ? isBlank(text) : text.length === 0 || text.some(isBlank)))
    .map(([field]) => `${who} has no ${field}, or an empty line in it.`);
}

export function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === "https:";
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
