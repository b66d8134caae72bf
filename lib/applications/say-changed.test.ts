import { expect, test } from "vitest";
import { changedElsewhere, drawnOf, readDrawn } from "./drawn";
import { sayChanged } from "./say-changed";

const DRAWN = { title: "API developer", company: "Mango Ledger", url: null, appliedOn: "2026-11-01", contact: "", nextAction: "Call", nextOn: "2026-12-01", notes: "One round" };

test("what a form was drawn with is told apart from what is there, field by field", () => {
  const drawn = readDrawn(drawnOf(DRAWN));
  expect(drawn.appliedOn).toBe("2026-11-01");
  expect(readDrawn(drawnOf({ ...DRAWN, appliedOn: null })).appliedOn).toBeNull();
  const changed = (there: object, typed: object) => changedElsewhere({ ...DRAWN, ...there }, { ...DRAWN, ...typed }, drawn);
  expect(changed({}, { notes: "Two rounds", contact: "Ms Rao" })).toEqual([]);
  expect(changed({ notes: "Two rounds" }, { notes: "Two rounds" })).toEqual([]);
  expect(changed({ notes: "Two rounds", nextAction: "", nextOn: null }, { contact: "Ms Rao" })).toEqual(["nextAction", "nextOn", "notes"]);
  expect(changed({ notes: "Two rounds" }, { notes: "Three rounds" })).toEqual(["notes"]);
});

test("beside each field stands what was written elsewhere, cut where it is long", () => {
  const there = { ...DRAWN, nextOn: "2026-12-03", nextAction: "", contact: "Ms Rao", notes: "👩".repeat(501) };
  expect(sayChanged(there, ["nextOn", "nextAction", "contact", "notes"]).fieldErrors).toEqual({
    nextOn: "Elsewhere it says: 3 December",
    nextAction: "It was emptied elsewhere.",
    contact: "Elsewhere it says: Ms Rao",
    notes: `Elsewhere it begins: ${"👩".repeat(500)} …`,
  });
});
