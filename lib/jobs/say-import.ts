import type { ImportAnswer } from "./importer";

/** What came of a reading, for the admin who asked for it. */
export function sayImport(answer: ImportAnswer): { ok: boolean; message: string } {
  switch (answer.outcome) {
    case "done": {
      const { found, added, changed, closed, reopened } = answer.counts;
      const left = answer.bad.length === 0 ? "" : ` ${count(answer.bad.length, "row")} could not be used: ${answer.bad.slice(0, 5).map(({ where, why }) => `${where}: ${why}`).join(" ")}`;
      return { ok: true, message: `${count(found, "listing")} read: ${added} new, ${changed} changed, ${closed} closed, ${reopened} back again.${left}` };
    }
    case "unchanged":
      return { ok: true, message: "Nothing changed since the last reading." };
    case "held":
      return { ok: false, message: `Held: ${count(answer.last, "listing")} came last time, and now ${answer.found === 0 ? "none" : `only ${answer.found}`}. Nothing was changed: decide first whether it may be so.` };
    case "failed":
      return { ok: false, message: `${answer.trouble} The listings stay as they were.` };
    case "undecided":
      return { ok: false, message: "Nothing was read: an earlier reading of this source is held. Decide about it first, under Sources of listings." };
    case "busy":
      return { ok: false, message: "Another reading of this source is under way. Nothing was changed." };
  }
}

function count(many: number, what: string): string {
  return `${many.toLocaleString("en-IN")} ${what}${many === 1 ? "" : "s"}`;
}
