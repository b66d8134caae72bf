import fs from "node:fs";
import { parse } from "csv-parse/sync";
import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { jobImports, jobSources, listings, postingEvents, postings } from "@/db/schema/jobs";
import { seeded } from "@/db/seed/random";
import type { GivenListing } from "@/lib/jobs/listing";
import { refine } from "@/lib/jobs/refine";
import { addImport, addImportRows, applyImport, closeSource, countImport, endImport, holdImport } from "./job-imports";
import { addSource, type Source } from "./job-sources";

const DAY_MS = 24 * 60 * 60 * 1000;
const sources: string[] = [];

async function makeSource(): Promise<Source> {
  const source = await addSource({ name: `Banyan Health ${sources.length}`, format: "json", address: null, intervalMinutes: 1440, addedBy: null });
  if (!source) throw new Error("The source was not added.");
  sources.push(source.id);
  return source;
}

const given = (externalId: string, said: Partial<GivenListing> = {}): GivenListing => ({
  externalId, title: `Backend Engineer ${externalId}`, company: "", places: ["Pune, India"], countries: [], remote: null, remoteFor: null, employment: null,
  level: null, pay: null, postedAt: null, validUntil: null, html: "<p>You write services in Python on PostgreSQL.</p>", language: "en", url: null, applyUrl: null, ...said,
});

/** One reading of a source that answers these listings. */
async function read(source: Source, said: GivenListing[], at = new Date(), whole = true) {
  const importId = await addImport(source.id, null);
  if (!importId) throw new Error("Another reading is under way.");
  await addImportRows(source.id, importId, said.map((listing) => ({ externalId: listing.externalId, listing: refine({ ...listing, company: listing.company || source.name }) })));
  return applyImport(source.id, importId, { whole, at });
}

const listingsOf = (source: Source) =>
  db
    .select({ externalId: postings.externalId, id: listings.id, title: listings.title, closedAt: listings.closedAt, skills: listings.skills })
    .from(postings)
    .innerJoin(listings, eq(listings.id, postings.listingId))
    .where(eq(postings.sourceId, source.id))
    .orderBy(asc(postings.externalId));

const historyOf = async (source: Source, externalId: string) =>
  (
    await db
      .select({ what: postingEvents.what })
      .from(postingEvents)
      .where(sql`${postingEvents.sourceId} = ${source.id} and ${postingEvents.externalId} = ${externalId}`)
      .orderBy(asc(postingEvents.at))
  ).map(({ what }) => what);

afterAll(async () => {
  for (const id of sources) {
    await db.execute(sql`delete from listings where id in (select listing_id from postings where source_id = ${id})`);
    await db.execute(sql`delete from posting_events where source_id = ${id}`);
    await db.delete(jobSources).where(eq(jobSources.id, id));
  }
}, 60_000);

