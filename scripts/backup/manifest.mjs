import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import { sumOf } from "../../db/embedded/copy-file.mjs";
import { Refusal } from "../../db/embedded/refusal.mjs";

const NAME = "manifest.json";
const FORMAT = 1;

const inside = z.string().regex(/^(?:milepost\.dump|(?:pg|kept)(?:\/[^/\\]+)*)$/).refine((name) => !name.split("/").includes(".."));
const sum = z.string().regex(/^[0-9a-f]{64}$/);

const manifest = z.object({
  format: z.literal(FORMAT),
  kind: z.enum(["embedded", "dump"]),
  milepost: z.string(),
  /** Of the server, as "18.4". */
  postgres: z.string().regex(/^\d+/),
  /** Of pg_dump, as "18.4". */
  tool: z.string().regex(/^\d+/).optional(),
  madeAt: z.iso.datetime(),
  migrations: z.int().min(0),
  rows: z.record(z.string(), z.int().min(0)),
  folders: z.array(inside),
  files: z.record(inside, sum),
});

/** @typedef {z.infer<typeof manifest>} Manifest */

/** Written last: a folder without it is no backup. @param {Omit<Manifest, "format" | "milepost" | "madeAt">} said */
export function writeManifest(folder, said, madeAt) {
  const { version: milepost } = JSON.parse(fs.readFileSync("package.json", "utf8"));
  const whole = { format: FORMAT, milepost, madeAt: madeAt.toISOString(), ...said };
  fs.writeFileSync(path.join(folder, NAME), `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600, flag: "wx", flush: true });
}

/** @returns {Manifest} */
export function readManifest(folder) {
  if (folder.endsWith(".part")) throw new Refusal(`${folder} is a backup that was cut off: take another.`);
  const file = path.join(folder, NAME);
  if (!fs.existsSync(file)) throw new Refusal(`${folder} is not a whole backup: there is no ${NAME} in it.`);
  const { success, data } = manifest.safeParse(parse(fs.readFileSync(file, "utf8")));
  if (!success) throw new Refusal(`${file} is damaged, or of another Milepost than this one.`);
  return data;
}

/** Refuses when a file of the backup is missing or is not what was written. */
export async function checkSums(folder, { files }) {
  for (const [name, wanted] of Object.entries(files)) {
    const file = path.join(folder, name);
    if (!fs.existsSync(file)) throw new Refusal(`The backup is damaged: ${file} is missing.`);
    if ((await sumOf(file)) !== wanted) throw new Refusal(`The backup is damaged: ${file} is not what was written.`);
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
