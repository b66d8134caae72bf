import type { Asking } from "@/db/queries/listings";
import { askedOfListing, type AskedSkill } from "@/lib/readiness/asked";
import { measure } from "@/lib/readiness/of-roadmap";
import type { ItemRecord } from "@/lib/readiness/weights";
import { findRole } from "@/lib/roles/roles";

export type Points = { points: number; provenPoints: number };

/** Readiness for many listings of one learner, in whole points of 100: what was worked out for a skill of one listing serves the others. */
export function readinessBy(record: ItemRecord): (asking: Asking) => Points | null {
  const known = new Map<string, Points>();
  const ofSkill = (asked: AskedSkill): Points => {
    const key = `${asked.skill} ${asked.weight} ${asked.level}`;
    const kept = known.get(key);
    if (kept) return kept;
    const { points, provenPoints } = measure.readiness([asked], record);
    known.set(key, { points, provenPoints });
    return { points, provenPoints };
  };
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
