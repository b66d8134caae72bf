import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ListingLevel } from "@/lib/jobs/words";

/** Listings that state pay, at one level, in one city, or both. Quartiles and median in rupees a year; null below LEAST_LISTINGS. */
export type StatedPay = {
  /** Null: of any. */
  level: ListingLevel | null;
  city: string | null;
  count: number;
  lower: number | null;
  median: number | null;
  upper: number | null;
};

/** Fewer listings than this give no figure. */
export const LEAST_LISTINGS = 5;

/** `samples`: made-up listings are counted, as long as no other one is open. */
export type StatedPays = { samples: boolean; pays: StatedPay[] };

/**
 * What the open listings of India state in rupees: in all, by level, by city, and by both, the most listings first. A listing counts in each of its
 * cities. Internships are left out: a stipend is no pay for a year.
 */
export async function listStatedPay(): Promise<StatedPays> {
  const [row] = await db.execute<{ samples: boolean; pays: StatedPay[] }>(sql`
    with open as not materialized (
      select l.id, l.level, l.places, l.employment, o.pay_currency, o.pay_yearly, l.sample from open_listings o join listings l on l.id = o.listing_id
      where o.valid_until is null or o.valid_until > now()
    ), chosen as materialized (
      select not exists (select from open where not sample) as samples
    ), counted as materialized (
      select id, level, places, pay_yearly from open
      where pay_currency = 'INR' and pay_yearly is not null and employment is distinct from 'internship' and sample = (select samples from chosen)
    ), in_cities as materialized (
      select distinct on (id, place ->> 'city') level, place ->> 'city' as city, pay_yearly
      from counted, jsonb_array_elements(places) place where place ->> 'country' = 'IN' and place ->> 'city' is not null
    ), placed as (
      select null::text as level, null::text as city, pay_yearly from counted
      union all
      select level, null, pay_yearly from counted where level is not null
      union all
      select null, city, pay_yearly from in_cities
      union all
      select level, city, pay_yearly from in_cities where level is not null
    ), figures as (
      select level, city, count(*)::int as count, percentile_cont(array[0.25, 0.5, 0.75]) within group (order by pay_yearly) as quartiles
      from placed group by level, city
    )
    select samples, coalesce((
      select jsonb_agg(jsonb_build_object('level', level, 'city', city, 'count', count,
        'lower', case when count >= ${LEAST_LISTINGS} then round(quartiles[1]) end,
        'median', case when count >= ${LEAST_LISTINGS} then round(quartiles[2]) end,
        'upper', case when count >= ${LEAST_LISTINGS} then round(quartiles[3]) end) order by count desc, level, city)
      from figures), '[]') as pays
    from chosen`);
  if (!row) throw new Error("A select without tables answered no row.");
  return { samples: row.samples, pays: row.pays };
}
