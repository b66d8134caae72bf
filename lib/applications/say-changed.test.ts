import { expect, test } from "vitest";
import { sayChanged } from "./say-changed";

const NOTHING = { title: "API developer", company: "Mango Ledger", url: null, appliedOn: null, contact: "", nextAction: "", nextOn: null, notes: "" };

test("beside each field that differs stands what was written elsewhere, cut where it is long, and nothing beside the others", () => {
  const there = { ...NOTHING, appliedOn: "2026-11-30", contact: "Ms Rao", notes: "👩".repeat(501) };
  const said = sayChanged(there, { ...NOTHING, nextAction: "Call", nextOn: "2026-12-01" });
  expect(said.ok).toBe(false);
  expect(said).toMatchObject({
    fieldErrors: { appliedOn: "Elsewhere it says: 30 November", contact: "Elsewhere it says: Ms Rao", notes: `Elsewhere it begins: ${"👩".repeat(500)} …`, nextAction: "Elsewhere it was left empty.", nextOn: "Elsewhere it was left empty." },
  });
  expect(Object.keys((!said.ok && said.fieldErrors) || {})).toHaveLength(5);
});
