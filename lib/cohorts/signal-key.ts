import { RULES, type Rule, type Signal } from "./signals";

/** Names a signal in an address and in a form: learner, rule and item. */
export function keyOfSignal({ learner, rule, itemId }: Pick<Signal, "learner" | "rule" | "itemId">): string {
  return `${learner.id}.${rule}.${itemId ?? ""}`;
}

export function isRule(value: string): value is Rule {
  return Object.hasOwn(RULES, value);
}
