import { randomInt } from "node:crypto";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { readFlags } from "../flags.mjs";

const FULL = { seconds: 150, least: { server: 10, postgres: 10, connections: 2, freeze: 2, memory: 2 }, limit: 480 };
const SHORT = { seconds: 26, least: { server: 2, postgres: 2 }, limit: 100 };

/** How long a load lasts at least, how often what must happen in it, and when it is given up (seconds). */
export function readOptions(args) {
  const { values } = readFlags("bench/faults/README.md", {
    // A flag may stand alone: --drop-key is --drop-key=yes.
    args: args.map((arg) => (arg === "--drop-key" ? "--drop-key=yes" : arg)),
    options: {
      short: { type: "boolean", default: false },
      seed: { type: "string", default: String(randomInt(1_000_000)) },
      operations: { type: "string", default: "10000" },
      "synchronous-commit": { type: "string", default: "on" },
      "full-disk": { type: "boolean", default: false },
      "drop-key": { type: "string", default: "no" },
    },
  });
  const synchronousCommit = oneOf("--synchronous-commit", values["synchronous-commit"], ["on", "off"]);
  const dropKey = oneOf("--drop-key", values["drop-key"], ["no", "yes", "lenient"]);
  const operations = Number(values.operations);
  if (!Number.isInteger(operations) || operations < 160 || operations > 100_000) throw new Refusal("--operations must be from 160 to 100000.");
  const pace = values.short ? SHORT : FULL;
  const fullDisk = values["full-disk"];
  // Without the key nothing can be recorded: the kills are not worth waiting for.
  const least = { ...pace.least, ...(fullDisk && { disk: 2 }) };
  return { seed: values.seed, operations, synchronousCommit, dropKey, fullDisk, spoilsServer: !values.short, ...pace, least, ...(dropKey === "yes" && { limit: 30 }) };
}

function oneOf(flag, value, allowed) {
  if (!allowed.includes(value)) throw new Refusal(`${flag} is one of ${allowed.join(", ")}, not "${value}".`);
  return value;
}
