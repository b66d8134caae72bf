import { runNode } from "./child.mjs";
import { install } from "./install.mjs";
import { leave } from "./leave.mjs";
import { appEnvironment, readSettings } from "./settings.mjs";

/** Writes down which accounts were erased, or erases them again after a restore. */
export async function erasures(args) {
  const settings = readSettings();
  await install();
  const { openPlaces } = await import("./database.mjs");
  if (!settings.databaseUrl) await requireOwn(settings.dataDir);
  const databaseUrl = await openPlaces(settings);
  const env = appEnvironment(settings, { databaseUrl, distDir: settings.distDir });
  const { code } = await runNode(["--conditions=react-server", "--import", "tsx", "lib/privacy/erasures-command.ts", ...args], { env });
  await leave(code);
}

/** In a database that is made for the question nobody was erased, and nobody is left to be. */
async function requireOwn(dataDir) {
  const { requireDatabase } = await import("./backup/embedded.mjs");
  requireDatabase(dataDir, "no erasures to list or replay");
}
