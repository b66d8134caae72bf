/** What a learner may say of an item. Skipped never counts as done. */
export const STATES = ["todo", "skipped", "doing", "done"] as const;

export type ItemState = (typeof STATES)[number];

/** Decides between changes made without knowing of each other: the stronger state stays. */
export const STRENGTH: Record<ItemState, number> = { todo: 0, skipped: 1, doing: 2, done: 3 };

/** From this proof level on (checked on the learner's own machine) an item counts as proven. */
export const PROVEN_FROM = 2;

export const HIGHEST_CLOCK = 1_000_000;
