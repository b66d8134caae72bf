/** Where the lists of skills, languages, roles and responsibilities and the salaries come from. */
export const source = {
  title: "Back End Software Developer Insights",
  publisher: "PW Skills",
  /** The day it was published, as ISO date. */
  date: "2024-01-31",
} as const;

/** When our own estimates and judgements (hours, weights, bands, definitions) were last gone through, as ISO date. */
export const REVIEWED = "2026-11-22";

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** “January 2024” */
export function sayMonth(date: string): string {
  return MONTH.format(new Date(date));
}

/** “31 January 2024” */
export function sayDate(date: string): string {
  return DAY.format(new Date(date));
}
