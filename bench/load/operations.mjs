import { uuidv7 } from "uuidv7";
import { roadmap } from "../../lib/roadmap/catalog.ts";

const ITEMS = roadmap.steps.flatMap((step) => step.items).map(({ slug }) => slug);
const STATES = ["doing", "done"];

/** What one device records, one item after the other, each round with the other state. */
export function makeOperations() {
  let made = 0;
  return (count) =>
    Array.from({ length: count }, () => {
      const round = Math.floor(made / ITEMS.length);
      const itemId = ITEMS[made++ % ITEMS.length];
      return { opId: uuidv7(), itemId, state: STATES[round % 2], clock: round + 1, at: new Date().toISOString() };
    });
}
