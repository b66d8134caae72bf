import type { AskedSkill } from "./asked";
import type { Measure } from "./measure";
import { hoursToProve, type ItemRecord } from "./weights";

export type Gain = {
  itemId: string;
  /** Points that proving this item alone adds. */
  points: number;
  /** Hours until it is proven, its open prerequisites included. */
  hours: number;
  /** How many of those there are. */
  before: number;
};

/** "What if I prove this one": every item that adds points, those that add most for an hour first. */
export function listGains(measure: Measure, asked: readonly AskedSkill[], record: ItemRecord): Gain[] {
  const needsOf = measure.needsBy(record);
  const readiness = measure.readiness(asked, record);
  return measure.items
    .flatMap((item) => {
      const points = measure.gainOf(readiness, item);
      if (points === 0) return [];
      const needs = needsOf(item);
      const hours = needs.reduce((sum, need) => sum + hoursToProve(need.hours, record[need.slug]), 0);
      return [{ itemId: item.slug, points, hours, before: needs.length - 1 }];
    })
    .sort((a, b) => b.points / b.hours - a.points / a.hours || a.hours - b.hours);
}