describe("one source", () => {
  test("the same answer again changes nothing", async () => {
    const source = await makeSource();
    expect(await read(source, [given("1"), given("2")])).toEqual({ found: 2, added: 2, changed: 0, closed: 0, reopened: 0 });
    const before = await listingsOf(source);
    expect(await read(source, [given("1"), given("2")])).toEqual({ found: 2, added: 0, changed: 0, closed: 0, reopened: 0 });
    expect(await listingsOf(source)).toEqual(before);
    expect(before[0]?.skills).toEqual(expect.arrayContaining(["programming-languages", "database-management"]));
  });

  test("a listing that changed is the same listing", async () => {
    const source = await makeSource();
    await read(source, [given("1")]);
    const [before] = await listingsOf(source);
    expect(await read(source, [given("1", { title: "Senior Backend Engineer" })])).toMatchObject({ added: 0, changed: 1 });
    expect(await listingsOf(source)).toEqual([{ ...before, title: "Senior Backend Engineer" }]);
  });

  test("a listing missing once stays, missing twice is closed, and one that comes back is reopened with its history", async () => {
    const source = await makeSource();
    const at = (day: number) => new Date(Date.UTC(2026, 9, day));
    await read(source, [given("1"), given("2")], at(1));
    expect(await read(source, [given("1")], at(2))).toMatchObject({ closed: 0 });
    expect((await listingsOf(source)).map(({ closedAt }) => closedAt)).toEqual([null, null]);
    expect(await read(source, [given("1")], at(3))).toMatchObject({ closed: 1 });
    expect((await listingsOf(source)).map(({ closedAt }) => closedAt)).toEqual([null, at(3)]);
    expect(await read(source, [given("1"), given("2")], at(4))).toMatchObject({ reopened: 1, added: 0 });
    expect((await listingsOf(source)).map(({ closedAt }) => closedAt)).toEqual([null, null]);
    expect(await historyOf(source, "2")).toEqual(["opened", "closed", "reopened"]);
  });

  test("one listing typed in leaves the others alone", async () => {
    const source = await makeSource();
    await read(source, [given("1")]);
    for (const id of ["2", "3", "4"]) await read(source, [given(id)], new Date(), false);
    expect((await listingsOf(source)).map(({ closedAt }) => closedAt)).toEqual([null, null, null, null]);
  });

  test("two openings of the same name are two listings", async () => {
    const source = await makeSource();
    await read(source, [given("1", { title: "Node Developer" }), given("2", { title: "Node Developer" })]);
    expect(new Set((await listingsOf(source)).map(({ id }) => id)).size).toBe(2);
  });

  test("rows are out of sight until they are applied, and an import is applied once", async () => {
    const source = await makeSource();
    const importId = (await addImport(source.id, null)) ?? "";
    expect(await addImport(source.id, null)).toBeNull();
    await addImportRows(source.id, importId, [{ externalId: "1", listing: refine(given("1")) }]);
    expect(await listingsOf(source)).toEqual([]);
    expect(await countImport(source.id, importId)).toEqual({ found: 1, last: 0 });
    const both = await Promise.all([applyImport(source.id, importId, { whole: true }), applyImport(source.id, importId, { whole: true })]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await listingsOf(source)).toHaveLength(1);
  });

  test("of readings that begin at the same moment one begins, and the next when it has ended or was cut off", async () => {
    const source = await makeSource();
    const begin = async () => (await Promise.all(Array.from({ length: 8 }, () => addImport(source.id, null)))).filter((id) => id !== null);
    const [first = "", ...others] = await begin();
    expect(others).toEqual([]);
    await endImport(source.id, first, "failed", "The answer broke off.");
    const [second = "", ...more] = await begin();
    expect(more).toEqual([]);
    await db.execute(sql`update job_imports set began_at = now() - interval '11 minutes' where source_id = ${source.id} and id = ${second}`);
    const third = await begin();
    expect(third).toHaveLength(1);
    const outcomes = await db.select({ id: jobImports.id, outcome: jobImports.outcome }).from(jobImports).where(eq(jobImports.sourceId, source.id));
    expect(new Map(outcomes.map(({ id, outcome }) => [id, outcome]))).toEqual(new Map([[first, "failed"], [second, "failed"], [third[0], "running"]]));
  });

  test("what a reading that was cut off had read is thrown away by the next one", async () => {
    const source = await makeSource();
    const cutOff = (await addImport(source.id, null)) ?? "";
    await addImportRows(source.id, cutOff, [{ externalId: "1", listing: refine(given("1")) }]);
    await db.execute(sql`update job_imports set began_at = now() - interval '11 minutes' where source_id = ${source.id}`);
    const next = (await addImport(source.id, null)) ?? "";
    await addImportRows(source.id, next, [{ externalId: "2", listing: refine(given("2")) }]);
    await endImport(source.id, next, "failed", "The answer broke off.");
    const [row] = await db.execute<{ count: number }>(sql`select count(*)::int as count from job_import_rows where source_id = ${source.id}`);
    expect(row?.count).toBe(0);
  });

  test("a day of posting that has not come yet is the day on which it was read", async () => {
    const source = await makeSource();
    const at = new Date(Date.UTC(2026, 9, 1));
    const postedAt = async () => (await db.select({ postedAt: listings.postedAt }).from(listings).innerJoin(postings, eq(postings.listingId, listings.id)).where(eq(postings.sourceId, source.id)))[0]?.postedAt;
    await read(source, [given("1", { postedAt: new Date(Date.UTC(2062, 0, 1)) })], at);
    expect(await postedAt()).toEqual(at);
    await read(source, [given("1", { title: "Another", postedAt: new Date(Date.UTC(2063, 0, 1)) })], at);
    expect(await postedAt()).toEqual(at);
  });

  test("what is held or failed changes no listing, and a held import can be let through", async () => {
    const source = await makeSource();
    await read(source, [given("1"), given("2")]);
    const before = await listingsOf(source);
    const failed = (await addImport(source.id, null)) ?? "";
    await addImportRows(source.id, failed, [{ externalId: "3", listing: refine(given("3")) }]);
    await endImport(source.id, failed, "failed", "The answer broke off.");
    expect(await applyImport(source.id, failed, { whole: true })).toBeNull();
    const held = (await addImport(source.id, null)) ?? "";
    await addImportRows(source.id, held, [{ externalId: "2", listing: refine(given("2", { title: "Held" })) }]);
    await holdImport(source.id, held, 1, "The source had 2 listings and now has 1.");
    expect(await listingsOf(source)).toEqual(before);
    expect(await applyImport(source.id, held, { whole: true })).toMatchObject({ changed: 1 });
  });
});

