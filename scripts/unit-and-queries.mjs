import { appEnvironment } from "./settings.mjs";
import { runVitest } from "./vitest.mjs";

/** Runs the tests of rules and queries, or only those of some files, against an empty database of their own, and counts them. */
export async function runUnitAndQueries(settings, files = []) {
  const { openEmbedded } = await import("./database.mjs");
  const { migrate } = await import("../db/migrate.mjs");
  const database = await openEmbedded({ dataDir: settings.dataDir, name: "milepost_unit", fresh: true });
  await migrate(database.url, "db/migrations");
  const env = appEnvironment(settings, { databaseUrl: database.url, distDir: settings.distDir });
  // Rules take a processor, and queries wait for Postgres.
  const [rules, queries] = await Promise.all([runVitest("unit", env, files), runVitest("queries", env, files)]);
  await database.leave();
  return addUp(rules, queries);
}

function addUp(one, other) {
  const lists = ["failures", "outcomes"].map((name) => [name, [...(one[name] ?? []), ...(other[name] ?? [])]]);
  const counts = ["passed", "failed", "skipped"].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]);
  return Object.fromEntries([...lists, ...counts]);
}
