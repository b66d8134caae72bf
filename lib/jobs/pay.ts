import type { Pay, Period } from "./words";

/** How often each period falls into a year of full-time work. */
const A_YEAR: Record<Period, number> = { hour: 2_080, day: 260, week: 52, month: 12, year: 1 };

/** The middle of what is stated, for a year, in its own currency: pay is compared within one currency only. */
export function yearlyPay({ from, to, period }: Pay): number | null {
  const stated = [from, to].filter((amount) => amount !== null);
  if (stated.length === 0) return null;
  const yearly = (stated.reduce((sum, amount) => sum + amount, 0) / stated.length) * A_YEAR[period];
  return yearly <= 2_000_000_000 ? Math.round(yearly) : null;
}

/** "₹6,00,000 to ₹9,00,000 a year", "from €30 an hour". */
export function sayPay({ from, to, currency, period }: Pay): string {
  const a = period === "hour" ? "an hour" : `a ${period}`;
  if (from !== null && to !== null && from !== to) return `${sayAmount(from, currency)} to ${sayAmount(to, currency)} ${a}`;
  if (from !== null) return `${to === null ? "from " : ""}${sayAmount(from, currency)} ${a}`;
  return `up to ${sayAmount(to ?? 0, currency)} ${a}`;
}

/** Whole units; rupees in lakh grouping. */
function sayAmount(amount: number, currency: string): string {
  return new Intl.NumberFormat(currency === "INR" ? "en-IN" : "en", { style: "currency", currency, maximumFractionDigits: 0 }).format(amount);
}
