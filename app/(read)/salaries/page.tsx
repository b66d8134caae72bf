import type { Metadata } from "next";
import { FoldTable } from "@/components/reading/fold-table";
import { listStatedPay } from "@/db/queries/stated-pay";
import { today } from "@/lib/calendar/now";
import { keptFor } from "@/lib/kept-for";
import { sayLakh, sayRupees } from "@/lib/reference/rupees";
import { BAND_NAMES, gapsBetween, salaries } from "@/lib/reference/salaries";
import { sayDate, sayMonth } from "@/lib/reference/source";
import { PayPicture } from "./_components/pay-picture";
import { StatedPayOfListings } from "./_components/stated-pay";

const { source, bands } = salaries;

export const metadata: Metadata = {
  title: "Salaries",
  description: `Average annual pay of back-end developers in India by experience, in rupees, as published by ${source.publisher} in ${sayMonth(source.date)}.`,
};

const COLUMNS = [{ name: "Experience" }, { name: "From", num: true }, { name: "To", num: true }] as const;
const AND = new Intl.ListFormat("en-GB");

// What listings state changes with each import.
export const dynamic = "force-dynamic";

// Anybody may ask for it, and of a hundred thousand listings it takes half a second.
const findStatedPay = keptFor(60_000, listStatedPay);

export default async function SalariesPage() {
  const stated = await findStatedPay();
  const cited = `${source.publisher}, “${source.title}”, ${sayDate(source.date)}`;
  const gaps = gapsBetween(bands).map(({ from, to }) => `between ${sayRupees(from)} and ${sayRupees(to)}`);
  return (
    <>
      <header className="flow">
        <h1>What back&#8209;end developers are paid in India</h1>
        <p className="lead">
          Average annual pay in rupees by experience, as of {sayMonth(source.date)}. The dotted stretches are where the source says nothing.
        </p>
      </header>
      <figure className="flow">
        <PayPicture bands={bands} />
        <figcaption className="text-sm text-soft prose">
          In lakh rupees a year; {sayLakh(300_000)} is {sayRupees(300_000)}. The senior band is open at the top. Source: {cited}.
        </figcaption>
      </figure>
      <div className="cols">
        <section className="flow" aria-labelledby="bands">
          <h2 id="bands">The three bands</h2>
          <FoldTable
            caption={`Rupees a year, ${sayMonth(source.date)}`}
            needs="little"
            columns={COLUMNS}
            rows={bands.map(({ level, min, max }) => ({
              key: level,
              cells: [BAND_NAMES[level], sayRupees(min), max === null ? "and above" : sayRupees(max)],
            }))}
          />
          <p className="text-sm text-soft">Source: {cited}.</p>
        </section>
        <section className="flow" aria-labelledby="missing">
          <h2 id="missing">What the figures do not say</h2>
          <p className="note">The source says nothing about pay {AND.format(gaps)}. It names neither city nor role, nor how many people were asked.</p>
          <p className="prose">
            Read the bands as a rough map. Pay differs by city, by company and from year to year. Which level a{" "}
            <a href="/roles">
              role
            </a>{" "}
            is usually held at first is our own judgement.
          </p>
        </section>
      </div>
      <StatedPayOfListings stated={stated} today={today()} />
    </>
  );
}
