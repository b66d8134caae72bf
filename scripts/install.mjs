import fs from "node:fs";
import { Refusal } from "../db/embedded/refusal.mjs";
import { run } from "./child.mjs";

/** Installs the packages of package-lock.json unless they are there. */
export async function install() {
  if (isInstalled()) return;
  console.log("Installing packages …");
  // The build needs the development packages, also where NODE_ENV=production makes npm leave them out.
  const { code, text } = await run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], { quiet: true });
  if (code !== 0) throw new Refusal(`${text}npm ci failed: see above.`);
}

// npm notes what it installed as its last step, so a note that agrees with the lock file means that all of it is there.
function isInstalled() {
  const note = "node_modules/.package-lock.json";
  if (!fs.existsSync(note)) return false;
  const wanted = packagesOf("package-lock.json");
  const found = packagesOf(note);
  const same = (name) => found[name]?.version === wanted[name]?.version && found[name]?.integrity === wanted[name]?.integrity;
  const needed = Object.keys(wanted).filter((name) => name !== "" && !mayBeMissing(wanted[name]));
  return needed.every(same) && Object.keys(found).every(same);
}

// Those of other platforms are not installed, nor what npm itself calls superfluous.
function mayBeMissing({ optional, devOptional, extraneous }) {
  return optional || devOptional || extraneous;
}

function packagesOf(file) {
  return JSON.parse(fs.readFileSync(file, "utf8")).packages;
}
