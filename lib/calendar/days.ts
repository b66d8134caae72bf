/** A day without a time, as "2026-11-22". */
export type Day = string;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.entries(options).join()}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** The day on which a moment falls in a time zone. */
export function dayOf(moment: Date, timeZone: string): Day {
  return formatOf("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(moment);
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to a later one; negative the other way round. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** "27 November"; with `weekday` "Friday, 27 November". The year is named when it is not that of `today`. */
export function sayDate(day: Day, { weekday = false, today }: { weekday?: boolean; today?: Day } = {}): string {
  const year = today && day.slice(0, 4) !== today.slice(0, 4) ? ({ year: "numeric" } as const) : {};
  const format = formatOf("en-IN", { timeZone: "UTC", day: "numeric", month: "long", ...year, ...(weekday && { weekday: "long" }) });
  return format.format(Date.parse(`${day}T00:00:00Z`));
}
