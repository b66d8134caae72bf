import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Refusal } from "../../db/embedded/refusal.mjs";

const DEBIAN = "/usr/lib/postgresql";

/** Where programs of Postgres may be: PATH, and the folders that Debian keeps out of it. */
export function placesOfTools(PATH = process.env.PATH ?? "", debian = DEBIAN) {
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian).map((version) => path.join(debian, version, "bin")) : [];
  return [...PATH.split(path.delimiter).filter(Boolean), ...versions];
}

/**
 * The program that is nearest to, and not older than, this major version of Postgres.
 * @returns {{ command: string, version: string }} as "/usr/bin/pg_dump" and "18.4"
 */
export function findTool(name, atLeast, places = placesOfTools()) {
  const found = places.map((place) => look(path.join(place, name))).filter((tool) => tool !== null);
  const fitting = found.filter(({ version }) => majorOf(version) >= atLeast).sort((a, b) => majorOf(a.version) - majorOf(b.version));
  if (fitting[0]) return fitting[0];
  const had = found.length === 0 ? "none is on this machine" : `here is ${found.map(({ version }) => version).join(" and ")}`;
  throw new Refusal(`${name} of Postgres ${atLeast} or later is needed, and ${had}: install the client programs of Postgres ${atLeast}, and put them on PATH.`);
}

export const majorOf = (version) => Number.parseInt(version, 10);

function look(command) {
  if (!fs.existsSync(command)) return null;
  try {
    const said = execFileSync(command, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const version = said.match(/\) (\d+(?:\.\d+)?)/)?.[1];
    return version ? { command, version } : null;
  } catch (error) {
    // One that does not run is none.
    if (error.status !== undefined || error.code) return null;
    throw error;
  }
}
