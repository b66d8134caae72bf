import { spawnSync } from "node:child_process";
import { install } from "./install.mjs";
import { leave } from "./leave.mjs";
import { readPlaces } from "./settings.mjs";

export async function migrateOnly() {
  const places = readPlaces();
  await install();
  const { openPlaces } = await import("./database.mjs");
  await openPlaces(places);
  await leave(0, "The database is up to date.");
}

export async function generate(args) {
  await install();
  // It asks whether a column was renamed: it gets the terminal.
  const { status } = spawnSync(process.execPath, ["node_modules/drizzle-kit/bin.cjs", "generate", ...args], { stdio: "inherit" });
  await leave(status ?? 1);
}
