import { parseArgs } from "node:util";
import { Refusal } from "../db/embedded/refusal.mjs";
import { install } from "./install.mjs";
import { leave } from "./leave.mjs";

const EXIT = { PASS: 0, FAIL: 1, INDETERMINATE: 3 };

/** `npm run test:upgrade -- COMMIT`: whether that version survives the migrations that came after it. */
export async function testUpgrade(args) {
  await install();
  const { playOldVersion } = await import("./old-version.mjs");
  let verdict = "INDETERMINATE";
  try {
    verdict = await playOldVersion(readOptions(args));
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
  }
  await leave(EXIT[verdict], verdict);
}

function readOptions(args) {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { spoil: { type: "boolean", default: false } } });
    if (positionals.length > 1) throw new Error("One commit is enough.");
    return { commit: positionals[0], ...values };
  } catch (error) {
    throw new Refusal(`${error.message}\nUsage: npm run test:upgrade -- [COMMIT] [--spoil]`);
  }
}
