import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { startOf } from "./presence.mjs";

/** Runs `work` while no other process holds `file`. A holder that died is passed over. */
export async function withLock(file, work) {
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid), id: randomUUID() });
  while (!take(file, mine)) {
    const held = read(file);
    if (held !== null && isStale(held)) steal(file, held);
    else await sleep(40);
  }
  try {
    return await work();
  } finally {
    if (read(file) === mine) fs.rmSync(file, { force: true });
  }
}

// A link appears with its content or not at all: nobody reads a half-written lock.
function take(file, mine) {
  const draft = `${file}.${randomUUID()}`;
  fs.writeFileSync(draft, mine);
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    fs.rmSync(draft);
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

// Of a power cut a file without its content may be left: its holder is gone as well.
function isStale(held) {
  try {
    const { pid, start } = JSON.parse(held);
    return startOf(pid) !== start;
  } catch (error) {
    if (error instanceof SyntaxError) return true;
    throw error;
  }
}

function steal(file, held) {
  const aside = `${file}.${randomUUID()}`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  // Between the look and the rename somebody else may have taken it: that lock is given back.
  if (read(aside) !== held) {
    try {
      fs.linkSync(aside, file);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
  fs.rmSync(aside);
}
