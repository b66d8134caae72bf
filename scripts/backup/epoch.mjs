import { Refusal } from "../../db/embedded/refusal.mjs";
import { install } from "../install.mjs";
import { leave } from "../leave.mjs";
import { readPlaces } from "../settings.mjs";

export const EPOCH_WRITTEN = "A new epoch was written: devices send again what they recorded in the last 30 days.";
const NO_EPOCH = "there is no epoch to write";

/** `npm run restore -- --epoch`: the last step where a database was brought back by other means. */
export async function renewEpoch() {
  const { databaseUrl, directUrl, dataDir } = readPlaces();
  await install({ production: true });
  const { withDatabase } = await import("./dump.mjs");
  const { writeEpoch } = await import("./rows.mjs");
  await withDatabase(directUrl ?? databaseUrl ?? (await openExisting(dataDir)), async (sql) => {
    await requireWritable(sql);
    await writeEpoch(sql);
  });
  await leave(0, EPOCH_WRITTEN);
}

async function openExisting(dataDir) {
  const { requireDatabase } = await import("./embedded.mjs");
  const { openEmbedded } = await import("../database.mjs");
  return (await openEmbedded({ dataDir: requireDatabase(dataDir, NO_EPOCH) })).url;
}

async function requireWritable(sql) {
  const [{ recovering, tables }] = await sql`select pg_is_in_recovery() as recovering, to_regclass('installation') is not null as tables`;
  if (recovering) throw new Refusal('The database is not recovered yet: wait until "select pg_is_in_recovery()" says no, and write the epoch then.');
  if (!tables) throw new Refusal(`The database has no tables of Milepost: ${NO_EPOCH}.`);
}
