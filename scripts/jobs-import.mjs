import { runNode } from "./child.mjs";
import { install } from "./install.mjs";
import { leave } from "./leave.mjs";
import { appEnvironment, readSettings } from "./settings.mjs";

/** Reads a file of listings, or a source at its address, into the database of this installation. */
export async function importJobs(args) {
  const settings = readSettings();
  await install();
  const { openPlaces } = await import("./database.mjs");
  const databaseUrl = await openPlaces(settings);
  const env = appEnvironment(settings, { databaseUrl, distDir: settings.distDir });
  const { code } = await runNode(["--conditions=react-server", "--import", "tsx", "lib/jobs/import-command.ts", ...args], { env });
  await leave(code);
}
