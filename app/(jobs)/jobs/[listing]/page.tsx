import "@/components/listing/listing.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { saveApplication } from "@/app/(learn)/applications/actions";
import { SaveListing } from "@/components/applications/save-listing";
import { AskedSkills } from "@/components/listing/asked-skills";
import { GoneNote } from "@/components/listing/gone-note";
import { ListingFacts } from "@/components/listing/listing-facts";
import { sayStatedPay, sayWhere } from "@/components/listing/say";
import { standingsOf } from "@/components/listing/standings";
import { StructuredData } from "@/components/listing/structured-data";
import { WhereToApply } from "@/components/listing/where-to-apply";
import { ReadinessOfListing } from "@/components/readiness/readiness-of-listing";
import { Crumbs } from "@/components/site/crumbs";
import { findViewer } from "@/lib/access/viewer";
import { sayPoints } from "@/lib/readiness/words";
import { learnerOfListing } from "./_components/learner-of-listing";
import { listingOfPage } from "./_components/listing-of-page";
import { ListingText } from "./_components/listing-text";

export async function generateMetadata({ params }: PageProps<"/jobs/[listing]">): Promise<Metadata> {
  const listing = (await listingOfPage((await params).listing)) ?? notFound();
  const { title, company, sample, closed } = listing;
  const pay = sayStatedPay(listing);
  return {
    title: `${title}, ${company}`,
    description: `${title} at ${company}: ${sayWhere(listing)}. ${pay ? `${pay}, as stated.` : "Pay is not stated."} The skills it asks for, marked in its text.`,
    robots: sample || closed ? { index: false } : undefined,
  };
}

export default async function ListingPage({ params }: PageProps<"/jobs/[listing]">) {
  const listing = (await listingOfPage((await params).listing)) ?? notFound();
  const viewer = await findViewer();
  const learner = viewer && (await learnerOfListing(viewer.id, listing));
  const { slug, title, company, sample, closed } = listing;
  const here = `/jobs/${slug}`;

  return (
    <>
      <Crumbs trail={[{ name: "Listings", href: "/jobs" }]} here={{ name: `${title}, ${company}`, href: here }} />
      {!sample && <StructuredData listing={listing} />}
      <div className="listing">
        <article className="flow">
          {closed && <GoneNote {...listing} />}
          <header className="flow">
            <h1>{title}</h1>
            <p className="lead">
              {company} {sample && <span className="sample">sample</span>}
              <br />
              {sayWhere(listing)}
            </p>
            {sample && <p className="text-sm text-soft">This listing and its company are made up, for trying Milepost out.</p>}
            {learner && learner.ready.readiness.parts.length > 0 && (
              <p>
                <a href="#readiness">
                  <b>You are {learner.ready.readiness.points} of 100 ready</b>
                </a>
                . {sayPoints(learner.ready.readiness)}
              </p>
            )}
            <ListingFacts listing={listing} />
            <div className="row apply">
              {learner ? (
                <SaveListing listingId={listing.id} path={learner.applicationPath} save={saveApplication} />
              ) : (
                <a className="btn go" href={`/sign-in?next=${encodeURIComponent(here)}`}>
                  Save to applications
                </a>
              )}
              {!closed && <WhereToApply postings={listing.postings} />}
            </div>
          </header>
          <ListingText listing={listing} standings={learner && standingsOf(learner.ready.readiness.parts)} />
        </article>
        {learner ? (
          <aside>
            <ReadinessOfListing {...learner.ready} />
          </aside>
        ) : (
          <aside className="flow" aria-labelledby="readiness">
            <h2 id="readiness">What it asks for</h2>
            {listing.asks.length > 0 ? <AskedSkills asks={listing.asks} /> : <p className="prose">None of the skills we know was found in the words of this listing.</p>}
            <p className="prose">
              <a href={`/sign-in?next=${encodeURIComponent(here)}`}>Sign in</a>, and this page shows how much of it you have proven, how much you only claim, and the shortest way to the rest.
            </p>
          </aside>
        )}
      </div>
    </>
  );
}
