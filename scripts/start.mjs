import path from "node:path";
import { Refusal } from "../db/embedded/refusal.mjs";
import { isReady, requireFreePort } from "./address.mjs";
import { build, readDeployment } from "./build.mjs";
import { install } from "./install.mjs";
import { isLeaving } from "./leave.mjs";
import { serve } from "./serve.mjs";
import { appEnvironment, readSettings } from "./settings.mjs";

const PATIENCE = 60_000;

export function start() {
  return up("start");
}

export function develop() {
  return up("dev");
}

async function up(command) {
  const settings = readSettings();
  await requireFreePort(settings);
  await install();
  const distDir = command === "dev" ? settings.distDir : await build(settings);
  const { openPlaces } = await import("./database.mjs");
  const databaseUrl = await openPlaces(settings);
  const env = {
    ...appEnvironment(settings, { databaseUrl, distDir }),
    NEXT_DEPLOYMENT_ID: command === "dev" ? undefined : readDeployment(distDir),
  };
  const { seedOnce } = await import("./seed.mjs");
  await seedOnce(settings, env);
  serve(command, settings, env);
  const ready = await isReady(settings, { patience: PATIENCE, givenUp: isLeaving });
  if (isLeaving()) return;
  if (!ready) throw new Refusal(`The server has not become ready within ${PATIENCE / 1000} seconds: what it said stands above.`);
  console.log(`\nMilepost is at ${settings.appUrl}`);
  console.log(settings.trial ? howToTry(settings) : await howToSignIn(settings, databaseUrl));
  if (!process.env.SMTP_URL) console.log(`No mail is sent, as SMTP_URL is not set: an admin finds what waits, and hands it over, at ${settings.appUrl}/admin/mail\n`);
}

function howToTry({ appUrl, trial, dataDir }) {
  const people = trial === "open" ? '"Try as learner" or "Try as instructor"' : '"Try as learner", "Try as instructor" or "Try as admin"';
  return `Sign in: ${appUrl}/sign-in and choose ${people}.\nThis is a trial: its data is in ${path.relative("", dataDir)}. Stop with Ctrl-C.\n`;
}

async function howToSignIn({ appUrl }, databaseUrl) {
  const { offerAdminClaim } = await import("../db/claim.mjs");
  const token = await offerAdminClaim(databaseUrl);
  if (!token) return `Sign in: ${appUrl}/sign-in\n`;
  return `There is no admin yet: sign up, then open ${appUrl}/claim and enter\n  ${token}\n`;
}
