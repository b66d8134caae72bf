import { readFile, writeFile } from "node:fs/promises";
import { replayErasures, sayErasures } from "./erasures";

// Run by `npm run erasures`.

try {
  const [what, file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0 || (what !== "export" && what !== "replay")) throw new Error("Usage: npm run erasures -- export|replay FILE");
  if (what === "export") {
    const text = await sayErasures();
    await writeFile(file, text, { mode: 0o600 });
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