describe("two sources", () => {
  const job = { title: "Payments Engineer", company: "Kaveri Payments Pvt. Ltd.", places: ["Bengaluru"] };

  test("the same job is one listing with two postings, open until both are gone", async () => {
    const [one, other] = [await makeSource(), await makeSource()];
    await read(one, [given("a", job)]);
    await read(other, [given("77", { ...job, company: "Kaveri Payments", places: ["Bangalore, India"] })]);
    const [first] = await listingsOf(one);
    expect((await listingsOf(other)).map(({ id }) => id)).toEqual([first?.id]);
    for (let day = 0; day < 2; day += 1) await read(one, []);
    expect((await listingsOf(other))[0]?.closedAt).toBeNull();
    for (let day = 0; day < 2; day += 1) await read(other, []);
    expect((await listingsOf(other))[0]?.closedAt).not.toBeNull();
  });

  test("a job that closed, or whose last day is over, is another one when it is found elsewhere", async () => {
    const [one, other] = [await makeSource(), await makeSource()];
    const over = { title: "Ledger Engineer", company: "Mango Ledger", validUntil: new Date(Date.now() - DAY_MS) };
    const closed = { title: "Data Engineer", company: "Mango Ledger" };
    await read(one, [given("over", over), given("closed", closed)]);
    for (let day = 0; day < 2; day += 1) await read(one, [given("over", over)]);
    expect(await read(other, [given("1", { ...over, validUntil: null }), given("2", closed)])).toMatchObject({ added: 2, reopened: 0 });
    const before = new Set((await listingsOf(one)).map(({ id }) => id));
    expect((await listingsOf(other)).filter(({ id, closedAt }) => before.has(id) || closedAt !== null)).toEqual([]);
    expect((await listingsOf(one)).map(({ externalId, closedAt }) => [externalId, closedAt === null])).toEqual([["closed", false], ["over", true]]);
  });

  test("all that one of them has is closed by hand, but for what the other has too, until it is read again", async () => {
    const [one, other] = [await makeSource(), await makeSource()];
    const both = { title: "Search Engineer", company: "Mango Ledger" };
    await read(one, [given("both", both), given("own")]);
    await read(other, [given("1", both)]);
    const underWay = (await addImport(one.id, null)) ?? "";
    await addImportRows(one.id, underWay, [{ externalId: "own", listing: refine(given("own")) }]);
    expect([await closeSource(one.id), await closeSource(one.id)]).toEqual([1, 0]);
    expect(await applyImport(one.id, underWay, { whole: true })).toBeNull();
    expect((await listingsOf(one)).map(({ externalId, closedAt }) => [externalId, closedAt === null])).toEqual([["both", true], ["own", false]]);
    expect(await historyOf(one, "own")).toEqual(["opened", "closed"]);
    const [source] = await db.select({ state: jobSources.state }).from(jobSources).where(eq(jobSources.id, one.id));
    expect(source?.state).toBe("paused");
    expect(await read(one, [given("own")])).toMatchObject({ added: 0, reopened: 1 });
    expect((await listingsOf(one)).map(({ externalId, closedAt }) => [externalId, closedAt === null])).toEqual([["both", true], ["own", true]]);
  });

  test("the same jobs are one listing each also when both are applied at the same moment", async () => {
    for (let time = 0; time < 3; time += 1) {
      const [one, other] = [await makeSource(), await makeSource()];
      const jobs = Array.from({ length: 40 }, (_, index) => given(`${time}-${index}`, { ...job, title: `Payments Engineer ${time} of ${index} kinds` }));
      await Promise.all([read(one, jobs), read(other, jobs.toReversed())]);
      const ids = async (source: Source) => (await listingsOf(source)).map(({ id }) => id);
      expect(await ids(other)).toEqual(await ids(one));
    }
  });
});

