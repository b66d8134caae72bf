import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { Refusal } from "../db/embedded/refusal.mjs";
import { run, runNode } from "./child.mjs";

// The first draws pages and nothing around them, in half the time.
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium that runs, fetched if this machine has none. */
export async function findBrowser() {
  const { chromium } = await import("playwright");
  const ofPlaywright = () => chromium.executablePath();
  for (const look of [ofPlaywright, ofSystem, () => download(ofPlaywright), installPackage]) {
    const found = await look();
    if (found && (await runs(found))) return found;
  }
  throw new Refusal("The journeys need a browser and none could be found or fetched: install Chromium and run this again.");
}

function ofSystem() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const places = NAMES.flatMap((name) => [...folders, "/usr/bin"].map((folder) => path.join(folder, name)));
  return places.find((place) => fs.existsSync(place));
}

async function download(ofPlaywright) {
  console.log("Downloading a browser …");
  const { code, text } = await runNode(["node_modules/playwright/cli.js", "install", "chromium"], { quiet: true, timeout: 180_000 });
  if (code !== 0) console.log(text.trim().split("\n").at(-1));
  return ofPlaywright();
}

async function installPackage() {
  if (process.getuid() !== 0 || !fs.existsSync("/usr/bin/apt-get")) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env, quiet: true, timeout: 120_000 });
  for (const name of ["chromium-headless-shell", "chromium"]) {
    console.log(`Installing the package ${name} …`);
    const { code, text } = await run("apt-get", ["install", "-y", "--no-install-recommends", name], { env, quiet: true, timeout: 300_000 });
    if (code === 0) break;
    console.log(text);
  }
  return ofSystem();
}

// A file of that name may lack its libraries, or only tell to install something else.
async function runs(browser) {
  if (!fs.existsSync(browser)) return false;
  try {
    const { stdout } = await promisify(execFile)(browser, ["--version"], { timeout: 30_000 });
    return /\d+\.\d+/.test(stdout);
  } catch (error) {
    console.log(`${browser} does not run: ${error.message.trim().split("\n")[0]}`);
    return false;
  }
}
