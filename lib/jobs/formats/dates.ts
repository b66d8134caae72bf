const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const RFC_822 = /^(?:[a-z]{3,9},? )?\d{1,2} [a-z]{3,9} \d{4}(?: \d{2}:\d{2}(?::\d{2})?(?: (?:[a-z]{1,5}|[+-]\d{4}))?)?$/i;

/**
 * The moment a source states: ISO 8601 with or without time and offset, "2026-08-05 09:41:37 UTC", or a date as in mails and RSS. Without
 * an offset it is UTC. Null for what is no date, for "05/08/2026", which is one of two days, and outside the years 1990 to 2100.
 */
export function dateOf(value: unknown): Date | null {
  if (typeof value !== "string") return null;
  const text = value.trim().replace(/\s+/g, " ");
  if (RFC_822.test(text)) return within(new Date(/\d{2}:\d{2}/.test(text) && /[a-z]$|[+-]\d{4}$/i.test(text) ? text : `${text} UTC`));
  const [, year = "", month = "", day = "", hour = "00", minute = "00", second = "00", fraction = "0", zone = "Z"] = ISO.exec(text) ?? [];
  // 30 February would be taken as 2 March.
  if (!year || new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDate() !== Number(day)) return null;
  const offset = /^[a-z]/i.test(zone) ? "Z" : zone.replace(/^(.{3}):?/, "$1:");
  return within(new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, "0").slice(0, 3)}${offset}`));
}

/** The last moment a source states: a day without a time counts to its end in India, so that it is called by that day there. */
export function untilOf(value: unknown): Date | null {
  const date = dateOf(value);
  if (!date || typeof value !== "string" || /\d:\d/.test(value)) return date;
  return new Date(`${date.toISOString().slice(0, 10)}T23:59:59+05:30`);
}

/** From milliseconds since 1970. */
export function momentOf(value: unknown): Date | null {
  return typeof value === "number" ? within(new Date(value)) : null;
}

function within(date: Date): Date | null {
  const year = date.getUTCFullYear();
  return year >= 1990 && year <= 2100 ? date : null;
}
