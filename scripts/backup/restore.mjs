import path from "node:path";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { install } from "../install.mjs";
import { leave } from "../leave.mjs";
import { readPlaces } from "../settings.mjs";
import { EPOCH_WRITTEN, renewEpoch } from "./epoch.mjs";

/**
 * `npm run restore`: puts back what `npm run backup` wrote, where nothing is; `--replace` lets it stand in for what is there.
 * `--epoch` alone puts nothing back, and ends what was brought back by other means.
 */
export async function restore(args) {
  if (args.length === 1 && args[0] === "--epoch") return renewEpoch();
  const [folder, ...more] = args.filter((arg) => arg !== "--replace");
  if (!folder || folder.startsWith("-") || more.length > 0) throw new Refusal("Usage: npm run restore -- FOLDER [--replace], or npm run restore -- --epoch");
  const places = readPlaces();
  await install({ production: true });
  const { checkSums, readManifest } = await import("./manifest.mjs");
  const { countMigrations } = await import("./rows.mjs");
  const whole = path.resolve(folder);
  const manifest = readManifest(whole);
  requireFitting(manifest, places.databaseUrl, countMigrations());
  await checkSums(whole, manifest);
  const put = manifest.kind === "embedded" ? (await import("./restore-embedded.mjs")).restoreEmbedded : (await import("./restore-dump.mjs")).restoreDump;
  const aside = await put(whole, manifest, places, { replace: args.includes("--replace") });
  await leave(0, sayRestored(manifest, aside));
}

export function requireFitting({ kind, migrations, milepost }, databaseUrl, known) {
  if (kind === "embedded" && databaseUrl) throw new Refusal("This is a backup of the embedded database: unset DATABASE_URL to restore it.");
  if (kind === "dump" && !databaseUrl) throw new Refusal("This is a backup of a database of your own: set DATABASE_URL to the one to restore it into.");
  if (migrations > known) throw new Refusal(`This is a backup of a later Milepost (${milepost}, ${migrations} migrations; these sources have ${known}): take those sources.`);
}

function sayRestored({ rows, madeAt, postgres }, aside) {
  const counts = Object.values(rows);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return `Restored ${counts.length} tables with ${total} rows of Postgres ${postgres}, as they were at ${madeAt}. Every table has as many rows as the backup says.
${aside ? `What was there before was moved to ${aside}.\n` : ""}${EPOCH_WRITTEN}
Next, before anybody is let in, erase again who was erased since: npm run erasures -- replay FILE`;
}
