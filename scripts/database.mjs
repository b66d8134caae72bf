import postgres from "postgres";
import { openDatabase } from "../db/embedded.mjs";
import { Refusal } from "../db/embedded/refusal.mjs";
import { migrate } from "../db/migrate.mjs";
import { whenLeaving } from "./leave.mjs";

const MIGRATIONS = "db/migrations";

/** The address of the operator's database, or of the embedded one, which is kept running; brought up to date. */
export async function openPlaces({ databaseUrl, dataDir }) {
  if (databaseUrl) await requireReachable(databaseUrl);
  const url = databaseUrl ?? (await openEmbedded({ dataDir })).url;
  await migrate(url, MIGRATIONS);
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

async function requireReachable(url) {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice() {} });
  try {
    await sql`select 1`;
  } catch (error) {
    throw new Refusal(`The database of DATABASE_URL cannot be used: ${error.message}.`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
