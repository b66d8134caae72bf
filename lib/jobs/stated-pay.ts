import { yearlyPay } from "./pay";
import type { Block, Pay, Period } from "./words";

const SIGNS: Record<string, string> = {
  "₹": "INR", rs: "INR", inr: "INR", rupees: "INR", "€": "EUR", eur: "EUR", euro: "EUR", euros: "EUR", "£": "GBP", gbp: "GBP", $: "USD", us$: "USD", usd$: "USD", usd: "USD", s$: "SGD", sgd: "SGD",
  a$: "AUD", aud: "AUD", c$: "CAD", ca$: "CAD", cad: "CAD", aed: "AED", chf: "CHF", pln: "PLN", zł: "PLN", sek: "SEK", rmb: "CNY", cny: "CNY",
};
const TIMES: Record<string, number> = { k: 1e3, thousand: 1e3, l: 1e5, lac: 1e5, lacs: 1e5, lakh: 1e5, lakhs: 1e5, lpa: 1e5, cr: 1e7, crore: 1e7, crores: 1e7 };
const PERIOD_OF: Record<string, Period> = { h: "hour", hr: "hour", hour: "hour", day: "day", week: "week", wk: "week", m: "month", mo: "month", mth: "month", month: "month", y: "year", yr: "year", year: "year", a: "year", annum: "year" };

const CURRENCY = String.raw`(?:usd?\$|s\$|a\$|ca?\$|[₹€£$]|rs\.?|zł|\b(?:inr|rupees|eur|euros?|gbp|usd|sgd|aud|cad|aed|chf|pln|sek|rmb|cny)\b)`;
const AMOUNT = String.raw`(?<![\d.,])(\d{1,3}(?:[,\u00a0 ]\d{2,3})+(?!\d)|\d+(?:\.\d{1,2})?)`;
const UNIT = String.raw`(k\b|thousand\b|lpa\b|l\b|lacs?\b|lakhs?\b|cr\b|crores?\b)`;
const PERIOD = String.raw`(?:(?:\/|\bper\s|\ban?\s)\s*(hour|hr|h|day|week|wk|month|mth|mo|m|annum|year|yr|y|a)\b|\b(hourly|daily|weekly|monthly|yearly|annually)\b|\b(p\.?a\b\.?|p\.?m\b\.?(?=\s*(?:$|[,;.)])))|\b(ctc)\b)`;
const STATED = new RegExp(
  String.raw`(${CURRENCY})?\s*${AMOUNT}(\+)?\s*${UNIT}?(\+)?(?:(?:\s*(?:\/|\bper\s)[a-z]+)?\s*(?:-|–|—|\bto\b|\bbis\b)\s*(${CURRENCY})?\s*${AMOUNT}\s*${UNIT}?)?\s*(${CURRENCY})?(?:\s*${PERIOD})?`,
  "giu",
);

/** Where a block speaks of pay, and where of other money. */
const OF_PAY = /\b(?:salary|salaries|pay|paid|pays|compensation|ctc|lpa|remuneration|stipend|wage|wages|package|gehalt)\b/i;
const OTHER_MONEY = /\b(?:budget|bonus(?:es)?|allowance|funding|funded|raised|revenue|turnover|arr|valuation|insurance|cover|reimburse\w*|referral|relocation|income|fees?|payouts?|customers|transactions|volume|benefits? worth|equity)\b/i;

const AT_MOST = /\b(?:up ?to|max(?:imum)?\.?|bis zu)[\s:-]*$/i;
const AT_LEAST = /\b(?:from|min(?:imum)?\.?|at least|starting at|ab)[\s:-]*$/i;

/** The least and the most that a year of work can be paid, in rupees and in other currencies: what lies outside speaks of something else. */
const PLAUSIBLE = { INR: [30_000, 100_000_000], other: [3_000, 3_000_000] } as const;

/**
 * What the words of a listing state as its pay: "12-18 LPA", "₹6,00,000 to ₹9,00,000 a year", "$60k–90k per annum", "Stipend: Rs. 15,000/month".
 * Null where nothing is stated with currency and period, and where several amounts are.
 */
export function findPay(title: string, blocks: readonly Block[]): Pay | null {
  const headed = blocks.map((block, index) => {
    const before = blocks[index - 1];
    return { text: block.text, ofPay: OF_PAY.test(block.text) || (before?.kind === "heading" && OF_PAY.test(before.text)) };
  });
  const stated = [{ text: title, ofPay: true }, ...headed].flatMap(({ text, ofPay }) => (ofPay ? statedIn(text) : []));
  const distinct = new Map(stated.map((pay) => [JSON.stringify(pay), pay]));
  return distinct.size === 1 ? (stated[0] ?? null) : null;
}

function statedIn(text: string): Pay[] {
  return [...text.matchAll(STATED)].flatMap((match) => {
    const around = text.slice(Math.max(0, match.index - 40), match.index + match[0].length + 25);
    const pay = OTHER_MONEY.test(around) ? null : payOf(match, text);
    return pay ? [pay] : [];
  });
}

function payOf(match: RegExpExecArray, text: string): Pay | null {
  const [, sign1, first, more, unit1, more1, sign2, second, unit2, sign3, per, adverb, short, ctc] = match;
  const indian = [unit1, unit2].some((unit) => unit && TIMES[unit.toLowerCase()] !== 1e3);
  // A currency after the amount is the most particular: "$90,000 CAD".
  const sign = [sign3, sign2, sign1].find(Boolean)?.toLowerCase().replace(/\.$/, "");
  const currency = sign ? SIGNS[sign] : indian ? "INR" : undefined;
  const period = periodOf({ per, adverb, short, year: Boolean(ctc) || [unit1, unit2].some((unit) => /^lpa$/i.test(unit ?? "")) || (indian && /\b(?:ctc|salary|package|compensation)\b/i.test(text)) });
  if (!currency || !period || first === undefined) return null;
  // "12-18 LPA": the unit of the second is that of the first.
  const amounts = [amountOf(first, unit1 ?? (second === undefined ? undefined : unit2)), ...(second === undefined ? [] : [amountOf(second, unit2)])];
  const [from = 0, to = null] = amounts.sort((a, b) => a - b);
  if (from < 1) return null;
  const before = text.slice(Math.max(0, match.index - 12), match.index);
  const only = to !== null ? { from, to } : more || more1 || AT_LEAST.test(before) ? { from, to } : AT_MOST.test(before) ? { from: null, to: from } : { from, to: from };
  const pay = { ...only, currency, period };
  const yearly = yearlyPay(pay) ?? 0;
  const [least, most] = currency === "INR" ? PLAUSIBLE.INR : PLAUSIBLE.other;
  return yearly >= least && yearly <= most ? pay : null;
}

function periodOf({ per, adverb, short, year }: { per?: string; adverb?: string; short?: string; year: boolean }): Period | null {
  if (per) return PERIOD_OF[per.toLowerCase()] ?? null;
  if (adverb) return /^annually$/i.test(adverb) ? "year" : /^daily$/i.test(adverb) ? "day" : (PERIOD_OF[adverb.toLowerCase().replace(/ly$/, "")] ?? null);
  if (short) return /a/i.test(short) ? "year" : "month";
  return year ? "year" : null;
}

function amountOf(digits: string, unit: string | undefined): number {
  return Math.round(Number(digits.replace(/[,\u00a0 ]/g, "")) * (unit ? (TIMES[unit.toLowerCase()] ?? 1) : 1));
}
