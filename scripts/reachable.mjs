import postgres from "postgres";
import { ORDINARY } from "../db/ordinary.mjs";
import { Refusal } from "../db/embedded/refusal.mjs";

const POOLER = "leads to a pooler such as PgBouncer, and not to Postgres itself";

/** Refuses addresses of the operator's where nothing answers, or not what has to: Postgres itself, and at most one pooler in front of it. */
export async function requireReachable({ databaseUrl, directUrl }) {
  if (directUrl === databaseUrl) return ask(databaseUrl, { name: "DATABASE_URL", settings: ORDINARY }, requirePostgres("set DATABASE_DIRECT_URL to the address of Postgres"));
  await ask(directUrl, { name: "DATABASE_DIRECT_URL", settings: ORDINARY }, requirePostgres("it is for what a pooler cannot do"));
  await ask(databaseUrl, { name: "DATABASE_URL" }, requireOrdinary);
}

/** Refuses a pooler that leads to another database, by the epoch that each has of its own. */
export async function requireSame({ databaseUrl, directUrl }) {
  const epochOf = (url, name) => ask(url, { name }, async (sql) => (await sql`select epoch from installation`)[0].epoch);
  const direct = await epochOf(directUrl, "DATABASE_DIRECT_URL");
  const pooled = await epochOf(databaseUrl, "DATABASE_URL").catch((error) => error);
  if (pooled !== direct) throw new Refusal("DATABASE_URL and DATABASE_DIRECT_URL lead to different databases.");
}

/** Refuses a replica of another database. One that is away, or none for the moment, is said and no more: reports are then read from the primary. */
export async function requireReplica({ directUrl, readUrl }) {
  const look = async (sql) => (await sql`select system_identifier::text || ' ' || current_database() as identity, pg_is_in_recovery() as replica from pg_control_system()`)[0];
  const primary = await ask(directUrl, { name: "the direct address" }, look);
  const found = await ask(readUrl, { name: "DATABASE_READ_URL" }, look).catch((error) => error);
  if (found instanceof Refusal) return console.log(`${found.message} Until it can, reports are read from the primary.`);
  if (found.identity !== primary.identity) throw new Refusal("DATABASE_READ_URL leads to no replica of this database: it must be a physical one, that streams.");
  if (!found.replica) console.log("DATABASE_READ_URL leads to a database that is no replica: reports are read from the primary.");
}

async function ask(url, { name, settings = {} }, question) {
  const sql = postgres(url, { max: 1, connect_timeout: 10, prepare: false, fetch_types: false, connection: settings, onnotice() {} });
  try {
    return await question(sql, name);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`The database of ${name} cannot be used: ${error.message}.`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A pooler takes no settings at connect, or gives every client a number of its own making instead of the one of the process that answers it. */
const requirePostgres = (advice) => async (sql, name) => {
  const refusal = new Refusal(`${name} ${POOLER}: ${advice}.`);
  const asked = sql`select pg_backend_pid() as pid`;
  const [{ pid }] = await asked.catch((error) => {
    throw /unsupported startup parameter/.test(error.message) ? refusal : error;
  });
  if (pid !== asked.state.pid) throw refusal;
};

async function requireOrdinary(sql, name) {
  const rows = await sql`select name, setting from pg_settings where name in ${sql(Object.keys(ORDINARY))}`;
  const wrong = rows.find(({ name: setting, setting: value }) => value !== String(ORDINARY[setting]));
  if (!wrong) return;
  const statements = Object.entries(ORDINARY).map(([setting, value]) => `set ${setting} = ${value}`);
  throw new Refusal(
    `Through ${name} ${wrong.name} is ${wrong.setting}: let the pooler begin each connection to Postgres with "${statements.join("; ")}" (connect_query of PgBouncer), or, where there is no pooler, unset DATABASE_DIRECT_URL.`,
  );
}
