import fs from "node:fs";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { searchListings, type FoundListings, type ListingSearch } from "@/db/queries/listings";
import { pointsFrom, readinessBy } from "@/lib/jobs/readiness-by";
import { measure } from "@/lib/readiness/of-roadmap";
import { WORDS } from "./fill.mjs";

const LIMIT_MS = 30;
const RUNS = 40;
const WARM_UP = 5;
const PAGE = 20;

const ALL: ListingSearch = { q: "", role: null, skill: [], place: null, remote: false, level: null, pay: null, age: null, sort: "newest", after: null };
const record = Object.fromEntries(measure.items.map(({ slug }, place) => [slug, { state: "done" as const, level: place % 6 }]));
const options = { limit: PAGE, currency: "INR", pointsOf: pointsFrom(readinessBy(record)) };

/** Where a page begins after so many listings. */
async function after(skipped: number, sort: "newest" | "pay" = "newest"): Promise<ListingSearch["after"]> {
  const [row] = await db.execute<{ value: number; id: string }>(
    sort === "pay"
      ? sql`select pay_yearly::float8 as value, id from listings where closed_at is null and pay_currency = 'INR' and pay_yearly is not null order by pay_yearly desc, id desc offset ${skipped} limit 1`
      : sql`select (extract(epoch from posted_at) * 1000000)::float8 as value, id from listings where closed_at is null order by posted_at desc, id desc offset ${skipped} limit 1`,
  );
  return row ?? null;
}

async function searches(): Promise<[name: string, search: Partial<ListingSearch>][]> {
  const [title] = await db.execute<{ title: string; company: string }>(sql`select title, company from listings where title like '%Golang%' limit 1`);
  return [
    ["no words, no filter", {}],
    ["common word (80 %)", { q: WORDS.common }],
    ["middle word (5 %)", { q: WORDS.middle }],
    ["rare word (20 listings)", { q: WORDS.rare }],
    ["common and middle word", { q: `${WORDS.common} ${WORDS.middle}` }],
    ["common and rare word", { q: `${WORDS.common} ${WORDS.rare}` }],
    ["title and company", { q: `${title?.title} ${title?.company}` }],
    ["prefix of 2 letters", { q: "de" }],
    ["prefix of 3 letters", { q: "bac" }],
    ["prefix of 5 letters", { q: "kafk" }],
    ["word and prefix", { q: "engineer pyth" }],
    ["role and place", { role: "database-developer", place: "in-kochi" }],
    ["skill", { skill: ["testing"] }],
    ["three skills", { skill: ["testing", "ci-cd", "observability"] }],
    ["pay stated in euros", { pay: "EUR" }],
    ["remote, entry, India, 7 days", { remote: true, level: "entry", place: "in", age: 7 }],
    ["common word, role and place", { q: WORDS.common, role: "database-developer", place: "in-kochi" }],
    ["middle word and a skill", { q: WORDS.middle, skill: ["testing"] }],
    ["common word, 7 days", { q: WORDS.common, age: 7 }],
    ["middle word, 30 days", { q: WORDS.middle, age: 30 }],
    ["word of one letter", { q: "c" }],
    ["after 50,000", { after: await after(50_000) }],
    ["common word, after 50,000", { q: WORDS.common, after: await after(50_000) }],
    ["middle word, after 50,000", { q: WORDS.middle, after: await after(50_000) }],
    ["skill, after 50,000", { skill: ["testing"], after: await after(50_000) }],
    ["role and place, after 50,000", { role: "database-developer", place: "in-kochi", after: await after(50_000) }],
    ["by pay", { sort: "pay" }],
    ["by pay, common word", { sort: "pay", q: WORDS.common }],
    ["by pay, middle word", { sort: "pay", q: WORDS.middle }],
    ["by pay, prefix of 3 letters", { sort: "pay", q: "bac" }],
    ["by pay, skill", { sort: "pay", skill: ["testing"] }],
    ["by pay, after 10,000", { sort: "pay", after: await after(10_000, "pay") }],
    ["misspelled title", { q: "bakend enginer" }],
    ["misspelled company", { q: "kaveri paymnets" }],
    ["misspelled, with filters", { q: "pyhton develper", place: "in-pune", remote: true }],
    ["no such word at all", { q: "qqxjzvwk" }],
    ["by readiness", { sort: "readiness" }],
    ["by readiness, skill", { sort: "readiness", skill: ["testing"] }],
    ["by readiness, prefix of 3", { sort: "readiness", q: "bac" }],
    ["by readiness, common word", { sort: "readiness", q: WORDS.common }],
    ["by readiness, middle word", { sort: "readiness", q: WORDS.middle }],
  ];
}

/** Time on a processor of Postgres and of this process, in ms: what a search costs, however busy the machine is. Linux only. */
async function workedMs(): Promise<number> {
  const rows = await db.execute<{ pid: number }>(sql`select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`);
  const ofPostgres = rows.map(({ pid }) => Number(fs.readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6);
  const { user, system } = process.cpuUsage();
  return ofPostgres.reduce((sum, ms) => sum + ms, (user + system) / 1000);
}

const quantile = (times: number[], part: number) => times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? Infinity;

async function timed(search: ListingSearch): Promise<{ ms: number; found: FoundListings }> {
  const began = performance.now();
  const found = await searchListings(search, options);
  return { ms: performance.now() - began, found };
}

const said = ({ count, listings, alike }: FoundListings) => `${count === null ? "more than 1,000" : count}${alike ? " alike" : ""}, ${listings.length} shown`;

let over = 0;
console.log(`Medians of ${RUNS} searches one after the other, after ${WARM_UP} more, in ms at the server.\n`);
console.log(`${"".padEnd(32)}${"ms".padStart(8)}${"95 %".padStart(8)}${"most".padStart(8)}${"worked".padStart(8)}${"limit".padStart(9)}  found`);
for (const [name, change] of await searches()) {
  if (process.argv[2] && !name.includes(process.argv[2])) continue;
  const search = { ...ALL, ...change };
  const times: number[] = [];
  let found: FoundListings | null = null;
  let before = 0;
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    if (run === WARM_UP) before = await workedMs();
    const result = await timed(search);
    found = result.found;
    if (run >= WARM_UP) times.push(result.ms);
  }
  const worked = ((await workedMs()) - before) / RUNS;
  const ms = quantile(times, 0.5);
  if (ms > LIMIT_MS) over += 1;
  console.log(`${name.padEnd(32)}${ms.toFixed(1).padStart(8)}${quantile(times, 0.95).toFixed(1).padStart(8)}${Math.max(...times).toFixed(1).padStart(8)}${worked.toFixed(1).padStart(8)}${`${LIMIT_MS} ${ms <= LIMIT_MS ? "ok" : "NO"}`.padStart(9)}  ${found ? said(found) : ""}`);
}
console.log(over === 0 ? "\nEvery search keeps to its limit." : `\n${over} ${over === 1 ? "search is" : "searches are"} over the limit.`);
process.exit(over === 0 ? 0 : 1);
