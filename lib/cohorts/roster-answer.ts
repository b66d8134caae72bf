import type { BadRow, RosterRow } from "./roster";

type Change = "new" | "changed" | "unchanged";

/** What the server says of a roster. */
export type RosterAnswer = { ok: false; message: string } | GoodAnswer;

/** `rows` are the first good ones, `more` counts the others. */
export type GoodAnswer =
  | { ok: true; said: "preview"; counts: Record<Change | "bad", number>; bad: BadRow[]; rows: (RosterRow & { change: Change })[]; more: number }
  | { ok: true; said: "saved"; added: number; changed: number; unchanged: number; invited: number };
