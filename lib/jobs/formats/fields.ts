import { z } from "zod";
import { dateOf, untilOf } from "./dates";
import { lineOf, linesOf } from "./lines";
import { amountOf } from "./stated";

// A field that is missing or of another kind is null: what a listing must have is asked for once, in lib/jobs/listing.ts.

const anything = z.unknown().optional();

/** One line of text, or a number as text. */
export const said = anything.transform(lineOf);
export const lines = anything.transform(linesOf);
export const flag = anything.transform((value) => (typeof value === "boolean" ? value : null));
export const amount = anything.transform(amountOf);
export const date = anything.transform(dateOf);
export const until = anything.transform(untilOf);

/** An object within a row. */
export function group<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape).nullable().catch(null);
}

/** A list within a row: what is not of the kind is left out, and what is no list is empty. */
export function several<Kind extends z.ZodType>(kind: Kind) {
  return z
    .array(kind.nullable().catch(null))
    .catch([])
    .transform((found) => found.filter((one) => one !== null));
}
