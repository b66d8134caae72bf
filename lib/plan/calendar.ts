import { createHash, randomBytes } from "node:crypto";
import { createEvents, type EventAttributes } from "ics";
import type { NextAction } from "@/db/queries/applications";
import type { DueStep } from "@/db/queries/plans";
import { addDays, type Day } from "@/lib/calendar/days";
import { findStep, roadmap } from "@/lib/roadmap/catalog";
import type { PlannedStep } from "./plan";

/** In the morning of the day, by the clock of whoever reads the calendar. */
const REMINDER_HOUR = 9;

/** 192 bits, as they stand in the address. Kept nowhere but as its hash. */
export function makeCalendarSecret(): string {
  return randomBytes(24).toString("base64url");
}

export function calendarPath(secret: string): string {
  return `/calendar/${secret}.ics`;
}

/** The secret of a calendar's address, or null for what cannot be one. */
export function readCalendarSecret(segment: string): string | null {
  return /^([\w-]{32})\.ics$/.exec(segment)?.[1] ?? null;
}

/**
 * All-day events: when each step is finished by the plan, when it is due, and what is to be done next for an application. Names steps, and
 * what the learner wrote as next actions, with title and company; not the learner. Next actions remind at nine. `origin` is the installation's.
 */
export function calendarOf(owner: string, origin: string, { steps, due, actions }: { steps: PlannedStep[]; due: DueStep[]; actions: NextAction[] }): string {
  const host = new URL(origin).hostname;
  const address = (slug: string) => new URL(`/roadmap/${slug}`, origin).href;
  const uid = (...parts: string[]) => `${createHash("sha256").update([owner, ...parts].join(" ")).digest("hex").slice(0, 32)}@${host}`;
  const planned = steps.flatMap(({ step, doneOn }) => {
    const { slug, title } = roadmap.steps[step - 1] ?? {};
    return slug && title ? [allDay(uid("plan", slug), `Plan: step ${step} done, ${title}`, doneOn, address(slug))] : [];
  });
  const dues = due.flatMap(({ cohortId, stepSlug, dueOn }) => {
    const step = findStep(stepSlug);
    return step ? [allDay(uid("due", cohortId, stepSlug), `Due: step ${step.number}, ${step.title}`, dueOn, address(stepSlug))] : [];
  });
  const next = actions.map(({ id, title, company, nextAction, nextOn }) => ({
    ...allDay(uid("next", id), `Next: ${nextAction} (${title}, ${company})`, nextOn, new URL(`/applications/${id}`, origin).href),
    alarms: [{ action: "display" as const, description: escaped(nextAction), trigger: { hours: REMINDER_HOUR, before: false } }],
  }));
  const { error, value } = createEvents([...planned, ...dues, ...next], { productId: "-//Milepost//Plan//EN", calName: "Milepost" });
  if (!value) throw new Error("The calendar could not be written.", { cause: error });
  return value.replaceAll("\r\n\t", "").split("\r\n").map(fold).join("\r\n");
}

/** The library writes what an alarm says as it is. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/[\r\n]+/g, " ");
}

/** The library counts letters. A line may have 75 octets, and a letter of an Indic script is three. */
function fold(line: string): string {
  const parts = [""];
  for (const letter of line) {
    const last = parts.at(-1) ?? "";
    if (Buffer.byteLength(last + letter) > (parts.length === 1 ? 75 : 74)) parts.push(letter);
    else parts[parts.length - 1] = last + letter;
  }
  return parts.join("\r\n\t");
}

function allDay(uid: string, title: string, day: Day, url: string): EventAttributes {
  return { uid, title, start: dateOf(day), end: dateOf(addDays(day, 1)), url, busyStatus: "FREE", transp: "TRANSPARENT" };
}

function dateOf(day: Day): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return [year, month, date];
}
