// Checks the labelled listings next to this file: node bench/skills/check-labels.mjs
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const source = readFileSync(join(here, "../../lib/skills/skills.ts"), "utf8");
const slugs = [...source.matchAll(/^\s*slug: "([a-z-]+)"/gm)].map((match) => match[1]);
const files = readdirSync(here)
  .filter((name) => /^(listings|held)-.+\.jsonl$/.test(name))
  .sort();
const faults = [];
const ids = new Map();
const counts = new Map(slugs.map((slug) => [slug, { required: 0, preferred: 0 }]));
let listings = 0;
let without = 0;

if (slugs.length !== 22) faults.push(`skills.ts: expected 22 slugs, found ${slugs.length}`);
if (files.length === 0) faults.push("no listings-*.jsonl or held-*.jsonl here");

for (const file of files) {
  const lines = readFileSync(join(here, file), "utf8").split("\n");
  if (lines.at(-1) === "") lines.pop();
  let inFile = 0;
  lines.forEach((line, index) => {
    const at = `${file}:${index + 1}`;
    const fault = (message) => faults.push(`${at}: ${message}`);
    let row;
    try {
      row = JSON.parse(line);
    } catch (error) {
      return fault(`not JSON: ${error.message}`);
    }
    listings += 1;
    inFile += 1;
    for (const key of ["id", "language", "title", "text"]) {
      if (typeof row[key] !== "string" || row[key].trim() === "") fault(`${key} is missing or empty`);
    }
    if (ids.has(row.id)) fault(`id ${row.id} is already at ${ids.get(row.id)}`);
    ids.set(row.id, at);
    if (!Array.isArray(row.asks)) return fault("asks is not a list");
    if (row.asks.length === 0) without += 1;
    const seen = new Set();
    for (const ask of row.asks) {
      const count = counts.get(ask.skill);
      if (!count) {
        fault(`unknown skill ${ask.skill}`);
        continue;
      }
      if (seen.has(ask.skill)) fault(`skill ${ask.skill} twice`);
      seen.add(ask.skill);
      if (ask.need !== "required" && ask.need !== "preferred") fault(`${ask.skill}: need is ${ask.need}`);
      else count[ask.need] += 1;
      if (!Array.isArray(ask.says) || ask.says.length === 0) {
        fault(`${ask.skill}: says is missing or empty`);
        continue;
      }
      if (new Set(ask.says).size !== ask.says.length) fault(`${ask.skill}: a phrase stands twice in says`);
      for (const phrase of ask.says) {
        if (typeof phrase !== "string" || phrase.trim() === "") fault(`${ask.skill}: empty phrase`);
        else if (!row.title?.includes(phrase) && !row.text?.includes(phrase)) fault(`${ask.skill}: "${phrase}" is not in title or text`);
      }
    }
  });
  console.log(`${file}: ${inFile} listings`);
}

console.log(`${listings} listings, ${without} ask for no skill`);
for (const [slug, count] of counts) {
  console.log(`${slug.padEnd(30)} required ${String(count.required).padStart(3)}  preferred ${String(count.preferred).padStart(3)}`);
}
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
