import { env } from "@/lib/env";

/** The invented people a trial may be looked at as; made by db/seed/. */
export const DEMO_PEOPLE = {
  learner: { email: "sneha@example.org", name: "Sneha Kulkarni", does: "on step 4 of 15" },
  instructor: { email: "farida@example.org", name: "Farida Qureshi", does: "who teaches two cohorts" },
  admin: { email: "vikram@example.org", name: "Vikram Rao", does: "who hosts it" },
} as const;

export type DemoRole = keyof typeof DEMO_PEOPLE;

/** None with a database of one's own; no admin where strangers can reach the trial. */
export function demoRoles(): DemoRole[] {
  if (env.TRIAL === "local") return ["learner", "instructor", "admin"];
  return env.TRIAL === "open" ? ["learner", "instructor"] : [];
}
