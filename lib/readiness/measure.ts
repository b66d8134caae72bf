import { PROVEN_FROM } from "@/lib/progress/states";
import { graphOf } from "@/lib/roadmap/graph";
import type { Item } from "@/lib/roadmap/roadmap";
import type { Level } from "@/lib/roles/roles";
import type { SkillSlug } from "@/lib/skills/skills";
import type { AskedSkill } from "./asked";
import { FULL, FULL_FROM, isPassed, isSettled, NEEDED_HOURS, strengthOf, type ItemRecord } from "./weights";

export type MeasuredItem = Pick<Item, "slug" | "hours" | "skills" | "prerequisites">;

export type Part = AskedSkill & {
  /** From 0 to the weight. */
  points: number;
  /** Those of them that rest on a proof. */
  provenPoints: number;
  /** The item that counts most, at its level; null where nothing counts. */
  best: { itemId: string; level: number } | null;
};

/** Whole points of 100. Each part is rounded down, so the parts add up to the number and no point is shown that is not earned. */
export type Readiness = { points: number; provenPoints: number; claimedPoints: number; parts: Part[] };

/** Measures readiness by the items of a roadmap, which stand in its order. */
export function measureOf(items: readonly MeasuredItem[]) {
  const graph = graphOf(items);
  const training = new Map<SkillSlug, MeasuredItem[]>();
  for (const item of items) for (const skill of item.skills) training.set(skill, [...(training.get(skill) ?? []), item]);
  const trainingOf = (skill: SkillSlug) => training.get(skill) ?? [];
  const longest = new Map([...training].map(([skill, trained]) => [skill, Math.max(...trained.map(({ hours }) => hours))]));

  /** Hours of an item that show the skill in full: where no item is that long, those of the longest. */
  const neededHours = (skill: SkillSlug, level: Level) => Math.min(NEEDED_HOURS[level], longest.get(skill) ?? Infinity);

  /** What an item counts for a skill that needs so many hours. */
  const valueOf = (item: MeasuredItem, strength: number, needed: number) => strength * Math.min(item.hours, needed);

  const pointsFor = (weight: number, value: number, needed: number) => Math.floor((weight * value) / (FULL * needed));

  /** Points of one item for a skill that it trains. */
  function pointsOf({ skill, weight, level }: AskedSkill, item: MeasuredItem, strength: number): number {
    const needed = neededHours(skill, level);
    return pointsFor(weight, valueOf(item, strength, needed), needed);
  }

  function partOf(asked: AskedSkill, record: ItemRecord): Part {
    const needed = neededHours(asked.skill, asked.level);
    const part: Part = { ...asked, points: 0, provenPoints: 0, best: null };
    let most = 0;
    for (const item of trainingOf(asked.skill)) {
      const recorded = record[item.slug];
      const strength = recorded ? strengthOf(recorded) : 0;
      if (!recorded || strength === 0) continue;
      const value = valueOf(item, strength, needed);
      const points = pointsOf(asked, item, strength);
      part.points = Math.max(part.points, points);
      if (recorded.level >= PROVEN_FROM) part.provenPoints = Math.max(part.provenPoints, points);
      if (value > most || (value === most && part.best && recorded.level > part.best.level)) {
        most = value;
        part.best = { itemId: item.slug, level: recorded.level };
      }
    }
    return part;
  }

  function readiness(asked: readonly AskedSkill[], record: ItemRecord): Readiness {
    const parts = asked.map((one) => partOf(one, record));
    const points = sum(parts.map((part) => part.points));
    const provenPoints = sum(parts.map((part) => part.provenPoints));
    return { points, provenPoints, claimedPoints: points - provenPoints, parts };
  }

  /** The points of `readiness`, for many listings of one learner: what counts most for a skill at a level is looked for once. */
  function pointsBy(record: ItemRecord): (asked: AskedSkill) => Pick<Part, "points" | "provenPoints"> {
    const known = new Map<string, { most: number; proven: number; needed: number }>();
    const lookFor = (skill: SkillSlug, level: Level) => {
      const needed = neededHours(skill, level);
      const values = trainingOf(skill).flatMap((item) => {
        const recorded = record[item.slug];
        return recorded ? [{ value: valueOf(item, strengthOf(recorded), needed), proven: recorded.level >= PROVEN_FROM }] : [];
      });
      const most = Math.max(0, ...values.map(({ value }) => value));
      return { most, proven: Math.max(0, ...values.map(({ value, proven }) => (proven ? value : 0))), needed };
    };
    return ({ skill, weight, level }) => {
      const key = `${skill} ${level}`;
      const found = known.get(key) ?? lookFor(skill, level);
      known.set(key, found);
      return { points: pointsFor(weight, found.most, found.needed), provenPoints: pointsFor(weight, found.proven, found.needed) };
    };
  }

  /** Points that proving one item adds to a readiness, once a person has reviewed it. */
  function gainOf({ parts }: Readiness, item: MeasuredItem): number {
    const more = parts.filter(({ skill }) => item.skills.includes(skill)).map((part) => Math.max(0, pointsOf(part, item, FULL) - part.points));
    return sum(more);
  }

  /**
   * What has to be done to prove an item, in working order, the item last: its prerequisites that are still open come with it, and not
   * those that were skipped or waived. An item whose work is done needs nothing else.
   */
  function needsBy(record: ItemRecord): (item: MeasuredItem) => readonly MeasuredItem[] {
    const passed = new Set(items.flatMap(({ slug }) => (isPassed(record[slug]) ? [slug] : [])));
    return (item) => (isSettled(record[item.slug]) ? [item] : [...graph.wayTo(item.prerequisites, passed).items, item]);
  }

  return { items, trainingOf, neededHours, pointsOf, readiness, pointsBy, gainOf, needsBy };
}

export type Measure = ReturnType<typeof measureOf>;

/** What would be recorded if a person had reviewed these items. */
export function withReviewed(record: ItemRecord, itemIds: readonly string[]): ItemRecord {
  const reviewed = itemIds.map((itemId) => [itemId, { state: "done", level: Math.max(FULL_FROM, record[itemId]?.level ?? 0) }] as const);
  return { ...record, ...Object.fromEntries(reviewed) };
}

/** With the items that instructors waived for the learner. */
export function withWaived(record: ItemRecord, waivers: readonly { itemId: string }[]): ItemRecord {
  const waived = waivers.map(({ itemId }) => [itemId, { state: "todo", level: 0, ...record[itemId], waived: true }] as const);
  return { ...record, ...Object.fromEntries(waived) };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
