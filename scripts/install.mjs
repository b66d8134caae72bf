import fs from "node:fs";
import path from "node:path";
import { withLock } from "../db/embedded/lock.mjs";
import { othersIn } from "../db/embedded/presence.mjs";
import { Refusal } from "../db/embedded/refusal.mjs";
import { run } from "./child.mjs";

const LOCK = ".next/cache/milepost-install.lock";

/** Installs the packages of package-lock.json unless they are there; for `production` those of development may be missing. */
export async function install({ production = false } = {}) {
  if (isInstalled({ production })) return;
  fs.mkdirSync(path.dirname(LOCK), { recursive: true });
  // npm empties the folder first: two at once would take each other's packages away.
  await withLock(LOCK, async () => {
    if (!isInstalled({ production })) await replacePackages();
  });
}

async function replacePackages() {
  if (isServed()) throw new Refusal("The packages here are not those of package-lock.json, and Milepost runs from this folder: stop it before they are installed, or do this in another clone.");
  console.log("Installing packages …");
  // The build needs the development packages, also where NODE_ENV=production makes npm leave them out.
  const { code, text } = await run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], { quiet: true });
  if (code !== 0) throw new Refusal(`${text}npm ci failed: see above.`);
}

/** Whether a server runs from here: it loads some of its packages only when they are needed. */
function isServed() {
  return fs.readdirSync(".").some((name) => name.startsWith(".next") && othersIn(path.join(name, "cache/milepost-serving")));
}

// npm notes what it installed as its last step, so a note that agrees with the lock file means that all of it is there.
function isInstalled({ production }) {
  const note = "node_modules/.package-lock.json";
  if (!fs.existsSync(note)) return false;
  const wanted = packagesOf("package-lock.json");
  const found = packagesOf(note);
  const same = (name) => found[name]?.version === wanted[name]?.version && found[name]?.integrity === wanted[name]?.integrity;
  const needed = Object.keys(wanted).filter((name) => name !== "" && !mayBeMissing(wanted[name], production));
  return needed.every(same) && Object.keys(found).every(same);
}

// Those of other platforms are not installed, nor what npm itself calls superfluous.
function mayBeMissing({ optional, devOptional, extraneous, dev }, production) {
  return optional || devOptional || extraneous || (production && dev);
}

function packagesOf(file) {
  return JSON.parse(fs.readFileSync(file, "utf8")).packages;
}
