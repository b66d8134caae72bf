import { Refusal } from "../../db/embedded/refusal.mjs";
import { readFlags } from "../flags.mjs";

/** How long, and whether the server is made to keep every answer, which must be seen. */
export function readOptions(args) {
  const { values } = readFlags("docs/performance.md", { args, options: { minutes: { type: "string", default: "60" }, leak: { type: "boolean", default: false }, json: { type: "string" } } });
  const minutes = Number(values.minutes);
  if (!(minutes >= 2 && minutes <= 600)) throw new Refusal("--minutes is from 2 to 600.");
  return { minutes, leak: values.leak, json: values.json };
}
