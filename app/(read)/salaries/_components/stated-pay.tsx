import { FoldTable } from "@/components/reading/fold-table";
import { LEAST_LISTINGS, type StatedPay, type StatedPays } from "@/db/queries/stated-pay";
import type { Day } from "@/lib/calendar/days";
import { sayRupees } from "@/lib/reference/rupees";
import { BAND_NAMES } from "@/lib/reference/salaries";
import { sayDate } from "@/lib/reference/source";

const COLUMNS = [{ name: "Listings", num: true }, { name: "Lower quartile", num: true }, { name: "Median", num: true }, { name: "Upper quartile", num: true }] as const;
const LEVELS = ["entry", "mid", "senior"] as const;

/** What the open listings state: median and quartiles by level, by city and by both, with their count and the day. */
export function StatedPayOfListings({ stated: { samples, pays }, today }: { stated: StatedPays; today: Day }) {
  const all = pays.find(({ level, city }) => level === null && city === null);
  return (
    <section className="flow" aria-labelledby="listings">
      <h2 id="listings">What listings here state</h2>
      {all ? (
        <>
          <Lead all={all} samples={samples} today={today} />
          <Levels pays={LEVELS.map((level) => pays.find((pay) => pay.level === level && pay.city === null) ?? { ...all, level, count: 0 })} />
          <Cities pays={pays.filter(({ city, level }) => city !== null && level === null)} />
          <LevelsInCities pays={pays.filter(({ city, level }) => city !== null && level !== null)} />
          <p className="text-sm text-soft prose">
            A listing counts with the middle of the pay it states, for a year; one in several cities counts in each. A quarter of them lie below the lower
            quartile, a quarter above the upper one. Internships, and pay in other currencies, are not counted.
          </p>
        </>
      ) : (
        <p className="prose">No open listing states pay in rupees yet. Read on {sayDate(today)}.</p>
      )}
      <p>
        <a className="btn" href="/jobs?pay=INR">
          See the listings
        </a>
      </p>
    </section>
  );
}

function Lead({ all, samples, today }: { all: StatedPay; samples: boolean; today: Day }) {
  return (
    <>
      {samples && <p className="note">These listings are made up, for trying Milepost out. Their pay says nothing about real jobs.</p>}
      <p className="prose">
        {hasFigure(all) ? (
          <>
            <b>All levels, India:</b> median {sayRupees(all.median)} a year; half of them lie between {sayRupees(all.lower)} and {sayRupees(all.upper)}. From {all.count}
            {samples && " made-up"} listings that state pay, read on {sayDate(today)}.
          </>
        ) : (
          `${sayCount(all.count)} pay, read on ${sayDate(today)}. Below five no figure is shown.`
        )}
      </p>
    </>
  );
}

function Levels({ pays }: { pays: StatedPay[] }) {
  const name = ({ level }: StatedPay) => (level ? BAND_NAMES[level] : "");
  return (
    <>
      <Figures caption="By level, rupees a year" first="Level" pays={pays} name={name} />
      {pays.map((pay) => !hasFigure(pay) && <TooFew key={name(pay)} name={`${name(pay)} level`} count={pay.count} />)}
    </>
  );
}

function Cities({ pays }: { pays: StatedPay[] }) {
  const name = ({ city }: StatedPay) => city ?? "";
  const few = pays.filter((pay) => !hasFigure(pay));
  const [only] = few;
  return (
    <>
      <Figures caption="By city, rupees a year" first="City" pays={pays} name={name} />
      {few.length === 1 && only && <TooFew name={name(only)} count={only.count} />}
      {few.length > 1 && (
        <p className="text-soft prose">
          Other cities, with the listings that state pay: {few.map((pay) => `${name(pay)} ${pay.count}`).join(", ")}. Below five no figure is shown.
        </p>
      )}
    </>
  );
}

function LevelsInCities({ pays }: { pays: StatedPay[] }) {
  const name = ({ city, level }: StatedPay) => (city && level ? `${city}, ${BAND_NAMES[level].toLowerCase()}` : "");
  return (
    <>
      <Figures caption="By city and level, rupees a year" first="City and level" pays={pays} name={name} />
      {!pays.every(hasFigure) && <p className="text-soft prose">{pays.some(hasFigure) ? "Every other level in one city" : "Each level in one city"} has fewer than five listings that state pay.</p>}
    </>
  );
}

function Figures({ caption, first, pays, name }: { caption: string; first: string; pays: StatedPay[]; name: (pay: StatedPay) => string }) {
  const shown = pays.filter(hasFigure);
  if (shown.length === 0) return null;
  return (
    <FoldTable
      caption={caption}
      needs="some"
      columns={[{ name: first }, ...COLUMNS]}
      rows={shown.map((pay) => ({ key: name(pay), cells: [name(pay), pay.count, sayRupees(pay.lower), sayRupees(pay.median), sayRupees(pay.upper)] }))}
    />
  );
}

function TooFew({ name, count }: { name: string; count: number }) {
  return (
    <p className="text-soft prose">
      {name}: {count === 0 ? "no listing states" : sayCount(count)} pay. Below five no figure is shown.
    </p>
  );
}

function hasFigure(pay: StatedPay): pay is StatedPay & { lower: number; median: number; upper: number } {
  return pay.count >= LEAST_LISTINGS && pay.median !== null && pay.lower !== null && pay.upper !== null;
}

function sayCount(count: number): string {
  return count === 1 ? "1 listing states" : `${count} listings state`;
}
