import fs from "node:fs";
import path from "node:path";

const MODULES = "node_modules/";

export function readJson(...parts) {
  return JSON.parse(fs.readFileSync(path.join(...parts), "utf8"));
}

/** What package-lock.json lists, for every system. */
export function listLocked(root) {
  return listPackages(readJson(root, "package-lock.json"));
}

/** What npm noted as installed on this one. */
export function listInstalled(root) {
  return listPackages(readJson(root, MODULES, ".package-lock.json"));
}

/** Each package of a lock file with its folder and its name; `dev` is true where only development needs it. */
export function listPackages({ packages }) {
  return Object.entries(packages)
    .filter(([folder]) => folder !== "")
    .map(([folder, entry]) => ({ name: folder.slice(folder.lastIndexOf(MODULES) + MODULES.length), ...entry, folder }));
}
