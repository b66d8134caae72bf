import { terms } from "@/lib/glossary/terms";
import { languages } from "@/lib/languages/languages";
import { comparison } from "@/lib/reference/comparison";
import { questions } from "@/lib/reference/questions";
import { responsibilities } from "@/lib/reference/responsibilities";
import { itemPath, roadmap } from "@/lib/roadmap/catalog";
import { roles } from "@/lib/roles/roles";
import { skills } from "@/lib/skills/skills";

/** One place that can be found. */
export type SearchDocument = {
  kind: "step" | "item" | "skill" | "language" | "role" | "question" | "term" | "page";
  /** The address, which no two share. */
  path: string;
  title: string;
  /** Searched, never shown. */
  text: string;
  /** The one line that says what this is. */
  context: string;
};

/** Everything that can be found, in the order of the site. */
export function searchDocuments(): SearchDocument[] {
  return [
    ...roadmap.steps.map((step) => ({
      kind: "step" as const,
      path: `/roadmap/${step.slug}`,
      title: step.title,
      // The slug carries the short name of a long title: ci-cd.
      text: `${step.slug} ${step.summary}`,
      context: `Step ${step.number}, ${step.items.length} items`,
    })),
    ...roadmap.steps.flatMap((step) =>
      step.items.map((item) => ({
        kind: "item" as const,
        path: itemPath(item),
        title: item.title,
        text: [item.what, item.why, ...item.how, ...item.resources.map((resource) => resource.name)].join(" "),
        context: `Item of step ${step.number}: ${step.title}`,
      })),
    ),
    ...skills.map((skill) => ({
      kind: "skill" as const,
      path: `/skills/${skill.slug}`,
      title: skill.name,
      text: skill.summary,
      context: "Skill",
    })),
    ...languages.map((language) => ({
      kind: "language" as const,
      path: `/languages/${language.slug}`,
      title: language.name,
      text: [language.summary, language.runtime, ...language.frameworks, ...language.useCases, language.packageManager, language.testTool].join(" "),
      context: "Language",
    })),
    ...roles.map((role) => ({
      kind: "role" as const,
      path: `/roles/${role.slug}`,
      title: role.name,
      text: [role.summary, ...role.work].join(" "),
      context: "Role",
    })),
    ...questions.map((question) => ({
      kind: "question" as const,
      path: `/questions#${question.slug}`,
      title: question.question,
      text: question.answer.join(" "),
      context: "Question, answered",
    })),
    ...terms.map((term) => ({
      kind: "term" as const,
      path: `/glossary#${term.slug}`,
      title: term.term,
      text: term.definition,
      context: "Word of the glossary",
    })),
    ...pages,
  ];
}

const pages: SearchDocument[] = [
  {
    kind: "page",
    path: "/salaries",
    title: "Salaries",
    text: "pay salary wage money income lakh rupees India entry mid senior",
    context: "Page: pay by level",
  },
  {
    kind: "page",
    path: "/front-end-vs-back-end",
    title: "Front end and back end compared",
    text: comparison.flatMap(({ aspect, frontEnd, backEnd }) => [aspect, frontEnd, backEnd]).join(" "),
    context: "Page: a comparison",
  },
  {
    kind: "page",
    path: "/responsibilities",
    title: "Responsibilities",
    text: responsibilities.flatMap(({ title, summary }) => [title, summary]).join(" "),
    context: `Page: the ${responsibilities.length} parts of the work`,
  },
];
