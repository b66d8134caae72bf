import { addImport, addImportRows, applyImport } from "@/db/queries/job-imports";
import { addSource, findSourceByName } from "@/db/queries/job-sources";
import { givenListing, type GivenListing } from "@/lib/jobs/listing";
import { refine } from "@/lib/jobs/refine";
import { sampleListings, type SampleListing } from "./sample-listings";

const NAME = "Samples";
const DAY_MS = 24 * 60 * 60 * 1000;
/** How many days ago the source was read: what was gone at two readings is closed. */
const READINGS = [28, 21, 14, 7, 5, 0] as const;
const ENGLISH = { work: "What you will do", required: "Required", good: "Good to have" };

/** Reads the made-up listings as if their source had been read every week. Idempotent: what was cut off is completed by the next call. */
export async function seedListings(now = new Date()): Promise<void> {
  const source = (await findSourceByName("by-hand", NAME)) ?? (await addSource({ name: NAME, format: "by-hand", address: null, intervalMinutes: 1440, addedBy: null }));
  if (!source) throw new Error("The source of the samples was not added.");
  const rows = makeSamples(now);
  for (const daysAgo of READINGS) {
    const importId = await addImport(source.id, null);
    if (!importId) throw new Error("Another reading of the samples is under way.");
    await addImportRows(source.id, importId, rows.filter(({ sample: { posted, gone } }) => posted >= daysAgo && (gone === undefined || gone <= daysAgo)));
    await applyImport(source.id, importId, { whole: true, at: before(now, daysAgo) });
  }
}

/** The made-up listings as they are kept, with what each was made of. */
export function makeSamples(now: Date) {
  return sampleListings.map((sample) => {
    const given = givenOf(sample, now);
    return { sample, externalId: given.externalId, listing: { ...refine(given), sample: true } };
  });
}

function givenOf(sample: SampleListing, now: Date): GivenListing {
  const { title, company, places, remote, employment = "full-time", level = null, pay, posted, open, language = "en" } = sample;
  const host = `https://${slugOf(company)}.example`;
  const [from, to, currency = "INR", period = "year"] = pay ?? [null, null];
  return givenListing.parse({
    externalId: slugOf(`${title} ${company}`),
    title,
    company,
    places,
    countries: [],
    remote: Boolean(remote),
    remoteFor: typeof remote === "string" ? remote : null,
    employment,
    level,
    pay: pay ? { from, to, currency, period } : null,
    postedAt: before(now, posted),
    validUntil: open === undefined ? null : before(now, -open),
    html: htmlOf(sample),
    language,
    url: `${host}/jobs/${slugOf(title)}`,
    applyUrl: `${host}/jobs/${slugOf(title)}/apply`,
  });
}

function htmlOf({ about, work, required, good, offer, headings = ENGLISH }: SampleListing): string {
  return [
    about && section("About us", paragraph(about)),
    section(headings.work, paragraph(work)),
    section(headings.required, list(required)),
    good && section(headings.good, list(good)),
    offer && section("What we offer", paragraph(offer)),
  ]
    .filter(Boolean)
    .join("");
}

const section = (heading: string, html: string) => `<h2>${escape(heading)}</h2>${html}`;
const paragraph = (text: string) => `<p>${escape(text)}</p>`;
const list = (items: string[]) => `<ul>${items.map((item) => `<li>${escape(item)}</li>`).join("")}</ul>`;

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function slugOf(words: string): string {
  return words.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
}

/** Days before `now`, or after it where they are below 0. */
function before(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
