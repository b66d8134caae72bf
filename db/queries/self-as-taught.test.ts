import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { readLearner } from "@/lib/cohorts/read-learner";
import { findJoinedCohort, findSelfAsTaught, findTaughtCohort, findTaughtLearner } from "./cohorts";
import { makeWholeLife } from "./whole-life";

test("a learner sees what their instructor sees of them, and no word of a note", async () => {
  const words = { word: `mine${randomUUID()}`, saying: "b", other: `other${randomUUID()}` };
  const { id, otherId, cohortId } = await makeWholeLife(words);
  await db.update(enrollments).set({ role: "instructor" }).where(eq(enrollments.userId, otherId));
  await db.update(users).set({ under18: true }).where(eq(users.id, id));
  const [{ slug } = { slug: "" }] = await db.select({ slug: cohorts.slug }).from(cohorts).where(eq(cohorts.id, cohortId));

  const taught = await findTaughtCohort(slug, { id: otherId, admin: false });
  const seen = taught && (await findTaughtLearner(taught, id));
  const joined = await findJoinedCohort(slug, id);
  const self = joined && (await findSelfAsTaught(joined));
  if (!seen || !self) throw new Error("nobody is seen");
  expect(self).toEqual({ ...seen, cohort: { ...seen.cohort, readAt: self.cohort.readAt } });
  expect(self.under18).toBe(true);
  const [own, theirs] = await Promise.all([readLearner(self, null), readLearner(seen, null)]);
  expect(own).toEqual(theirs);
  expect(own.applications).toMatchObject({ saved: 1 });
  expect(own.evidence).toHaveLength(1);
  expect(JSON.stringify(own)).toContain(`${words.other} waivers reason`);
  expect(JSON.stringify(own)).not.toContain("notes body");
});
