import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { RequestListener, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { asc, eq, inArray, like, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { jobImports, jobSources, listings, postings } from "@/db/schema/jobs";
import { startLab, type Lab } from "@/lib/jobs/fixtures/lab/lab";
import { importNamed } from "@/lib/jobs/import-named";
import { importBody, importSource } from "@/lib/jobs/importer";
import type { Network } from "@/lib/jobs/network";
import { readDueSources } from "@/lib/jobs/schedule";
import type { Format } from "@/lib/jobs/words";
import { applyImport } from "./job-imports";
import { addSource, findHeldImport, findSource, listSources, saveSource, type Source } from "./job-sources";

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
/** Of the sources that the command adds. */
const TYPED = "Neem Systems, typed in";
const typedIn = async () => (await db.select({ id: jobSources.id }).from(jobSources).where(eq(jobSources.name, TYPED))).map(({ id }) => id);

beforeAll(async () => {
  lab = await startLab();
});

afterAll(async () => {
  await lab.close();
  for (const id of [...made, ...(await typedIn())]) {
    await db.execute(sql`delete from listings where id in (select listing_id from postings where source_id = ${id})`);
    await db.execute(sql`delete from posting_events where source_id = ${id}`);
    await db.delete(jobSources).where(eq(jobSources.id, id));
  }
});

type Site = { source: Source; host: string; asked: string[]; answer: (listener: RequestListener) => void };

/** A source whose site answers what it was last told to. */
async function makeSite(format: Format = "json", at = "/feed"): Promise<Site> {
  let listener: RequestListener = (_, response) => response.writeHead(500).end();
  const asked: string[] = [];
  const { host, network } = lab.site((request, response) => {
    asked.push(request.url ?? "");
    listener(request, response);
  });
  internet.sites.set(host, network);
  const source = await addSource({ name: `Neem Systems ${host}`, format, address: `https://${host}${at}`, intervalMinutes: 1440, addedBy: null });
  if (!source) throw new Error("The source was not added.");
  made.push(source.id);
  return { source, host, asked, answer: (next) => (listener = next) };
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

describe.concurrent("a source that goes wrong", () => {
  const answers = (body: string): RequestListener => (_, response) => response.end(body);

  test.each([
    ["is broken off", (_: unknown, response: ServerResponse) => response.writeHead(200, { "content-length": 9_999 }).write("[", () => response.destroy()), /broke off/],
    ["is half of a file", answers(json(1, 2, 3, 4, 5, 6).slice(0, 300)), /JSON/],
    ["is a page for people", answers("<!doctype html><title>We are moving</title>"), /JSON/],
    ["is a fault", (_: unknown, response: ServerResponse) => response.writeHead(500).end("[]"), /has a fault of its own \(500\)/],
    ["has rows of which none can be used", answers(JSON.stringify([{ id: "1" }, { id: "2" }])), /^None of 2 listings could be read/],
  ] as const)("and %s keeps its last good set", async (_, listener, trouble) => {
    const site = await makeSite();
    site.answer(answers(json(1, 2, 3)));
    await read(site);
    site.answer(listener);
    for (let times = 0; times < 3; times += 1) expect(await read(site)).toMatchObject({ outcome: "failed", trouble: expect.stringMatching(trouble) });
    expect(await openOf(site)).toEqual(["1", "2", "3"]);
    expect(await lastOf(site)).toMatchObject({ state: "on", open: 3, last: { outcome: "failed", trouble: expect.stringMatching(trouble) } });
    site.answer(answers(json(1, 2, 3)));
    expect(await read(site)).toMatchObject({ outcome: "done", counts: { found: 3, added: 0, changed: 0, closed: 0, reopened: 0 } });
  });

  test("with one row in three that cannot be used gives the other two, and says which", async () => {
    const site = await makeSite();
    site.answer(answers(JSON.stringify([listing(1), { id: "2" }, listing(3)])));
    expect(await read(site)).toMatchObject({ outcome: "done", counts: { added: 2 }, bad: [{ where: "listing 2", why: "It has no title." }] });
    expect(await openOf(site)).toEqual(["1", "3"]);
  });

  test("and has fewer than half is held, asks no more until a person lets it through, and closes what is missing twice then", async () => {
    const site = await makeSite();
    site.answer(answers(json(1, 2, 3, 4, 5, 6)));
    await read(site);
    site.answer(answers(json(1, 2)));
    expect(await read(site)).toMatchObject({ outcome: "held", found: 2, last: 6 });
    expect(await lastOf(site)).toMatchObject({ state: "held", open: 6, last: { outcome: "held", found: 2, trouble: "The source had 6 listings and now has 2. Let it through, or leave the listings as they were." } });
    const asked = site.asked.length;
    expect(await read(site)).toEqual({ outcome: "undecided" });
    expect(await importBody({ ...site.source, state: "held" }, "[]", null)).toEqual({ outcome: "undecided" });
    expect(site.asked).toHaveLength(asked);

    await letThrough(site);
    expect(await openOf(site)).toHaveLength(6);
    expect(await read(site)).toMatchObject({ outcome: "done", counts: { found: 2, closed: 4 } });
    expect(await openOf(site)).toEqual(["1", "2"]);
  });

  test("and has exactly half is believed", async () => {
    const site = await makeSite();
    site.answer(answers(json(1, 2, 3, 4)));
    await read(site);
    site.answer(answers(json(3, 4)));
    expect(await read(site)).toMatchObject({ outcome: "done" });
  });

  test.each([1, 2, 40])("and has none is held for a person, had it %s before", async (many) => {
    const site = await makeSite();
    site.answer(answers("[]"));
    expect(await read(site)).toMatchObject({ outcome: "done", counts: { found: 0 } });
    const ids = Array.from({ length: many }, (_, index) => index + 1);
    site.answer(answers(json(...ids)));
    await read(site);
    site.answer(answers("[]"));
    expect(await read(site)).toMatchObject({ outcome: "held", found: 0, last: many });
    expect(await openOf(site)).toHaveLength(many);
    await letThrough(site);
    expect(await read(site)).toMatchObject({ outcome: "done", counts: { closed: many } });
    expect(await openOf(site)).toEqual([]);
  });

  test("and has a listing missing twice closes it; one that comes back is the same listing with its history", async () => {
    const site = await makeSite();
    const idOf = async () => (await db.select({ id: postings.listingId }).from(postings).where(sql`${postings.sourceId} = ${site.source.id} and ${postings.externalId} = '3'`))[0]?.id;
    site.answer(answers(json(1, 2, 3)));
    await read(site);
    const id = await idOf();
    site.answer(answers(json(1, 2)));
    expect(await read(site)).toMatchObject({ counts: { closed: 0 } });
    site.answer((_, response) => response.writeHead(500).end());
    expect(await read(site)).toMatchObject({ outcome: "failed" });
    expect(await openOf(site)).toEqual(["1", "2", "3"]);
    site.answer(answers(json(1, 2)));
    expect(await read(site)).toMatchObject({ counts: { closed: 1 } });
    site.answer(answers(json(1, 2, 3)));
    expect(await read(site)).toMatchObject({ counts: { added: 0, reopened: 1 } });
    expect(await openOf(site)).toEqual(["1", "2", "3"]);
    expect(await idOf()).toBe(id);
    const history = await db.execute<{ what: string }>(sql`select what from posting_events where source_id = ${site.source.id} and external_id = '3' order by at`);
    expect(history.map(({ what }) => what)).toEqual(["opened", "closed", "reopened"]);
  });
});

/** What the button of an admin does. */
async function letThrough({ source }: Site) {
  await applyImport(source.id, (await findHeldImport(source.id)) ?? "", { whole: true });
  await saveSource(source.id, { state: "on" });
}

test("a row of 50 MB is refused with flat memory, and the last good set stays", async () => {
  const site = await makeSite();
  site.answer((_, response) => response.end(json(1, 2)));
  await read(site);
  const part = Buffer.alloc(1024 * 1024, "x");
  let sent = 0;
  site.answer((_, response) => {
    response.write('[{"id":"1","title":"');
    const write = () => {
      for (; sent < 50 && !response.destroyed; sent += 1) if (!response.write(part)) return void response.once("drain", write);
      if (!response.destroyed) response.end('"}]');
    };
    write();
  });
  const before = process.memoryUsage().rss;
  expect(await read(site)).toMatchObject({ outcome: "failed", trouble: expect.stringMatching(/sends more than 5 MB/) });
  expect((process.memoryUsage().rss - before) / part.length).toBeLessThan(60);
  expect(sent).toBeLessThan(50);
  expect(await openOf(site)).toEqual(["1", "2"]);
});

describe("what is read by the clock", () => {
  test("is read once by however many servers, again after its interval, and never while it is paused or held", async () => {
    const sites = await Promise.all([makeSite(), makeSite(), makeSite()]);
    for (const site of sites) site.answer((_, response) => setTimeout(() => response.end(json(1, 2)), 100));
    const servers = () => Promise.all(Array.from({ length: 4 }, readDueSources));
    const times = () => sites.map(({ asked }) => asked.length);
    await servers();
    expect(times()).toEqual([1, 1, 1]);
    await servers();
    expect(times()).toEqual([1, 1, 1]);
    const [due, paused, held] = sites.map(({ source }) => source.id);
    await db.update(jobSources).set({ dueAt: new Date(0) }).where(inArray(jobSources.id, [due ?? "", paused ?? "", held ?? ""]));
    await saveSource(paused ?? "", { state: "paused" });
    await saveSource(held ?? "", { state: "held" });
    await servers();
    expect(times()).toEqual([2, 1, 1]);
    expect((await Promise.all(sites.map(openOf))).flat()).toHaveLength(6);
  });

  test("and by a person at the same moment is read by one of them", async () => {
    const site = await makeSite();
    site.answer((_, response) => setTimeout(() => response.end(json(1)), 300));
    const outcomes = (await Promise.all([read(site), read(site), read(site)])).map(({ outcome }) => outcome);
    expect(outcomes.sort()).toEqual(["busy", "busy", "done"]);
    expect(site.asked).toHaveLength(1);
  });
});

describe("npm run jobs:import", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "milepost-import-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const fileOf = (name: string, body: string | Buffer) => {
    writeFileSync(path.join(folder, name), body);
    return path.join(folder, name);
  };
  const csv = (...ids: number[]) => ["id,title,company,places,description,url", ...ids.map((id) => `${id},Backend Engineer ${id},Neem Systems,Pune,Python and SQL,https://neem.example/${id}`)].join("\n");

  test("reads a file, the same one again, and a shorter one as all that the source has", async () => {
    const file = fileOf("neem.csv", csv(1, 2, 3));
    const args = [file, "--name", TYPED];
    expect(await importNamed(args)).toEqual({ ok: true, message: "3 listings read: 3 new, 0 changed, 0 closed, 0 back again." });
    expect(await importNamed(args)).toMatchObject({ message: "3 listings read: 0 new, 0 changed, 0 closed, 0 back again." });
    const shorter = [fileOf("shorter.csv", csv(1, 2)), "--name", TYPED];
    await importNamed(shorter);
    expect(await importNamed(shorter)).toMatchObject({ ok: true, message: "2 listings read: 0 new, 0 changed, 1 closed, 0 back again." });
    expect(await importNamed([fileOf("empty.csv", csv()), "--name", TYPED])).toEqual({ ok: false, message: "Held: 2 listings came last time, and now none. Nothing was changed: decide first whether it may be so." });
    expect(await importNamed(args)).toMatchObject({ ok: false, message: expect.stringMatching(/^Nothing was read: an earlier reading of this source is held/) });
  });

  test("reads an address, and finds its source again by it", async () => {
    const { host, asked, answer } = await makeSite();
    answer((_, response) => response.end(json(1, 2)));
    const args = [`https://${host}/other.json`, "--format", "json", "--name", TYPED];
    // Our own JSON is uploaded: it has no address to be read at.
    await expect(importNamed(args)).rejects.toThrow(/no address/);
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><item><title>Neem: Backend Engineer</title><guid>1</guid><link>https://neem.example/1</link></item></channel></rss>`;
    answer((_, response) => response.end(feed));
    const rss = [`https://${host}/feed.xml`, "--format", "rss", "--name", TYPED];
    expect(await importNamed(rss)).toMatchObject({ ok: true, message: expect.stringMatching(/^1 listing read: 1 new/) });
    expect(await importNamed(rss)).toMatchObject({ ok: true, message: expect.stringMatching(/^1 listing read: 0 new/) });
    expect(asked).toEqual(["/feed.xml", "/feed.xml"]);
  });

  test.each([
    ["nothing", [], /^Usage: /],
    ["two files", ["a.csv", "b.csv"], /^Usage: /],
    ["a format that is none", ["a.csv", "--format", "excel"], /^Usage: /],
    ["listings that are typed in", ["a.csv", "--format", "by-hand"], /^Usage: /],
    ["a file that is not there", [path.join(folder, "none.csv")], /ENOENT/],
    ["an address without its format", ["https://neem.example/feed.xml"], /^Usage: /],
    ["an address inside", ["https://127.0.0.1/feed.xml", "--format", "rss", "--name", TYPED], /a number in place of a name/],
  ])("says so of %s", async (_, args, message) => {
    await expect(importNamed(args)).rejects.toThrow(message);
  });

  test("says so of a file that is too large, and of one in another encoding, and adds no source for them", async () => {
    await expect(importNamed([fileOf("large.csv", Buffer.alloc(5_000_001, "x")), "--name", `${TYPED} large`])).rejects.toThrow(/has 50,00,001 bytes; at most 50,00,000 are read/);
    await expect(importNamed([fileOf("latin.csv", Buffer.from("id,title\n1,Caf\xe9", "latin1")), "--name", `${TYPED} latin`])).rejects.toThrow(/is not UTF-8/);
    expect(await db.select().from(jobSources).where(like(jobSources.name, `${TYPED} %`))).toEqual([]);
  });

  test("runs as a command: what it says, and how it ends", async () => {
    const file = fileOf("as-command.csv", csv(71, 72));
    const command = (...args: string[]) =>
      new Promise<{ code: number | string | null | undefined; stdout: string; stderr: string }>((resolve) => {
        execFile(process.execPath, ["--conditions=react-server", "--import", "tsx", "lib/jobs/import-command.ts", ...args], (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr }));
      });
    expect(await command(file, "--name", TYPED, "--format", "csv")).toEqual({ code: 1, stdout: expect.stringMatching(/^Nothing was read: an earlier reading/), stderr: "" });
    await db.update(jobSources).set({ state: "on" }).where(eq(jobSources.name, TYPED));
    expect(await command(file, "--name", TYPED, "--format", "csv")).toEqual({ code: 0, stdout: expect.stringMatching(/^2 listings read: 2 new/), stderr: "" });
    expect(await command()).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/^Usage: npm run jobs:import/) });
  }, 60_000);
});
