import { expect, test } from "vitest";
import { addDays } from "@/lib/calendar/days";
import { roadmap } from "@/lib/roadmap/catalog";
import { readRoad } from "./learner-road";

const now = new Date("2026-11-22T06:00:00Z");
const [first, second] = roadmap.steps as [(typeof roadmap.steps)[number], (typeof roadmap.steps)[number]]; // There are fifteen.
const ids = first.items.map((item) => item.slug);
const done = (itemId: string) => ({ itemId, state: "done" as const, level: 0, changedAt: now });
const read = (known: Partial<Parameters<typeof readRoad>[0]>, hours = 8) => readRoad({ items: [], waivers: [], due: [], ...known }, hours, now);
const said = (known: Partial<Parameters<typeof readRoad>[0]>) => read(known).steps[0]?.said;

test("a step is late when its day is over and something of it is open", () => {
  const due = (dueOn: string) => [{ stepSlug: first.slug, dueOn }];
  const most = ids.slice(1).map(done);
  expect(said({ due: due("2026-11-12"), items: most })).toBe("late: 1 item is open, due 10 days ago");
  expect(said({ due: due("2026-11-22"), items: most })).toBe("1 item is open, due today");
  expect(said({ due: due("2026-11-23"), items: most })).toBe("1 item is open, due in 1 day");
  expect(said({ due: due("2026-11-12"), items: ids.map(done) })).toBe("nothing is open");
  expect(said({})).toBe(`${ids.length} items are open, due on no day`);
});

test("what stands waived or skipped is not open, and what was withdrawn is", () => {
  const [one = "", two = "", ...rest] = ids;
  const waived = { itemId: one, state: "known" as const, withdrawnAt: null };
  const items = [...rest.map(done), { ...done(two), state: "skipped" as const }];
  expect(said({ items, waivers: [waived] })).toBe("nothing is open");
  expect(said({ items, waivers: [{ ...waived, withdrawnAt: now }] })).toBe("1 item is open, due on no day");
  expect(read({ items, waivers: [waived] }).share).toMatchObject({ done: rest.length, proven: 0, skipped: 1, waived: 1, total: roadmap.itemCount });
});

test("what is in progress says since when, for how many days, and how long it takes at the pace", () => {
  const [item, other] = [first.items[0], second.items[0]];
  const doing = (itemId = "", daysAgo: number) => ({ itemId, state: "doing" as const, level: 0, changedAt: new Date(now.getTime() - daysAgo * 86_400_000) });
  const { inProgress } = read({ items: [doing(item?.slug, 2), doing(other?.slug, 16)] });
  expect(inProgress.map(({ item: { slug }, days }) => [slug, days])).toEqual([[other?.slug, 16], [item?.slug, 2]]);
  expect(inProgress[0]?.daysAtPace).toBe(Math.ceil(((other?.hours ?? 0) / 8) * 7));
});

test("a step is done when the hours of what is open, waived items left out, fit into the weeks", () => {
  const [one = "", two = "", ...rest] = ids;
  const hoursOf = (itemId: string) => first.items.find(({ slug }) => slug === itemId)?.hours ?? 0;
  const doneOn = (waivers: Parameters<typeof readRoad>[0]["waivers"], hours: number) => read({ items: rest.map(done), waivers }, hours).steps[0]?.doneOn;
  const waived = { itemId: one, state: "known" as const, withdrawnAt: null };
  expect(doneOn([], 7)).toBe(addDays("2026-11-22", hoursOf(one) + hoursOf(two)));
  expect(doneOn([waived], 7)).toBe(addDays("2026-11-22", hoursOf(two)));
  expect(doneOn([waived], 1)).toBe(addDays("2026-11-22", 7 * hoursOf(two)));
  expect(doneOn([waived, { ...waived, itemId: two }], 7)).toBeNull();
});