const RECORDED = "../shared/jobs/sets/ats-engineering-2026-07-18..2026-08-08.csv";

describe.skipIf(!fs.existsSync(RECORDED))(`22 days of ${RECORDED} (skipped where it is absent)`, () => {
  type Row = { job_uid: string; title: string; company: string; location_raw: string; first_day: string; last_day: string; days_seen: string };
  const FIRST = Date.parse("2026-07-18");
  const DAYS = 22;
  const dayOf = (day: string) => (Date.parse(day) - FIRST) / DAY_MS;
  let rows: (Row & { there: boolean[] })[] = [];
  let source: Source;

  beforeAll(async () => {
    const random = seeded(20_260_718);
    const read22: Row[] = parse(fs.readFileSync(RECORDED, "utf8"), { columns: true });
    rows = read22.map((row) => ({ ...row, there: presence(row, random) }));
    source = await makeSource();
    for (let day = 0; day < DAYS; day += 1) {
      const said = rows.filter(({ there }) => there[day]).map((row) => given(row.job_uid, { title: row.title.trim(), company: row.company, places: row.location_raw ? [row.location_raw.slice(0, 200)] : [], html: "" }));
      await read(source, said, new Date(FIRST + day * DAY_MS));
    }
  }, 300_000);

  /** On which days a listing was there. The days on which it was gone lie together, somewhere in between, by a seeded choice. */
  function presence({ first_day, last_day, days_seen }: Row, random: () => number): boolean[] {
    const [first, last] = [dayOf(first_day), dayOf(last_day)];
    const gone = last - first + 1 - Number(days_seen);
    const from = first + 1 + Math.floor(random() * (last - first - gone));
    return Array.from({ length: DAYS }, (_, day) => day >= first && day <= last && !(day >= from && day < from + gone));
  }

  /** What must be on record, told from the days alone. */
  function expected(there: boolean[]): string[] {
    const told: string[] = [];
    let missing = 0;
    for (const [day, is] of there.entries()) {
      if (is) {
        if (told.length === 0) told.push(`opened ${day}`);
        else if (told.at(-1)?.startsWith("closed")) told.push(`reopened ${day}`);
        missing = 0;
      } else if (told.length > 0 && !told.at(-1)?.startsWith("closed")) {
        missing += 1;
        if (missing === 2) told.push(`closed ${day}`);
      }
    }
    return told;
  }

  test("every row is one listing, opened, closed and reopened on the right days", async () => {
    const told = await db
      .select({ externalId: postingEvents.externalId, what: postingEvents.what, at: postingEvents.at })
      .from(postingEvents)
      .where(eq(postingEvents.sourceId, source.id))
      .orderBy(asc(postingEvents.externalId), asc(postingEvents.at));
    const byRow = new Map<string, string[]>();
    for (const { externalId, what, at } of told) byRow.set(externalId, [...(byRow.get(externalId) ?? []), `${what} ${(at.getTime() - FIRST) / DAY_MS}`]);
    expect(Object.fromEntries(byRow)).toEqual(Object.fromEntries(rows.map(({ job_uid, there }) => [job_uid, expected(there)])));
    const kept = await listingsOf(source);
    expect(kept).toHaveLength(rows.length);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(rows.length);
    const open = kept.filter(({ closedAt }) => closedAt === null).map(({ externalId }) => externalId);
    expect(new Set(open)).toEqual(new Set(rows.filter(({ there }) => !expected(there).at(-1)?.startsWith("closed")).map(({ job_uid }) => job_uid)));
  }, 60_000);

  test("each reading is on record", async () => {
    const readings = await db.select({ found: jobImports.found, outcome: jobImports.outcome }).from(jobImports).where(eq(jobImports.sourceId, source.id)).orderBy(asc(jobImports.id));
    expect(readings).toEqual(Array.from({ length: DAYS }, (_, day) => ({ found: rows.filter(({ there }) => there[day]).length, outcome: "done" })));
  });
});
