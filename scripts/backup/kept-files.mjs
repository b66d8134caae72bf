import fs from "node:fs";
import path from "node:path";
import { copyFile } from "../../db/embedded/copy-file.mjs";

const EMBEDDED = ["action-key", "auth-secret", "pg-password", "port"];
const DUMP = ["action-key"];

/** Copies what is kept in DATA_DIR beside the database, and answers what a manifest says of it. */
export async function keepFiles(dataDir, folder, kind) {
  const names = (kind === "embedded" ? EMBEDDED : DUMP).filter((name) => fs.existsSync(path.join(dataDir, name)));
  const files = {};
  fs.mkdirSync(path.join(folder, "kept"), { mode: 0o700 });
  for (const name of names) files[`kept/${name}`] = await copyFile(path.join(dataDir, name), path.join(folder, "kept", name));
  return { folders: ["kept"], files };
}

/** Puts them back. Those that were there move into `aside`. @param {string[]} files of the manifest */
export async function putBack(folder, files, dataDir, aside) {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  for (const name of files.filter((file) => file.startsWith("kept/")).map((file) => path.basename(file))) {
    const [from, to] = [path.join(folder, "kept", name), path.join(dataDir, name)];
    const there = fs.existsSync(to);
    if (there && fs.readFileSync(to).equals(fs.readFileSync(from))) continue;
    if (there) {
      fs.mkdirSync(aside, { recursive: true, mode: 0o700 });
      fs.renameSync(to, path.join(aside, name));
    }
    await copyFile(from, to);
  }
}
