import { createHash } from "node:crypto";
import fs from "node:fs";
import { setImmediate as others } from "node:timers/promises";
import { promisify } from "node:util";

const { O_RDONLY, O_NOFOLLOW } = fs.constants;
const PART = 1_048_576;

/** Copies a file as it is read, to a new one for its owner only, and answers the sha256 of the copy in hex. Follows no link. */
export async function copyFile(from, to, { flush = true } = {}) {
  const source = fs.openSync(from, O_RDONLY | O_NOFOLLOW);
  try {
    const target = fs.openSync(to, "wx", 0o600);
    try {
      const sum = await readThrough(source, (part) => fs.writeFileSync(target, part));
      if (flush) await promisify(fs.fsync)(target);
      return sum;
    } finally {
      fs.closeSync(target);
    }
  } finally {
    fs.closeSync(source);
  }
}

/** The sha256 of a file, in hex. */
export async function sumOf(file) {
  const source = fs.openSync(file, O_RDONLY);
  try {
    return await readThrough(source, () => undefined);
  } finally {
    fs.closeSync(source);
  }
}

// Not fs.copyFile: a file that shrinks meanwhile must end where it ends. Not streams: most files are of one page.
async function readThrough(source, take) {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(Math.min(PART, fs.fstatSync(source).size + 1));
  for (let size; (size = fs.readSync(source, buffer)) > 0; await others()) {
    const part = buffer.subarray(0, size);
    hash.update(part);
    take(part);
  }
  return hash.digest("hex");
}
