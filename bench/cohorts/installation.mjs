import postgres from "postgres";
import { migrate } from "../../db/migrate.mjs";
import { openEmbedded } from "../../scripts/database.mjs";
import { seedOnce } from "../../scripts/seed.mjs";
import { appEnvironment } from "../../scripts/settings.mjs";
import { serverOf } from "../faults/processes.mjs";
import { startInstance } from "../rolling/instances.mjs";
import { fill } from "./fill.mjs";
import { signInPeople } from "./people.mjs";

/** An instance with a Postgres of its own, the people and listings of a trial, and so many learners. */
export async function openInstallation({ learners, seed, settings, distDir, port }) {
  const dataDir = `${settings.dataDir}/learners-${learners}`;
  const { url } = await openEmbedded({ dataDir, fresh: true });
  await migrate(url, "db/migrations");
  await seedOnce({ trial: "local", dataDir }, appEnvironment(settings, { databaseUrl: url, distDir }));

  console.log(`Filling in ${learners.toLocaleString("en")} learners …`);
  const began = Date.now();
  await fill(url, { learners, seed });
  const fillSeconds = (Date.now() - began) / 1000;
  const sql = postgres(url, { max: 1, onnotice() {} });
  const filled = await count(sql);
  console.log(`Filled in ${fillSeconds.toFixed(0)} s: ${Object.entries(filled).map(([what, number]) => `${Math.round(number).toLocaleString("en")} ${what}`).join(", ")}.`);

  const instance = await startInstance({ settings, distDir, databaseUrl: url, authSecret: settings.authSecret, dataDir, port, proxied: false });
  return {
    learners,
    fillSeconds,
    filled,
    dataDir,
    port,
    host: new URL(settings.appUrl).host,
    sql,
    serverPid: serverOf(instance.pid),
    people: await signInPeople(sql, settings.authSecret),
    async close() {
      await instance.stop();
      await sql.end({ timeout: 5 });
    },
  };
}

async function count(sql) {
  const [filled] = await sql`
    select (select count(*)::int from item_progress) as items, (select count(*)::int from progress_operations) as operations,
      (select count(*)::int from item_proofs) as proofs, (select count(*)::int from submissions) as submissions,
      (select count(*)::int from reviews) as reviews, pg_database_size(current_database())::float8 / 1e6 as mb`;
  return filled;
}
