import { pick } from "@/bench/faults/random.mjs";
import { CANARY } from "./values";

/** A slot of a form and what stands in it: a text, or a file where none is asked for. */
export type Part = [name: string, value: string | { file: string; name: string }];
export type Body = { body: Buffer; type: string };

const BOUNDARY = "----hostile";
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

export function formOf(parts: readonly Part[]): Body {
  return { body: Buffer.from(parts.map(partOf).join("") + `--${BOUNDARY}--\r\n`), type: TYPE };
}

function partOf([name, value]: Part): string {
  const file = typeof value === "string" ? "" : `; filename="${value.name}"\r\nContent-Type: application/octet-stream`;
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${typeof value === "string" ? value : value.file}\r\n`;
}

const ARGUMENTS = partOf(["0", '[null,"$K1"]']);
const END = `--${BOUNDARY}--\r\n`;

const BROKEN: (() => string)[] = [
  () => "",
  () => END,
  () => ARGUMENTS,
  () => ARGUMENTS.slice(0, -20),
  () => `--${BOUNDARY}`,
  () => `--${BOUNDARY}\r\n\r\n${CANARY}\r\n${END}`,
  () => `--${BOUNDARY}\r\nContent-Disposition: form-data\r\n\r\n${CANARY}\r\n${ARGUMENTS}${END}`,
  () => `--${BOUNDARY}\r\nContent-Disposition: x; name="0"\r\n\r\n[]\r\n${END}`,
  () => `--${BOUNDARY}\nContent-Disposition: form-data; name="0"\n\n[]\n--${BOUNDARY}--\n`,
  () => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="0"; filename="x"\r\n\r\n[]\r\n${END}`,
  () => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="0"\r\nContent-Transfer-Encoding: base64\r\n\r\nW10=\r\n${END}`,
  () => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="0"\r\nContent-Type: text/plain; charset=x\r\n\r\n[]\r\n${END}`,
  () => `--${BOUNDARY}\r\n${"X-Y: z\r\n".repeat(3_000)}\r\n\r\n[]\r\n${END}`,
  () => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${"n".repeat(100_000)}"\r\n\r\n[]\r\n${END}`,
  () => partOf(["_1_\u0000", "x"]) + ARGUMENTS + END,
  () => partOf(["__proto__", "x"]) + partOf(["_1___proto__", "x"]) + partOf(["_1_constructor", "x"]) + ARGUMENTS + END,
  () => Array.from({ length: 3_000 }, (_, n) => partOf([`_1_f${n}`, "x"])).join("") + ARGUMENTS + END,
  () => Array.from({ length: 500 }, () => partOf(["_1_cohort", "x"])).join("") + ARGUMENTS + END,
  () => ARGUMENTS + ARGUMENTS + partOf(["_1_x", "after what refers to it"]) + END,
  () => partOf(["0", ""]) + END,
  () => partOf(["0", "[["]) + END,
  () => partOf(["0", "[".repeat(50_000)]) + END,
  () => partOf(["0", `["$1","$2"]`]) + partOf(["1", `"$2"`]) + partOf(["2", `"$1"`]) + END,
  () => partOf(["0", `["$1"]`]) + partOf(["1", `["$1","$1","$1","$1"]`]) + END,
  () => partOf(["0", `[null,"$K${"1".repeat(20)}"]`]) + END,
  () => partOf(["0", `["$F1"]`]) + partOf(["1", `{"id":"x#y","bound":null}`]) + END,
  () => partOf(["0", `["$F1"]`]) + partOf(["1", `{"id":"__proto__","bound":"$@0"}`]) + END,
  () => partOf(["0", `["$1:a:b:__proto__:c"]`]) + partOf(["1", `{"a":{"b":1}}`]) + END,
  () => partOf(["0", `["$r1"]`]) + partOf(["1", "x"]) + partOf(["1", "C"]) + END,
  () => partOf(["0", `["$o1","$V1","$A1","$b1"]`]) + partOf(["1", "x"]) + END,
];

/** What says that it is a form, and is none, or none that React sends. */
export function brokenForm(random: () => number): Body {
  return { body: Buffer.from(pick(random, BROKEN)()), type: pick(random, [TYPE, TYPE, TYPE, TYPE, "multipart/form-data", "multipart/form-data; boundary=other", `multipart/mixed; boundary=${BOUNDARY}`, `${TYPE}; boundary=x`]) };
}
