import { sayPay } from "@/lib/jobs/pay";
import { countryName } from "@/lib/jobs/places";
import type { Employment, Period, Place } from "@/lib/jobs/words";

/** The few fields that a card shows. */
export type CardListing = {
  slug: string;
  title: string;
  company: string;
  sample: boolean;
  places: readonly Place[];
  remote: boolean;
  remoteFor: string | null;
  payFrom: number | null;
  payTo: number | null;
  payCurrency: string | null;
  payPeriod: Period | null;
};

export const EMPLOYMENT_WORDS: Record<Employment, string> = { "full-time": "full time", "part-time": "part time", contract: "contract", temporary: "temporary", internship: "internship" };

const SHOWN_PLACES = 3;

/** "Pune, or remote in India", "Berlin, Germany and 4 more places", "Remote". Places of India by their city where it is known. */
export function sayPlaces({ places, remote, remoteFor }: Pick<CardListing, "places" | "remote" | "remoteFor">): string {
  const names = [...new Set(places.map(({ name, city }) => city ?? name))];
  const countries = new Set(places.map(({ country }) => country));
  const [only] = countries;
  const from = remoteFor ?? (countries.size === 1 && only ? countryName(only) : null);
  const far = `remote${from ? ` in ${from}` : ""}`;
  // A place that only repeats for where it is remote says nothing more.
  const near = remote ? names.filter((name) => !/remote/i.test(name) && name !== from) : names;
  if (near.length === 0) return remote ? capital(far) : "Place not stated";
  const more = near.length - SHOWN_PLACES;
  const said = near.slice(0, SHOWN_PLACES).join("; ") + (more > 0 ? ` and ${more} more ${more === 1 ? "place" : "places"}` : "");
  return remote ? `${said}, or ${far}` : said;
}

export function sayPayOf({ payFrom, payTo, payCurrency, payPeriod }: Pick<CardListing, "payFrom" | "payTo" | "payCurrency" | "payPeriod">): string {
  if ((payFrom === null && payTo === null) || payCurrency === null || payPeriod === null) return "Pay not stated";
  return sayPay({ from: payFrom, to: payTo, currency: payCurrency, period: payPeriod });
}

/** Whole days since: "today", "yesterday", "3 days ago"; after two months `date`. */
export function sayAgo(days: number, date: string): string {
  if (days <= 0) return "today";
  if (days === 1) return "yesterday";
  return days <= 60 ? `${days} days ago` : date;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
