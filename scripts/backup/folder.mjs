import fs from "node:fs";
import path from "node:path";
import { copyFile } from "../../db/embedded/copy-file.mjs";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { whenLeaving } from "../leave.mjs";

const AT_ONCE = 32;

/** Lets `work` fill a folder, which appears whole or not at all: it is filled as `folder`.part and then renamed. */
export async function fillFolder(folder, work) {
  const part = `${folder}.part`;
  if (fs.existsSync(folder) && !isEmptyFolder(folder)) throw new Refusal(`${folder} is not an empty folder: name another, or a new one.`);
  if (fs.existsSync(part)) throw new Refusal(`${part} is of a backup that was cut off, or that still runs: when none runs, delete it.`);
  make(part);
  const forget = () => fs.rmSync(part, { recursive: true, force: true });
  whenLeaving(forget);
  try {
    await work(part);
    fs.renameSync(part, folder);
  } finally {
    forget();
  }
}

function isEmptyFolder(folder) {
  return fs.statSync(folder).isDirectory() && fs.readdirSync(folder).length === 0;
}

function make(part) {
  try {
    fs.mkdirSync(path.dirname(part), { recursive: true });
    fs.mkdirSync(part, { mode: 0o700 });
  } catch (error) {
    throw new Refusal(`${part} cannot be made (${error.code}): name a folder where you may write.`);
  }
}

/**
 * Copies a folder in which nothing is written, and answers what a manifest says of it.
 * @param {string} as its name in the manifest
 */
export async function copyFolder(from, to, as, leftOut = []) {
  const folders = [as];
  const names = [];
  fs.mkdirSync(to, { mode: 0o700 });
  for (const entry of fs.readdirSync(from, { recursive: true, withFileTypes: true })) {
    const name = path.relative(from, path.join(entry.parentPath, entry.name));
    if (leftOut.includes(name)) continue;
    if (!entry.isDirectory()) names.push(name);
    else folders.push(`${as}/${name}`);
  }
  for (const folder of folders.slice(1).sort()) fs.mkdirSync(path.join(to, path.relative(as, folder)), { mode: 0o700 });
  const files = await together(names, async (name) => [`${as}/${name}`, await copyFile(path.join(from, name), path.join(to, name))]);
  return { folders: folders.sort(), files: Object.fromEntries(files) };
}

/** Some at a time: waiting for the disk for one after another takes many times as long. */
export async function together(names, work) {
  const answers = [];
  for (let at = 0; at < names.length; at += AT_ONCE) answers.push(...(await Promise.all(names.slice(at, at + AT_ONCE).map(work))));
  return answers;
}
