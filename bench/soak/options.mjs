import { Refusal } from "../../db/embedded/refusal.mjs";
import { readFlags } from "../flags.mjs";

/**
 * How long; whether the server is made to keep every answer, which must be seen; whether V8 compiles nothing to machine code, which is then not part of
 * what grows.
 */
export function readOptions(args) {
  const { values } = readFlags("docs/performance.md", { args, options: { minutes: { type: "string", default: "60" }, leak: { type: "boolean", default: false }, uncompiled: { type: "boolean", default: false }, json: { type: "string" } } });
  const minutes = Number(values.minutes);
  if (!(minutes >= 2 && minutes <= 600)) throw new Refusal("--minutes is from 2 to 600.");
  return { minutes, leak: values.leak, uncompiled: values.uncompiled, json: values.json };
}
