import { findApplicationOfListing } from "@/db/queries/listing";
import { listOwnWaivers } from "@/db/queries/own-waivers";
import { findPlan } from "@/db/queries/plans";
import { listProgress } from "@/db/queries/progress";
import { today } from "@/lib/calendar/now";
import type { Ask } from "@/lib/jobs/words";
import { askedOfListing } from "@/lib/readiness/asked";
import { listGains } from "@/lib/readiness/gains";
import { chooseMark } from "@/lib/readiness/marks";
import { withWaived } from "@/lib/readiness/measure";
import { measure } from "@/lib/readiness/of-roadmap";
import { shortestWay } from "@/lib/readiness/shortest-way";
import { findRole } from "@/lib/roles/roles";

type AskingListing = { id: string; slug: string; role: string | null; asks: readonly Ask[] };

/** What a learner has of a listing: readiness with the shortest way to the next mark, and the application made of it. */
export async function learnerOfListing(userId: string, { id, slug, role, asks }: AskingListing) {
  const [progress, waivers, plan, applicationId] = await Promise.all([listProgress(userId), listOwnWaivers(userId), findPlan(userId), findApplicationOfListing(userId, id)]);
  const record = withWaived(progress, waivers);
  const asked = askedOfListing(asks, role === null ? null : findRole(role));
  const readiness = measure.readiness(asked, record);
  const gains = Object.fromEntries(listGains(measure, asked, record).map(({ itemId, points }) => [itemId, points]));
  return {
    applicationPath: applicationId && `/applications/${applicationId}`,
    ready: {
      slug,
      readiness,
      way: shortestWay(measure, asked, record, chooseMark(undefined, readiness.points)),
      gains,
      record,
      hoursPerWeek: plan?.hoursPerWeek ?? null,
      today: today(),
    },
  };
}
