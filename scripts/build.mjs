import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { withLock } from "../db/embedded/lock.mjs";
import { depart, enter, othersIn } from "../db/embedded/presence.mjs";
import { Refusal } from "../db/embedded/refusal.mjs";
import { runNode } from "./child.mjs";
import { compressPages, compressStatic } from "./compress.mjs";
import { writeCspHashes } from "./csp-hashes.mjs";
import { writeForNginx } from "./edge/nginx.mjs";
import { whenLeaving } from "./leave.mjs";
import { writeOffline } from "./offline.mjs";
import { appEnvironment } from "./settings.mjs";

const SOURCES = ["app", "components", "lib", "db", "public"];
const FILES = ["proxy.ts", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json", "scripts/csp-hashes.mjs", "scripts/offline.mjs", "scripts/compress.mjs", "scripts/edge/nginx.mjs", "scripts/edge/headers.mjs", "scripts/edge/pages.mjs"];

/** What a build is known by, beside the settings: where one is served these must be as they were. */
export const STAMPED = [...SOURCES, ...FILES];

/** Answers the folder of a build that fits the sources and the settings, and keeps it from being replaced. */
export async function build(settings) {
  const stamp = stampOf(settings);
  const folders = foldersOf(settings);
  fs.mkdirSync(path.join(settings.distDir, "cache"), { recursive: true });
  return withLock(path.join(settings.distDir, "cache/milepost-build.lock"), async () => {
    let folder = folders.find((candidate) => hasStamp(candidate, stamp));
    if (!folder) {
      // Another server may be serving an older build, or one for another address: it keeps its folder.
      folder = folders.find((candidate) => !othersIn(servingFrom(candidate)));
      if (!folder) throw new Refusal("Too many servers run from this folder: stop one.");
      await buildInto(folder, settings, stamp);
    }
    occupy(folder);
    return folder;
  });
}

/** The folder of a build that was made beforehand from these sources for these settings; refuses when there is none. */
export function findBuild(settings) {
  const stamp = stampOf(settings);
  const folder = foldersOf(settings).find((candidate) => hasStamp(candidate, stamp));
  if (!folder) {
    throw new Refusal(
      `In ${settings.distDir} is no build of these sources for ${settings.appUrl} with this NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, COURSE_URL and COMMUNITY_URL: make one with "npm run build" and the same settings.`,
    );
  }
  occupy(folder);
  return folder;
}

const foldersOf = ({ distDir }) => Array.from({ length: 9 }, (_, n) => (n === 0 ? distDir : `${distDir}-${n + 1}`));

function occupy(folder) {
  enter(servingFrom(folder));
  whenLeaving(() => depart(servingFrom(folder)));
}

// Next empties the folder at each build, but for its cache.
const servingFrom = (folder) => path.join(folder, "cache/milepost-serving");
const stampFile = (folder) => path.join(folder, "milepost-build");

/** What a browser calls a build, to notice that another one answers. */
const deploymentOf = (stamp) => stamp.slice(0, 12);

export function readDeployment(folder) {
  return deploymentOf(fs.readFileSync(stampFile(folder), "utf8"));
}

function hasStamp(folder, stamp) {
  return fs.existsSync(path.join(folder, "BUILD_ID")) && fs.existsSync(stampFile(folder)) && fs.readFileSync(stampFile(folder), "utf8") === stamp;
}

async function buildInto(folder, settings, stamp) {
  console.log("Building (about a minute) …");
  fs.rmSync(stampFile(folder), { force: true });
  const env = {
    // Nothing may connect, and nothing of the real secret can end up in a page.
    ...appEnvironment(settings, { databaseUrl: "postgres://nobody@127.0.0.1:1/none", distDir: folder }),
    AUTH_SECRET: randomBytes(33).toString("base64"),
    TRIAL: "",
    NEXT_DEPLOYMENT_ID: deploymentOf(stamp),
  };
  const { code, text } = await runNode(["node_modules/next/dist/bin/next", "build"], { env, quiet: true });
  if (code !== 0) throw new Refusal(`${text}\nThe build failed: see above.`);
  writeCspHashes(folder);
  await writeOffline(folder, deploymentOf(stamp));
  await compressStatic(folder);
  await compressPages(folder);
  writeForNginx(folder, settings);
  fs.writeFileSync(`${stampFile(folder)}.new`, stamp);
  fs.renameSync(`${stampFile(folder)}.new`, stampFile(folder));
}

function stampOf({ appUrl, actionKey }) {
  const hash = createHash("sha256").update(JSON.stringify([appUrl, actionKey, process.env.COURSE_URL || null, process.env.COMMUNITY_URL || null]));
  for (const file of [...SOURCES.flatMap(filesIn), ...FILES].filter((name) => fs.existsSync(name)).sort()) {
    const content = fs.readFileSync(file);
    hash.update(JSON.stringify([file, content.length])).update(content);
  }
  return hash.digest("hex");
}

function filesIn(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.\w+$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
