import { htmlOf } from "./body";
import { shorten, type NoRow, type Row } from "./collect";
import { dateOf, untilOf } from "./dates";
import { amountOf, countryOf, employmentOf, languageOf, levelOf, payOf, periodOf } from "./stated";

/** A row of our own upload formats, CSV and JSON, word for word as it was written. */
export type OwnRow = {
  id: string | null;
  title: string | null;
  company: string | null;
  places: string[];
  country: string[];
  remote: string | null;
  remoteFor: string | null;
  employment: string | null;
  level: string | null;
  payFrom: string | null;
  payTo: string | null;
  currency: string | null;
  period: string | null;
  posted: string | null;
  validUntil: string | null;
  description: string;
  url: string | null;
  applyUrl: string | null;
  language: string | null;
};

const YES = /^(?:yes|y|true|1|remote)$/i;
const NO = /^(?:no|n|false|0|hybrid|on-?site|office)$/i;
/** Pay that is not known. */
const UNKNOWN = /^0+(?:\.0+)?$/;

/** Whoever uploads can correct: a word that is not known is a sentence, and the row is left out. Only a date that is none is passed over. */
export function readOwnRow(own: OwnRow): Row | NoRow {
  const trouble = findTrouble(own);
  if (trouble) return { trouble, title: own.title };
  return {
    externalId: own.id ?? own.url ?? own.applyUrl,
    title: own.title,
    company: own.company,
    places: own.places,
    countries: own.country.map(countryOf),
    remote: own.remote === null ? null : YES.test(own.remote),
    remoteFor: own.remoteFor,
    employment: employmentOf(own.employment),
    level: levelOf(own.level),
    pay: payOf({ from: amountOf(own.payFrom), to: amountOf(own.payTo), currency: own.currency, period: own.period }),
    postedAt: dateOf(own.posted),
    validUntil: untilOf(own.validUntil),
    html: htmlOf(own.description),
    language: languageOf(own.language),
    url: own.url,
    applyUrl: own.applyUrl,
  };
}

function findTrouble(own: OwnRow): string | null {
  const amounts = [own.payFrom, own.payTo].filter((amount) => amount !== null && !UNKNOWN.test(amount));
  const pay = amounts.length > 0 ? own : null;
  return (
    refuse(own.remote, (word) => YES.test(word) || NO.test(word), "under remote is neither yes nor no") ??
    refuse(own.employment, employmentOf, "is no employment: full-time, part-time, contract, temporary or internship") ??
    refuse(own.level, levelOf, "is no level: entry, mid or senior") ??
    own.country.map((country) => refuse(country, countryOf, "is no country: its two letters, such as IN")).find(Boolean) ??
    amounts.map((amount) => refuse(amount, amountOf, "is no amount of pay")).find(Boolean) ??
    (pay?.currency === null ? "Its pay has no currency: three letters, such as INR." : null) ??
    (pay?.period === null ? "Its pay has no period: hour, day, week, month or year." : null) ??
    refuse(pay?.currency ?? null, (word) => /^[a-z]{3}$/i.test(word), "is no currency: three letters, such as INR") ??
    refuse(pay?.period ?? null, periodOf, "is no period of pay: hour, day, week, month or year")
  );
}

function refuse(word: string | null, reads: (word: string) => unknown, why: string): string | null {
  return word === null || reads(word) ? null : `“${shorten(word)}” ${why}.`;
}
