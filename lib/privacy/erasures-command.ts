import { readFile, realpath, rename, stat, writeFile } from "node:fs/promises";
import { replayErasures, sayErasures } from "./erasures";

// Run by `npm run erasures`.

try {
  const [what, file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0 || (what !== "export" && what !== "replay")) throw new Error("Usage: npm run erasures -- export|replay FILE");
  if (what === "export") {
    const before = await findFile(file);
    const text = await sayErasures(before ? await readFile(before, "utf8") : "");
    // Whole or not at all: it may be the only list of those who are not in the database any more.
    const draft = `${before ?? file}.${process.pid}`;
    await writeFile(draft, text, { mode: 0o600, flush: true });
    await rename(draft, before ?? file);
    console.log(`${text.split("\n").length - 1} erasures are listed in ${file}.`);
    process.exit(0);
  }
  const { listed, erased, lastAdmin } = await replayErasures(await readFile(file, "utf8"));
  console.log(`${listed} erasures are listed, ${erased} accounts were there again and are erased.`);
  for (const id of lastAdmin) console.error(`${id} is the only admin here and was not erased. Make another admin, then replay once more.`);
  process.exit(lastAdmin.length > 0 ? 1 : 0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Where the list of before is; null when there is none. */
async function findFile(file: string): Promise<string | null> {
  const found = await realpath(file).catch(() => null);
  if (found && !(await stat(found)).isFile()) throw new Error(`${file} is not a file. Nothing was written.`);
  return found;
}
