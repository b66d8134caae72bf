import { Refusal } from "../../db/embedded/refusal.mjs";
import { readFlags } from "../flags.mjs";

const SIZES = [1_000, 100_000, 1_000_000];

/** The sizes of the installations to measure, whether each page is called a few times only, and the seed of the people in them. */
export function readOptions(args) {
  const { values } = readFlags("docs/performance.md", {
    args,
    options: {
      learners: { type: "string", multiple: true, default: ["1000", "100000"] },
      quick: { type: "boolean", default: false },
      seed: { type: "string", default: "1" },
      json: { type: "string" },
      svg: { type: "string" },
    },
  });
  const sizes = values.learners.map(Number);
  if (!sizes.every((size) => SIZES.includes(size))) throw new Refusal(`--learners is one of ${SIZES.join(", ")}.`);
  const seed = Number(values.seed);
  if (!Number.isInteger(seed) || seed < 0 || seed > 1_000_000) throw new Refusal("--seed is a whole number up to 1000000.");
  return { sizes, quick: values.quick, seed, json: values.json, svg: values.svg };
}
