import { parseArgs } from "node:util";
import { Refusal } from "../../db/embedded/refusal.mjs";

const PARTS = ["ticks", "answers", "files", "server"];

/** Which parts to measure, all unless some are named, and where the figures go as JSON. */
export function readOptions(args) {
  let given;
  try {
    given = parseArgs({ args, allowPositionals: true, options: { json: { type: "string" } } });
  } catch (error) {
    throw new Refusal(`${error.message}\ndocs/performance.md lists the flags.`);
  }
  const { positionals: parts, values } = given;
  const unknown = parts.find((part) => !PARTS.includes(part));
  if (unknown) throw new Refusal(`"${unknown}" is none of ${PARTS.join(", ")}.`);
  return { parts: parts.length > 0 ? parts : PARTS, json: values.json };
}
