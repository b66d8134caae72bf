import { z } from "zod";
import { isItemId } from "@/lib/roadmap/catalog";
import type { Operation } from "./fold";
import { HIGHEST_CLOCK, STATES } from "./states";

const MOST_OPERATIONS = 200;

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const operation = z.strictObject({
  opId: z.string().regex(UUID_V7, "The id of this change is not one that Milepost makes."),
  itemId: z.string().refine(isItemId, "The roadmap has no item of this name."),
  state: z.enum(STATES, "An item is to do, doing, done or skipped."),
  clock: z.int().min(1).max(HIGHEST_CLOCK),
  at: z.iso.datetime().refine((at) => at >= "1970", "The time of this change cannot be read."),
}) satisfies z.ZodType<Operation>;

const call = z.strictObject({
  owner: z.string(),
  operations: z.array(z.unknown()).min(1),
});

export type Checked = { operation: Operation } | { refused: string };

export type CheckedCall = { owner: string; operations: Checked[] };

/** Reads one call. Null: it is no call at all. "too-many": refused whole. Otherwise each operation is good or refused with a reason. */
export function readProgressCall(input: unknown): CheckedCall | "too-many" | null {
  const parsed = call.safeParse(input);
  if (!parsed.success) return null;
  if (parsed.data.operations.length > MOST_OPERATIONS) return "too-many";
  const seen = new Map<string, string>();
  return { owner: parsed.data.owner, operations: parsed.data.operations.map((value) => readOperation(value, seen)) };
}

function readOperation(value: unknown, seen: Map<string, string>): Checked {
  const parsed = operation.safeParse(value);
  if (!parsed.success) return { refused: parsed.error.issues[0]?.message ?? "This change cannot be read." };
  const { opId, itemId, state, clock } = parsed.data;
  const payload = `${itemId} ${state} ${clock}`;
  if ((seen.get(opId) ?? payload) !== payload) return { refused: REUSED };
  seen.set(opId, payload);
  return { operation: parsed.data };
}

export const REUSED = "The id of this change already stands for another one.";
