import { sayHours } from "@/lib/calendar/durations";
import { sayNumber } from "@/lib/plan/plan";
import { PROVEN_FROM } from "@/lib/progress/states";
import { skills, type SkillSlug } from "@/lib/skills/skills";
import { ALL_POINTS } from "./asked";
import type { Readiness } from "./measure";
import type { Recorded } from "./weights";

const AND = new Intl.ListFormat("en-GB");
/** More skills than this are counted and not named. */
const MOST_NAMED = 3;

export function nameOfSkill(slug: SkillSlug): string {
  return skills.find((skill) => skill.slug === slug)?.name ?? slug;
}

/** "70 points are proven, 8 rest on claims, 22 are missing." What is none is not said. */
export function sayPoints({ points, provenPoints, claimedPoints }: Pick<Readiness, "points" | "provenPoints" | "claimedPoints">): string {
  if (points === 0) return "All 100 points are missing.";
  if (provenPoints === ALL_POINTS) return "All 100 points are proven.";
  const said = [
    { count: provenPoints, one: "is proven", more: "are proven" },
    { count: claimedPoints, one: "rests on a claim", more: "rest on claims" },
    { count: ALL_POINTS - points, one: "is missing", more: "are missing" },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, one, more }, index) => `${count}${index > 0 ? "" : count === 1 ? " point" : " points"} ${count === 1 ? one : more}`);
  return `${said.join(", ")}.`;
}

/** Which of the skills asked nothing is recorded for; empty when there is something for each. */
export function sayNothingYet(parts: Readiness["parts"]): string {
  const without = parts.filter(({ best }) => best === null).map(({ skill }) => nameOfSkill(skill));
  if (without.length === 0) return "";
  if (without.length === parts.length) return "No skill it asks has anything yet.";
  if (without.length > MOST_NAMED) return `${without.length} of the ${parts.length} skills have nothing yet.`;
  return `Nothing yet for ${AND.format(without)}.`;
}

/** "Two items, 6 hours", with a capital. */
export function sayWork(items: number, hours: number): string {
  const count = sayNumber(items);
  return `${count.charAt(0).toUpperCase()}${count.slice(1)} ${items === 1 ? "item" : "items"}, ${sayHours(hours)}`;
}

/** How an item of a way stands now; null for one that is simply to do. */
export function sayStanding(recorded: Recorded | undefined): string | null {
  if (!recorded) return null;
  if (recorded.level >= PROVEN_FROM) return "proven: let a person review it";
  if (recorded.state === "done") return "done, which is a claim: prove it";
  if (recorded.state === "doing") return "you are on it";
  if (recorded.waived) return "waived for you, and without proof";
  return recorded.state === "skipped" ? "you skipped it" : null;
}

/** What /api/readiness/[role] answers; whole points of 100. */
export type ReadinessAnswer = { points: number; provenPoints: number };
