import type { SkillSlug } from "@/lib/skills/skills";

/** How a learner supports the claim that an item is done. */
export type EvidenceKind =
  /** claimed by the learner, nothing attached */
  | "self"
  /** a written answer kept with the item */
  | "text"
  /** a public address that can be opened */
  | "link"
  /** a repository and a commit */
  | "repo"
  /** an automatic check on the learner’s own computer */
  | "cli"
  /** an automatic check of the learner’s public address */
  | "probe"
  /** a pipeline run that proves which repository it came from */
  | "ci"
  /** questions that are marked automatically */
  | "quiz"
  /** confirmation by another learner */
  | "peer"
  /** confirmation by an instructor */
  | "instructor";

export type Resource = {
  name: string;
  url: string;
};

/** The smallest thing one can prove. */
export type Item = {
  /** Permanent: progress is recorded under it. */
  slug: string;
  title: string;
  why: string;
  what: string;
  how: readonly string[];
  /** What to hand in or show, and when it passes. */
  proof: string;
  /** What a reviewer looks at, one by one: `proof` in parts. Only where a person has to judge it. */
  rubric?: readonly string[];
  /** Estimated hours of work, whole, from 1 to 40. */
  hours: number;
  skills: readonly SkillSlug[];
  /** Slugs of the items to finish first; each stands earlier in the roadmap. */
  prerequisites: readonly string[];
  evidence: EvidenceKind;
  resources: readonly Resource[];
  /** A retired item is neither listed nor counted, but stays findable for the history. */
  retired?: true;
};

export type Step = {
  slug: string;
  /** Place in the roadmap, from 1. */
  number: number;
  title: string;
  summary: string;
  /** Estimated hours of work: the sum over its items. */
  hours: number;
  /** In working order, without retired items. */
  items: readonly Item[];
};

/** A step as it is written down; its number and its hours follow from it. */
export type StepContent = Omit<Step, "number" | "hours">;

export type Roadmap = {
  steps: readonly Step[];
  /** Number of items in all steps, without retired ones. */
  itemCount: number;
  /** Estimated hours of work in all steps, without retired items. */
  hours: number;
};
