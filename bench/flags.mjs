import { parseArgs } from "node:util";
import { Refusal } from "../db/embedded/refusal.mjs";

/** What parseArgs of node:util makes of the words; a flag that is none is refused, with the page that lists them. */
export function readFlags(page, given) {
  try {
    return parseArgs(given);
  } catch (error) {
    throw new Refusal(`${error.message}\n${page} lists the flags.`);
  }
}
