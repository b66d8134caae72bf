import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { jobSources, listings, postings } from "@/db/schema/jobs";
import { startLab, type Lab } from "@/lib/jobs/fixtures/lab/lab";
import { importSource } from "@/lib/jobs/importer";
import type { Network } from "@/lib/jobs/network";
import { addSource, findSource, type Source } from "./job-sources";

// Sources of many addresses, asked without the second between two: lib/jobs/pace.test.ts is about that.

const internet = vi.hoisted(() => ({ sites: new Map<string, Network>() }));
vi.mock("@/lib/jobs/network", () => ({
  internet: {
    resolve: (host: string) => internet.sites.get(host)?.resolve(host) ?? Promise.reject(new Error(`The lab has no ${host}.`)),
    open: (ip: string, host: string) => internet.sites.get(host)?.open(ip, host),
  },
}));
vi.mock("@/lib/jobs/pace", () => ({ inTurn: (_: string, task: () => Promise<unknown>) => task() }));

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

type Detail = (request: IncomingMessage, response: ServerResponse, id: string, whole: string) => void;
const gives: Detail = (_, response, __, whole) => response.end(whole);

/** A board of SmartRecruiters with so many postings, of a company of its own: else they would be the same jobs as those of another board. Paused, so that nothing else reads it. */
async function makeBoard(many: number, page = 100) {
  const company = `Neem ${randomUUID()}`;
  const board = { many, detail: gives, says: "Python", pages: 0, details: [] as string[] };
  const posting = (id: string) => ({ id, name: `Backend Developer ${id}`, company: { identifier: "Neem", name: company }, location: { city: "Pune", country: "in" } });
  const { host, network } = lab.site((request, response) => {
    const address = new URL(request.url ?? "/", "https://neem.example");
    const id = /\/postings\/(\d+)$/.exec(address.pathname)?.[1];
    if (id) {
      board.details.push(id);
      board.detail(request, response, id, JSON.stringify({ ...posting(id), jobAd: { sections: { jobDescription: { text: `<p>You write ${board.says}.</p>` } } } }));
      return;
    }
    board.pages += 1;
    const offset = Number(address.searchParams.get("offset"));
    const content = Array.from({ length: Math.max(0, Math.min(page, board.many - offset)) }, (_, index) => posting(String(offset + index)));
    response.end(JSON.stringify({ offset, totalFound: board.many, content }));
  });
  internet.sites.set(host, network);
  const source = await addSource({ name: `Neem ${host}`, format: "smartrecruiters", address: `https://${host}/v1/companies/Neem/postings?limit=100&offset=0`, intervalMinutes: 1440, addedBy: null });
  if (!source) throw new Error("The source was not added.");
  made.push(source.id);
  await db.update(jobSources).set({ state: "paused" }).where(eq(jobSources.id, source.id));
  return { board, source, host };
}

async function read({ source }: { source: Source }) {
  const now = await findSource(source.id);
  if (!now) throw new Error("The source is gone.");
  return importSource(now, null);
}

const kept = async ({ source }: { source: Source }) =>
  db.select({ id: postings.externalId, description: listings.description, closedAt: listings.closedAt }).from(postings).innerJoin(listings, eq(listings.id, postings.listingId)).where(eq(postings.sourceId, source.id));

const described = async (of: { source: Source }) => (await kept(of)).filter(({ description }) => description !== "").length;

test("a board of 450 postings on five pages is read whole, each once, with its description", async () => {
  const made450 = await makeBoard(450);
  expect(await read(made450)).toMatchObject({ outcome: "done", counts: { found: 450, added: 450 }, bad: [] });
  expect([made450.board.pages, made450.board.details.length, new Set(made450.board.details).size]).toEqual([5, 450, 450]);
  expect(await described(made450)).toBe(450);
}, 120_000);

test("single listings that cannot be read stay as they are known, and come first the next time", async () => {
  const { board, ...of } = await makeBoard(20);
  board.detail = (request, response, id, whole) => (Number(id) < 3 ? gives(request, response, id, whole) : response.writeHead(500).end());
  expect(await read(of)).toMatchObject({ outcome: "done", counts: { found: 20, added: 20 } });
  expect(board.details).toHaveLength(3 + 5);
  expect(await described(of)).toBe(3);
  board.detail = gives;
  board.details = [];
  expect(await read(of)).toMatchObject({ outcome: "done", counts: { added: 0, changed: 17, closed: 0 } });
  expect(board.details.slice(17).sort()).toEqual(["0", "1", "2"]);
  expect(await described(of)).toBe(20);

  board.detail = (_, response) => response.end("<html>We are moving</html>");
  board.says = "Go";
  for (let times = 0; times < 2; times += 1) expect(await read(of)).toMatchObject({ outcome: "done", counts: { found: 20, added: 0, changed: 0, closed: 0, reopened: 0 } });
  expect(await described(of)).toBe(20);
});

test("one that comes back is opened again, though only its entry in the list was read", async () => {
  const { board, ...of } = await makeBoard(10);
  await read(of);
  board.many = 9;
  for (let times = 0; times < 2; times += 1) await read(of);
  expect((await kept(of)).filter(({ closedAt }) => closedAt)).toHaveLength(1);
  board.many = 10;
  board.detail = (_, response) => response.writeHead(404).end();
  expect(await read(of)).toMatchObject({ counts: { reopened: 1, changed: 0 } });
  expect((await kept(of)).filter(({ closedAt, description }) => closedAt || description === "")).toEqual([]);
});

test("a host that asks to wait a second is asked again; one that asks for ten minutes is left alone, with all its sources", async () => {
  const { board, host, ...of } = await makeBoard(6);
  let times = 0;
  board.detail = (request, response, id, whole) => (++times === 2 ? response.writeHead(429, { "retry-after": "1" }).end() : gives(request, response, id, whole));
  expect(await read(of)).toMatchObject({ outcome: "done" });
  expect([board.details.length, await described(of)]).toEqual([7, 6]);

  const other = await addSource({ name: "Neem, other board", format: "rss", address: `https://${host}/other.xml`, intervalMinutes: 60, addedBy: null });
  made.push(other?.id ?? "");
  await db.update(jobSources).set({ state: "paused" }).where(eq(jobSources.id, other?.id ?? ""));
  board.details = [];
  board.says = "Go";
  board.detail = (request, response, id, whole) => (board.details.length > 2 ? response.writeHead(503, { "retry-after": "600" }).end() : gives(request, response, id, whole));
  expect(await read(of)).toMatchObject({ outcome: "done", counts: { found: 6, changed: 2, closed: 0 } });
  expect(board.details).toHaveLength(3);
  const due = await db.select({ dueAt: jobSources.dueAt }).from(jobSources).where(sql`starts_with(${jobSources.address}, ${`https://${host}/`})`);
  expect(due).toHaveLength(2);
  for (const { dueAt } of due) expect(dueAt.getTime() - Date.now()).toBeGreaterThan(590_000);
  expect(await read({ source: other ?? of.source })).toMatchObject({ outcome: "failed", trouble: expect.stringMatching(/asked to be left alone for another 10 minutes\. Nothing was sent\./) });
  expect(board.details).toHaveLength(3);
}, 60_000);

test("a board with more than 200 pages is not read, and says so", async () => {
  const { board, ...of } = await makeBoard(300, 1);
  expect(await read(of)).toMatchObject({ outcome: "failed", trouble: "The source has more than 200 pages." });
  expect([board.pages, board.details.length, (await kept(of)).length]).toEqual([201, 0, 0]);
}, 60_000);
