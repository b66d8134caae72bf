import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { listInstalled } from "./packages.mjs";
import { verdict } from "./verdict.mjs";

const FORMAT = ["--sbom-format=cyclonedx", "--sbom-type=application", "--loglevel=error"];

export const bill = {
  name: "the bill of materials names every production package",
  requirement: "59, ASVS 15.1.2",
  async run(root = ".", file = path.join(root, ".data/bill-of-materials.json")) {
    const made = await writeBill(root, file);
    const packages = listInstalled(root).filter(({ dev }) => !dev);
    return verdict(faultsOfBill(made, packages), `${file} (CycloneDX ${made.specVersion}) names ${made.components.length} packages, among them the ${packages.length} of production.`);
  },
};

// All that is installed: with --omit=dev npm leaves out packages that production needs and development, too.
async function writeBill(root, file) {
  const { stdout } = await promisify(execFile)("npm", ["sbom", ...FORMAT], { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  fs.writeFileSync(file, stdout);
  return JSON.parse(stdout);
}

export function faultsOfBill({ components }, packages) {
  const named = new Map(components.map((component) => [`${component.name}@${component.version}`, component]));
  return packages.flatMap(({ name, version }) => {
    const component = named.get(`${name}@${version}`);
    if (!component) return [`${name} ${version} is installed, and the bill does not name it.`];
    return component.hashes?.some(({ alg }) => alg === "SHA-512") ? [] : [`${name} ${version} has no checksum in the bill.`];
  });
}
