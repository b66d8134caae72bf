import type { RequestListener, ServerResponse } from "node:http";
import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { jobImports, jobSources, listings, postings } from "@/db/schema/jobs";
import { startLab, type Lab } from "@/lib/jobs/fixtures/lab/lab";
import { importSource } from "@/lib/jobs/importer";
import type { Network } from "@/lib/jobs/network";
import type { Format } from "@/lib/jobs/words";
import { addSource, findSource, listSources, type Source } from "./job-sources";

// The importer as it runs, with a site of the lab in the place of the internet. A reading of a host waits a second for the one before.

const internet = vi.hoisted(() => ({ sites: new Map<string, Network>() }));
vi.mock("@/lib/jobs/network", () => ({
  internet: {
    resolve: (host: string) => internet.sites.get(host)?.resolve(host) ?? Promise.reject(new Error(`The lab has no ${host}.`)),
    open: (ip: string, host: string) => internet.sites.get(host)?.open(ip, host),
  },
}));

let lab: Lab;
const made: string[] = [];

beforeAll(async () => {
  lab = await startLab();
});

afterAll(async () => {
  await lab.close();
  for (const id of made) {
    await db.execute(sql`delete from listings where id in (select listing_id from postings where source_id = ${id})`);
    await db.execute(sql`delete from posting_events where source_id = ${id}`);
    await db.delete(jobSources).where(eq(jobSources.id, id));
  }
});

type Site = { source: Source; asked: string[]; answer: (listener: RequestListener) => void };

/** A source whose site answers what it was last told to. */
async function makeSite(format: Format = "json", path = "/feed"): Promise<Site> {
  let listener: RequestListener = (_, response) => response.writeHead(500).end();
  const asked: string[] = [];
  const { host, network } = lab.site((request, response) => {
    asked.push(request.url ?? "");
    listener(request, response);
  });
  internet.sites.set(host, network);
  const source = await addSource({ name: `Neem Systems ${host}`, format, address: `https://${host}${path}`, intervalMinutes: 1440, addedBy: null });
  if (!source) throw new Error("The source was not added.");
  made.push(source.id);
  return { source, asked, answer: (next) => (listener = next) };
}

/** One reading, of the source as it is kept now. */
async function read({ source }: Site) {
  const now = await findSource(source.id);
  if (!now) throw new Error("The source is gone.");
  return importSource(now, null);
}

const listing = (id: number) => ({ id: String(id), title: `Backend Engineer ${id}`, places: ["Pune, India"], description: "Python and PostgreSQL.", url: `https://neem.example/${id}` });
const json = (...ids: number[]) => JSON.stringify(ids.map(listing));

const openOf = async ({ source }: Site) =>
  (
    await db
      .select({ externalId: postings.externalId })
      .from(postings)
      .innerJoin(listings, eq(listings.id, postings.listingId))
      .where(sql`${postings.sourceId} = ${source.id} and ${listings.closedAt} is null`)
      .orderBy(asc(postings.externalId))
  ).map(({ externalId }) => externalId);

const lastOf = async ({ source }: Site) => (await listSources()).find(({ id }) => id === source.id);

describe.concurrent("a source that says nothing changed", () => {
  /** Answers the listings, or 304 to who has the tag of them already. */
  const tagged = (body: string, etag: string): RequestListener => (request, response: ServerResponse) =>
    request.headers["if-none-match"] === etag ? response.writeHead(304).end() : response.writeHead(200, { etag }).end(body);

  test("has been read: its state, count and last result say so, and nothing closes however often", async () => {
    const site = await makeSite();
    site.answer(tagged(json(1, 2, 3), '"a"'));
    expect(await read(site)).toMatchObject({ outcome: "done", counts: { added: 3 } });
    for (let times = 0; times < 3; times += 1) expect(await read(site)).toEqual({ outcome: "unchanged" });
    expect(await openOf(site)).toEqual(["1", "2", "3"]);
    const last = await lastOf(site);
    expect(last).toMatchObject({ state: "on", open: 3, last: { outcome: "unchanged", trouble: null, found: 3 } });
    expect(Date.now() - (last?.last?.at.getTime() ?? 0)).toBeLessThan(60_000);
    const readings = await db.select({ outcome: jobImports.outcome, found: jobImports.found, closed: jobImports.closed }).from(jobImports).where(eq(jobImports.sourceId, site.source.id)).orderBy(asc(jobImports.id));
    expect(readings).toEqual([{ outcome: "done", found: 3, closed: 0 }, ...Array(3).fill({ outcome: "unchanged", found: 3, closed: 0 })]);
  });

  test("is asked for all of it while a listing is missing, so that one missing twice closes", async () => {
    const site = await makeSite();
    site.answer(tagged(json(1, 2, 3), '"a"'));
    await read(site);
    site.answer(tagged(json(1, 2), '"b"'));
    expect(await read(site)).toMatchObject({ outcome: "done", counts: { closed: 0 } });
    expect(await read(site)).toMatchObject({ outcome: "done", counts: { closed: 1 } });
    expect(await openOf(site)).toEqual(["1", "2"]);
    expect(await read(site)).toEqual({ outcome: "unchanged" });
  });

  test("after a reading that failed has still said it of the last good set", async () => {
    const site = await makeSite();
    site.answer(tagged(json(1, 2), '"a"'));
    await read(site);
    site.answer((_, response) => response.writeHead(200, { etag: '"b"' }).end("[{"));
    expect(await read(site)).toMatchObject({ outcome: "failed" });
    site.answer(tagged(json(1, 2), '"a"'));
    expect(await read(site)).toEqual({ outcome: "unchanged" });
    expect(await openOf(site)).toEqual(["1", "2"]);
  });

  test("of its first page only says nothing of the others: a source of several addresses is read whole", async () => {
    const site = await makeSite("smartrecruiters", "/v1/companies/Neem/postings?limit=100&offset=0");
    let name = "Backend Developer";
    const posting = () => ({ id: "1", name, company: { identifier: "Neem", name: "Neem" }, location: { city: "Pune", country: "in" } });
    site.answer((request, response) =>
      request.url?.includes("/postings/1")
        ? response.end(JSON.stringify({ ...posting(), jobAd: { sections: { jobDescription: { text: "<p>Python.</p>" } } } }))
        : tagged(JSON.stringify({ offset: 0, totalFound: 1, content: [posting()] }), '"list"')(request, response),
    );
    expect(await read(site)).toMatchObject({ outcome: "done", counts: { added: 1 } });
    name = "Senior Backend Developer";
    expect(await read(site)).toMatchObject({ outcome: "done", counts: { changed: 1 } });
    expect(site.asked).toHaveLength(4);
  });
});
