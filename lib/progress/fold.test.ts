import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldOperations, outranks, type Operation } from "./fold";
import { STATES } from "./states";

const operation: fc.Arbitrary<Operation> = fc.record({
  opId: fc.uuid({ version: 7 }),
  itemId: fc.constantFrom("a", "b", "c"),
  state: fc.constantFrom(...STATES),
  clock: fc.integer({ min: 1, max: 4 }),
  at: fc.constant("2026-11-22T10:00:00.000Z"),
});
const log = fc.uniqueArray(operation, { selector: (o) => o.opId, maxLength: 40 });

function deciding(operations: Iterable<Operation>) {
  return Object.fromEntries([...foldOperations(operations)].map(([itemId, o]) => [itemId, o.opId]));
}

describe("the fold of the log", () => {
  test("any order gives the same state", () => {
    fc.assert(
      fc.property(log, fc.infiniteStream(fc.nat()), (operations, order) => {
        const keys = operations.map((o) => ({ o, key: order.next().value ?? 0 }));
        const shuffled = keys.sort((a, b) => a.key - b.key).map(({ o }) => o);
        expect(deciding(shuffled)).toEqual(deciding(operations));
      }),
    );
  });

  test("duplicates change nothing", () => {
    fc.assert(
      fc.property(log, (operations) => {
        expect(deciding([...operations, ...operations])).toEqual(deciding(operations));
      }),
    );
  });

  test("late delivery gives the same state as if all had come at once", () => {
    fc.assert(
      fc.property(log, fc.nat(), (operations, cut) => {
        const early = operations.slice(0, cut % (operations.length + 1));
        const late = operations.slice(early.length);
        expect(deciding([...foldOperations(early).values(), ...late])).toEqual(deciding(operations));
      }),
    );
  });

  test("folding two devices' folds gives the fold of both logs", () => {
    fc.assert(
      fc.property(log, log, (one, other) => {
        const both = [...foldOperations(one).values(), ...foldOperations(other).values()];
        expect(deciding(both)).toEqual(deciding([...one, ...other]));
      }),
    );
  });

  test("of two different operations one outranks the other", () => {
    fc.assert(
      fc.property(operation, operation, (a, b) => {
        fc.pre(a.opId !== b.opId);
        expect(outranks(a, b)).toBe(!outranks(b, a));
      }),
    );
  });

  test("a change made after seeing another always wins over it", () => {
    const done: Operation = { opId: "0", itemId: "a", state: "done", clock: 3, at: "" };
    const undone: Operation = { opId: "1", itemId: "a", state: "todo", clock: 4, at: "" };
    expect(foldOperations([undone, done]).get("a")?.state).toBe("todo");
  });

  test("of changes made without knowing of each other the stronger state stays", () => {
    const of = (state: Operation["state"]): Operation => ({ opId: `9-${state}`, itemId: "a", state, clock: 1, at: "" });
    expect(foldOperations(STATES.map(of)).get("a")?.state).toBe("done");
  });
});
