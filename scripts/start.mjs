import path from "node:path";
import { Refusal } from "../db/embedded/refusal.mjs";
import { isReady, requireFreePort } from "./address.mjs";
import { build, findBuild, readDeployment } from "./build.mjs";
import { install } from "./install.mjs";
import { isLeaving, leave } from "./leave.mjs";
import { serve } from "./serve.mjs";
import { appEnvironment, readBuildSettings, readSettings } from "./settings.mjs";

const PATIENCE = 60_000;

export function start() {
  return up("start");
}

export function develop() {
  return up("dev");
}

/** Serves a build that was made beforehand, where only production packages are: installs and builds nothing. */
export function serveBuilt() {
  return up("serve");
}

export async function buildOnly() {
  const settings = readBuildSettings();
  await install();
  await leave(0, `The build is in ${await build(settings)}.`);
}

async function up(command) {
  const settings = readSettings();
  if (command === "serve" && settings.trial) throw new Refusal("DATABASE_URL must be set: a trial is started with npm start.");
  await requireFreePort(settings);
  const distDir = await folderFor(command, settings);
  const { openPlaces } = await import("./database.mjs");
  const databaseUrl = await openPlaces(settings);
  const env = {
    ...appEnvironment(settings, { databaseUrl, distDir }),
    NEXT_DEPLOYMENT_ID: command === "dev" ? undefined : readDeployment(distDir),
  };
  const { seedOnce } = await import("./seed.mjs");
  await seedOnce(settings, env);
  // Another start may have taken it meanwhile, and would answer for this one.
  await requireFreePort(settings);
  serve(command, settings, env);
  const ready = await isReady(settings, { patience: PATIENCE, givenUp: isLeaving });
  if (isLeaving()) return;
  if (!ready) throw new Refusal(`The server has not become ready within ${PATIENCE / 1000} seconds: what it said stands above.`);
  console.log(`\nMilepost is at ${settings.appUrl}`);
  console.log(settings.trial ? howToTry(settings) : await howToSignIn(settings));
  if (!process.env.SMTP_URL) console.log(`No mail is sent, as SMTP_URL is not set: an admin finds what waits, and hands it over, at ${settings.appUrl}/admin/mail\n`);
}

async function folderFor(command, settings) {
  if (command === "serve") return findBuild(settings);
  await install();
  return command === "dev" ? settings.distDir : build(settings);
}

function howToTry({ appUrl, trial, dataDir }) {
  const people = trial === "open" ? '"Try as learner" or "Try as instructor"' : '"Try as learner", "Try as instructor" or "Try as admin"';
  return `Sign in: ${appUrl}/sign-in and choose ${people}.\nThis is a trial: its data is in ${path.relative("", dataDir)}. Stop with Ctrl-C.\n`;
}

async function howToSignIn({ appUrl, directUrl }) {
  const { offerAdminClaim } = await import("../db/claim.mjs");
  const token = await offerAdminClaim(directUrl);
  if (!token) return `Sign in: ${appUrl}/sign-in\n`;
  return `There is no admin yet: sign up, then open ${appUrl}/claim and enter\n  ${token}\n`;
}
