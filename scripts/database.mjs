import { openDatabase } from "../db/embedded.mjs";
import { migrate } from "../db/migrate.mjs";
import { whenLeaving } from "./leave.mjs";
import { requireReachable, requireReplica, requireSame } from "./reachable.mjs";

const MIGRATIONS = "db/migrations";

/** The address of the operator's database, or of the embedded one, which is kept running; brought up to date. */
export async function openPlaces({ databaseUrl, directUrl, readUrl, dataDir }) {
  if (databaseUrl) await requireReachable({ databaseUrl, directUrl });
  const url = databaseUrl ?? (await openEmbedded({ dataDir })).url;
  await migrate(directUrl ?? url, MIGRATIONS);
  if (directUrl !== databaseUrl) await requireSame({ databaseUrl, directUrl });
  if (readUrl) await requireReplica({ directUrl, readUrl });
  return url;
}

export async function openEmbedded(options) {
  const opening = openDatabase(options);
  const ended = opening.then((database) => () => database.leave(), () => () => undefined);
  whenLeaving(async () => (await ended)());
  const database = await opening;
  database.supervise();
  return database;
}
