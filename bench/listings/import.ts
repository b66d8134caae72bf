import { performance } from "node:perf_hooks";
import { addSource } from "@/db/queries/job-sources";
import { importBody } from "@/lib/jobs/importer";

// Run by bench/listings/listings.mjs against a database of its own: reads one file of 10,000 listings, and the same file again.

const LISTINGS = 10_000;
const LIMIT_S = 60;
const LIMIT_MB = 200;
const TOOLS = ["Python", "Java", "Go", "Node.js", "PostgreSQL", "MongoDB", "Redis", "Kafka", "Docker", "Kubernetes", "AWS", "Azure", "Git", "REST APIs", "GraphQL", "JUnit", "Linux", "nginx"];
const CITIES = ["Pune", "Bengaluru", "Chennai", "Hyderabad", "Mumbai", "Kochi", "Remote, India"];

/** About 470 bytes each: what fits into the 5 MB of one file. */
function row(index: number): string {
  const pick = <T>(list: readonly T[], salt: number) => list[(index * 7 + salt * 13) % list.length];
  const tools = Array.from({ length: 5 }, (_, salt) => pick(TOOLS, salt));
  return `${index},Backend Engineer ${index},Company ${index % 900},${pick(CITIES, 0)},"You write services with ${tools.join(", ")} and keep them running.
Required: two years with ${tools[0]}, and care for the people who read your code after you. You test what you change, measure what is slow, and say early what you cannot do in time.
Good to have: ${tools[3]} and ${tools[4]}. We work in small teams, and every change is read by somebody else before it goes out.",https://jobs.example/${index},2026-11-${String((index % 20) + 1).padStart(2, "0")}`;
}

const body = ["id,title,company,places,description,url,posted", ...Array.from({ length: LISTINGS }, (_, index) => row(index))].join("\n");
const source = await addSource({ name: "Bench", format: "csv", address: null, intervalMinutes: 1440, addedBy: null });
if (!source) throw new Error("The source was not added.");

let over = false;
for (const [name, added] of [["10,000 new listings", LISTINGS], ["the same file again", 0]] as const) {
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  const began = performance.now();
  const answer = await importBody(source, body, null);
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  if (answer.outcome !== "done" || answer.counts.added !== added) throw new Error(`The import gave ${JSON.stringify(answer).slice(0, 300)}`);
  const grownMb = (most - before) / 1e6;
  over ||= seconds > LIMIT_S || grownMb > LIMIT_MB;
  console.log(`${name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s (limit ${LIMIT_S})   +${grownMb.toFixed(0)} MB at most (limit ${LIMIT_MB})   ${(body.length / 1e6).toFixed(1)} MB read`);
}
process.exit(over ? 1 : 0);
