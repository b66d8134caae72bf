import { isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { addSource, findSourceByAddress, findSourceByName } from "@/db/queries/job-sources";
import { formats } from "./formats/formats";
import { importBody, importSource } from "./importer";
import { checkAddress } from "./public-address";
import { sayImport } from "./say-import";
import { FORMATS, type Format } from "./words";

const MOST_BYTES = 5_000_000;
const USAGE = `Usage: npm run jobs:import -- <file or address> --format ${FORMATS.filter((format) => formats[format]).join("|")} [--name "Employer or board"]`;

/**
 * Reads the file or the address that the arguments of `npm run jobs:import` name. A file is all its source has; a source is found again by
 * its name, or by its address. Throws an Error with a sentence for people when there is nothing to read.
 */
export async function importNamed(args: string[]): Promise<{ ok: boolean; message: string }> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { format: { type: "string" }, name: { type: "string" } } });
  const [from] = positionals;
  if (!from || positionals.length > 1) throw new Error(USAGE);
  return /^https?:/.test(from) ? importAddress(from, values) : importFile(from, values);
}

async function importFile(file: string, values: { format?: string; name?: string }) {
  const format = formatOf(values.format ?? path.extname(file).slice(1));
  const { size } = await stat(file);
  if (size > MOST_BYTES) throw new Error(`${file} has ${size.toLocaleString("en-IN")} bytes; at most ${MOST_BYTES.toLocaleString("en-IN")} are read.`);
  const body = await readFile(file);
  if (!isUtf8(body)) throw new Error(`${file} is not UTF-8. Save it as UTF-8.`);
  const name = values.name ?? path.basename(file, path.extname(file));
  const source = (await findSourceByName(format, name)) ?? (await addSource({ name, format, address: null, intervalMinutes: 1440, addedBy: null }));
  if (!source) throw new Error("The source could not be added. Try again.");
  return sayImport(await importBody(source, body.toString("utf8"), null));
}

async function importAddress(typed: string, values: { format?: string; name?: string }) {
  const format = formatOf(values.format);
  const address = formats[format]?.addressOf?.(typed) ?? null;
  if (address === null) throw new Error(`This is no address of ${formats[format]?.label}. Write one such as ${formats[format]?.example}.`);
  const refusal = checkAddress(address);
  if (refusal) throw new Error(refusal);
  const source =
    (await findSourceByAddress(format, address)) ??
    (await addSource({ name: values.name ?? new URL(address).host, format, address, intervalMinutes: 1440, addedBy: null }));
  if (!source) throw new Error("The source could not be added. Try again.");
  return sayImport(await importSource(source, null));
}

function formatOf(name: string | undefined): Format {
  const format = FORMATS.find((candidate) => candidate === name);
  if (!format || !formats[format]) throw new Error(USAGE);
  return format;
}
