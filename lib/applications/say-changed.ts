import type { ApplicationFields } from "@/db/queries/applications";
import type { Refusal } from "@/lib/action-result";
import { sayDate } from "@/lib/calendar/days";

const MOST_SHOWN = 500;

/** For a form that is older than what is there: beside each field that was changed elsewhere stands what was written. */
export function sayChanged(there: ApplicationFields, changed: readonly (keyof ApplicationFields)[]): Refusal {
  return {
    ok: false,
    message: "This application was changed elsewhere since you opened it, so nothing was saved. What you typed is kept: look through the form, and save again.",
    fieldErrors: Object.fromEntries(changed.map((name) => [name, sayThere(name, there[name])])),
  };
}

function sayThere(name: keyof ApplicationFields, value: string | null): string {
  if (!value) return "It was emptied elsewhere.";
  if (name === "nextOn") return `Elsewhere it says: ${sayDate(value)}`;
  const characters = Array.from(value);
  return characters.length > MOST_SHOWN ? `Elsewhere it begins: ${characters.slice(0, MOST_SHOWN).join("")} …` : `Elsewhere it says: ${value}`;
}
