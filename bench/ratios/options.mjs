import { Refusal } from "../../db/embedded/refusal.mjs";
import { readFlags } from "../flags.mjs";

const PARTS = ["ticks", "answers", "files", "server"];

/** Which parts to measure, all unless some are named, and where the figures go as JSON. */
export function readOptions(args) {
  const { positionals: parts, values } = readFlags("docs/performance.md", { args, allowPositionals: true, options: { json: { type: "string" } } });
  const unknown = parts.find((part) => !PARTS.includes(part));
  if (unknown) throw new Refusal(`"${unknown}" is none of ${PARTS.join(", ")}.`);
  return { parts: parts.length > 0 ? parts : PARTS, json: values.json };
}
