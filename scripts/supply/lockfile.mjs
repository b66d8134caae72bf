import { isDeepStrictEqual } from "node:util";
import { listPackages, readJson } from "./packages.mjs";
import { verdict } from "./verdict.mjs";

const REGISTRY = "https://registry.npmjs.org/";
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;
const GROUPS = ["dependencies", "devDependencies", "optionalDependencies"];

export const lockfile = {
  name: "package-lock.json agrees, with a checksum of every package",
  requirement: "59, ASVS 15.2.4",
  run(root = ".") {
    const lock = readJson(root, "package-lock.json");
    const count = Object.keys(lock.packages).length - 1;
    return verdict(faultsOfLock(lock, readJson(root, "package.json")), `${count} packages for all systems, each with sha512, none from elsewhere than npm’s registry.`);
  },
};

export function faultsOfLock(lock, manifest) {
  if (lock.lockfileVersion !== 3) return [`lockfileVersion is ${lock.lockfileVersion}, not 3.`];
  return [...faultsAgainst(manifest, lock.packages), ...listPackages(lock).flatMap(faultsOfEntry)];
}

function faultsAgainst(manifest, packages) {
  return GROUPS.flatMap((group) => {
    const asked = manifest[group] ?? {};
    if (!isDeepStrictEqual(asked, packages[""]?.[group] ?? {})) return [`${group} of package.json and of package-lock.json differ: run npm install.`];
    return Object.entries(asked)
      .filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)
      .map(([name, version]) => `${name} is asked for at ${version} and locked at ${packages[`node_modules/${name}`]?.version}.`);
  });
}

// Without `resolved` npm asks the registry that it is set to, and the checksum decides.
function faultsOfEntry({ folder, link, resolved, integrity }) {
  if (link) return [`${folder} is a link to a folder.`];
  return [
    ...(resolved === undefined || resolved.startsWith(REGISTRY) ? [] : [`${folder} comes from ${resolved}.`]),
    ...(SHA512.test(integrity ?? "") ? [] : [`${folder} has no sha512.`]),
  ];
}
