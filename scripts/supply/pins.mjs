import { readJson } from "./packages.mjs";
import { verdict } from "./verdict.mjs";

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const GROUPS = ["dependencies", "devDependencies", "optionalDependencies"];

/** No ranges, tags, addresses, folders or aliases: what is installed is what was read and tried. */
export const pins = {
  name: "package.json names exact versions only",
  requirement: "59",
  run(root = ".") {
    const manifest = readJson(root, "package.json");
    const asked = GROUPS.flatMap((group) => Object.entries(manifest[group] ?? {}));
    return verdict(faultsOfPins(asked), `${asked.length} packages, each at one version.`);
  },
};

export function faultsOfPins(asked) {
  return asked.filter(([, version]) => !EXACT.test(version)).map(([name, version]) => `${name} asks for "${version}", which is not one version.`);
}
