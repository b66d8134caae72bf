import fs from "node:fs";
import { chromium } from "playwright";
import { measureCold, measureOffline } from "./measure.mjs";
import { findListing, signInAsLearner } from "./people.mjs";
import { PEERS } from "./peers.mjs";

// What each public page costs a phone: medians of five cold loads, held against bench/pages/budgets.json.
// With --sizes one load of each at full speed: sizes do not need the phone.

const { BASE_URL, CHROMIUM } = process.env;
const PAGES = [
  "/", "/roadmap", "/roadmap/testing", "/roadmap/testing/test-first", "/home", "/skills", "/skills/database-management", "/languages", "/languages/python",
  "/roles", "/roles/backend-developer", "/salaries", "/front-end-vs-back-end", "/responsibilities", "/questions", "/glossary", "/privacy", "/privacy/hi",
  "/accessibility", "/print/roadmap", "/sign-in", "/sign-up", "/jobs", "/jobs/[listing]",
];
// As the learner of the trial sees them.
const OWN_PAGES = ["/jobs?sort=readiness", "/readiness", "/readiness/[listing]"];
const LIMITED = ["requests", "kib", "scriptKib", "nodes"];
const COLUMNS = process.argv.includes("--sizes") ? LIMITED : ["requests", "kib", "scriptKib", "fcp", "lcp", "tbt", "cls", "nodes"];

const budgets = JSON.parse(fs.readFileSync(new URL("budgets.json", import.meta.url), "utf8"));
const browser = await chromium.launch({
  executablePath: CHROMIUM || undefined,
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
});
const sizesOnly = process.argv.includes("--sizes");
const RUNS = sizesOnly ? 1 : 5;
const only = process.argv.slice(2).filter((arg) => arg.startsWith("/"));
const over = [];

console.log(
  sizesOnly
    ? "Sizes in KiB as sent.\n"
    : `Phone 390 x 844, cold, CPU slowed 4 times, 1.6 Mbit/s, 150 ms; medians of ${RUNS}. Sizes in KiB as sent, times in ms.\n`,
);
print("page", COLUMNS);
const [listing, learner] = [await findListing(BASE_URL), await signInAsLearner(browser, BASE_URL)];
for (const page of [...PAGES, ...OWN_PAGES].filter((one) => only.length === 0 || only.includes(one))) {
  const address = new URL(page.replace("[listing]", listing), BASE_URL).href;
  const storageState = OWN_PAGES.includes(page) ? learner : undefined;
  if ((await fetch(address)).status === 404) {
    over.push(`${page} is not there.`);
    continue;
  }
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measureCold(browser, address, { slowed: !sizesOnly, storageState }));
  const median = Object.fromEntries(COLUMNS.map((column) => [column, middle(runs.map((run) => run[column]))]));
  print(page, COLUMNS.map((column) => median[column]));
  const budget = budgets[page] ?? budgets.default;
  for (const name of LIMITED) {
    if (median[name] <= budget[name]) continue;
    const largest = runs[0].files.slice(0, 3).map(({ address: file, bytes }) => `${file} ${Math.round(bytes / 1024)} KiB`);
    over.push(`${page}: ${name} ${median[name]} is over ${budget[name]}. Largest: ${largest.join(", ")}. Budget: ${budget.why}`);
  }
}
if (!sizesOnly) await compare();

await browser.close();
if (over.length > 0) {
  console.log(`\nOver budget:\n${over.join("\n")}`);
  process.exit(1);
}

async function compare() {
  console.log("");
  for (const { name, ...peer } of PEERS) print(name, COLUMNS.map((column) => peer[column] ?? "–"));

  const offline = [];
  for (let run = 0; run < RUNS; run += 1) offline.push((await measureOffline(browser, new URL("/roadmap", BASE_URL).href)).fcp);
  console.log(`\n/roadmap once more without a connection: first content after ${middle(offline)} ms (median of ${RUNS}, the same slowdown).`);
}

function middle(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function print(name, values) {
  console.log(name.padEnd(44) + values.map((value) => String(value).padStart(10)).join(""));
}
