import { listLocked } from "./packages.mjs";
import { verdict } from "./verdict.mjs";

/** They ask for their text and the names of their authors to be kept, and no more. */
const ALLOWED = new Set(["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC-BY-4.0", "CC0-1.0", "ISC", "MIT", "MIT-0", "OFL-1.1", "PSF-2.0", "Unlicense"]);
const ALLOWED_FOR = [
  // libvips lies in a package of its own, unchanged, and can be exchanged, which is what the LGPL asks.
  { packages: /^@img\/sharp-/, licence: "LGPL-3.0-or-later" },
];

export const licences = {
  name: "the licences of production packages are on the list",
  requirement: "59, ASVS 15.1.2",
  run(root = ".") {
    const packages = listLocked(root).filter(({ dev }) => !dev);
    return verdict(faultsOfLicences(packages), `${packages.length} packages for all systems, ${new Set(packages.map(({ license }) => license)).size} licences or pairs of them.`);
  },
};

export function faultsOfLicences(packages) {
  return packages.filter((entry) => !isAllowed(entry)).map(({ name, license }) => `${name} has the licence ${license ?? "of nobody knows what"}.`);
}

/** Reads `A`, `A AND B` and `(A OR B)`; what is written otherwise is not allowed. */
function isAllowed({ name, license = "" }) {
  const words = license.replace(/^\((.*)\)$/, "$1");
  const known = (licence) => ALLOWED.has(licence) || ALLOWED_FOR.some((exception) => exception.licence === licence && exception.packages.test(name));
  return words.split(" OR ").some((choice) => choice.split(" AND ").every(known));
}
