import path from "node:path";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { install } from "../install.mjs";
import { leave } from "../leave.mjs";
import { readPlaces } from "../settings.mjs";

/** `npm run backup`: a folder with the database, the keys kept beside it, and a manifest with counts and sums. */
export async function backUp(args) {
  const [folder, ...more] = args;
  if (!folder || folder.startsWith("-") || more.length > 0) throw new Refusal("Usage: npm run backup -- FOLDER");
  const { directUrl, dataDir } = readPlaces();
  await install({ production: true });
  const { fillFolder } = await import("./folder.mjs");
  const { writeManifest } = await import("./manifest.mjs");
  const copy = directUrl ? await dumping(directUrl, dataDir) : await copying(dataDir);
  const whole = path.resolve(folder);
  let words = "";
  await fillFolder(whole, async (part) => {
    const madeAt = new Date();
    const said = await copy(part);
    writeManifest(part, said, madeAt);
    words = sayBackup(whole, said);
  });
  await leave(0, words);
}

async function copying(dataDir) {
  const { copyEmbedded, requireDatabase } = await import("./embedded.mjs");
  const folder = requireDatabase(dataDir);
  return (part) => copyEmbedded(folder, part);
}

async function dumping(databaseUrl, dataDir) {
  const { dumpDatabase, findDump } = await import("./dump.mjs");
  const tool = await findDump(databaseUrl);
  return (part) => dumpDatabase(databaseUrl, dataDir, part, tool);
}

function sayBackup(folder, { rows, postgres }) {
  const counts = Object.values(rows);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return `${counts.length} tables with ${total} rows, of Postgres ${postgres}, are in ${folder}.
It holds what people entrusted to you, and keys: keep it encrypted, on another machine.
Beside it, and not in it, keep which accounts were erased: npm run erasures -- export FILE`;
}
