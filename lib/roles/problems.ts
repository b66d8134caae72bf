import { blankProblems, skillProblems, slugProblems } from "@/lib/reference/checks";
import type { Role } from "./roles";

type Unchecked = Pick<Role, "slug" | "name" | "summary" | "work"> & { skills: readonly { skill: string; weight: number }[] };

/** One sentence per problem; empty when the roles can be used. */
export function roleProblems(roles: readonly Unchecked[]): string[] {
  return [...slugProblems("Role", roles), ...roles.flatMap(ownProblems)];
}

function ownProblems({ slug, name, summary, work, skills }: Unchecked): string[] {
  const who = `Role ${slug}`;
  const sum = skills.reduce((total, { weight }) => total + weight, 0);
  return [
    ...blankProblems(who, { name, summary, work }),
    ...skillProblems(
      who,
      skills.map(({ skill }) => skill),
    ),
    ...skills
      .filter(({ weight }) => !Number.isInteger(weight) || weight < 1)
      .map(({ skill, weight }) => `${who} gives ${skill} the weight ${weight}, which is not a whole number above 0.`),
    ...(sum === 100 ? [] : [`${who} has weights that add up to ${sum} instead of 100.`]),
  ];
}
