import type { Asking } from "@/db/queries/listings";
import { askedOfListing } from "@/lib/readiness/asked";
import { measure } from "@/lib/readiness/of-roadmap";
import type { ItemRecord } from "@/lib/readiness/weights";
import { findRole } from "@/lib/roles/roles";

export type Points = { points: number; provenPoints: number };

/** Readiness for many listings of one learner, in whole points of 100. */
export function readinessBy(record: ItemRecord): (asking: Asking) => Points | null {
  const ofSkill = measure.pointsBy(record);
  return ({ role, asks }) => {
    const parts = askedOfListing(asks, role === null ? null : findRole(role)).map(ofSkill);
    if (parts.length === 0) return null;
    return { points: parts.reduce((sum, part) => sum + part.points, 0), provenPoints: parts.reduce((sum, part) => sum + part.provenPoints, 0) };
  };
}

/** To sort by: what asks for nothing comes last. */
export function pointsFrom(readinessOf: (asking: Asking) => Points | null): (asking: Asking) => number {
  return (asking) => readinessOf(asking)?.points ?? 0;
}
