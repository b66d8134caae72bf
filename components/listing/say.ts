import { countryName, readPlace } from "@/lib/jobs/places";
import { sayPay } from "@/lib/jobs/pay";
import type { Pay, Period, Place } from "@/lib/jobs/words";

const OR = new Intl.ListFormat("en-IN", { type: "disjunction" });
/** More places than this are counted and not named. */
const MOST_NAMED = 6;

export type Where = { places: readonly Place[]; remote: boolean; remoteFor: string | null };

/** "Pune or Kochi, or remote in India". */
export function sayWhere({ places, remote, remoteFor }: Where): string {
  const names = [...new Set(places.map(sayPlace))];
  const named = names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), `${names.length - MOST_NAMED} more places`] : names;
  const far = remote && sayRemote(remoteFor);
  if (named.length === 0) return far ? far.charAt(0).toUpperCase() + far.slice(1) : "No place is stated";
  return far ? `${OR.format(named)}, or ${far}` : OR.format(named);
}

function sayPlace({ name, city, country }: Place): string {
  if (city && country === "IN") return city;
  return name;
}

/** The words of the source, unless they name a country. */
function sayRemote(remoteFor: string | null): string {
  if (remoteFor === null) return "remote";
  const { city, country } = readPlace(remoteFor);
  return country && !city && countryName(country).toLowerCase() === remoteFor.toLowerCase() ? `remote in ${countryName(country)}` : `remote (${remoteFor})`;
}

export type StatedPay = { payFrom: number | null; payTo: number | null; payCurrency: string | null; payPeriod: Period | null };

/** Pay as the source states it; null when it states none. */
export function payOf({ payFrom: from, payTo: to, payCurrency: currency, payPeriod: period }: StatedPay): Pay | null {
  return currency === null || period === null || (from === null && to === null) ? null : { from, to, currency, period };
}

export function sayStatedPay(listing: StatedPay): string | null {
  const pay = payOf(listing);
  return pay && sayPay(pay);
}
