import fs from "node:fs";
import path from "node:path";
import { verdict } from "./verdict.mjs";

const KEPT = ["save-exact=true", "ignore-scripts=true", "omit-lockfile-registry-resolved=true"];
/** Names that could send npm elsewhere, or that hold what nobody else may know. */
const REFUSED = /registry$|^_|:_|^\/\/|proxy|strict-ssl|cafile|^ca$/i;

export const npmSettings = {
  name: "npm runs no script of a package and is sent nowhere else",
  requirement: "59, ASVS 15.2.4",
  run(root = ".") {
    return verdict(faultsOfSettings(fs.readFileSync(path.join(root, ".npmrc"), "utf8")), `.npmrc holds ${KEPT.join(", ")}, no registry and no password.`);
  },
};

export function faultsOfSettings(text) {
  const lines = text
    .split("\n")
    .map((line) => line.replace(/\s*=\s*/, "=").trim())
    .filter((line) => line !== "" && !/^[#;]/.test(line));
  const names = lines.map((line) => line.split("=")[0]).filter((name) => name !== "omit-lockfile-registry-resolved");
  return [
    ...KEPT.filter((line) => !lines.includes(line)).map((line) => `.npmrc does not say ${line}.`),
    ...names.filter((name) => REFUSED.test(name)).map((name) => `.npmrc sets ${name}.`),
  ];
}
