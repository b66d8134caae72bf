import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SUPPLY_CHECKS } from "../supply/checks.mjs";
import { REQUIREMENTS } from "./requirements.mjs";
import { judge, sayTable, whereOf } from "./table.mjs";

const asked = (proofs: string[]) => [{ id: "1", asvs: "1.1.1", says: "it holds", proofs }];
const outcome = (title: string, ok = true) => ({ file: "a.test.ts", title, ok });

test("a requirement is shown when every test it names ran and passed", () => {
  expect(judge([outcome("one › first"), outcome("one › second"), outcome("other", false)], { requirements: asked(["a.test.ts › one"]) })).toMatchObject([{ result: "passed", tests: 2 }]);
});

test("it fails with one of them, and says which", () => {
  const rows = judge([outcome("one › first"), outcome("one › second", false)], { requirements: asked(["a.test.ts › one"]) });
  expect(rows[0]).toMatchObject({ result: "FAILED", faults: ["failed: a.test.ts › one › second"] });
  expect(sayTable(rows)).toContain("0 are shown, 1 failed, 0 are open");
});

test("it fails when a test it names is not there any more", () => {
  expect(judge([outcome("one")], { requirements: asked(["a.test.ts › one", "a.test.ts › gone"]) })[0]).toMatchObject({ result: "FAILED", faults: ["no test is named a.test.ts › gone"] });
});

test("a proof that the short form leaves out was not run, and a failed one still fails", () => {
  const requirements = asked(["a.test.ts › one", "a.test.ts › left out"]);
  expect(judge([outcome("one")], { whole: false, requirements })[0]).toMatchObject({ result: "not run", faults: ["not run: a.test.ts › left out"] });
  expect(judge([outcome("one", false)], { whole: false, requirements })[0]).toMatchObject({ result: "FAILED" });
});

test("without a proof it is open, and never shown", () => {
  expect(judge([outcome("one")], { requirements: asked([]) })).toMatchObject([{ result: "open", tests: 0 }]);
});

test("every file and check that a requirement names is there", () => {
  for (const proof of REQUIREMENTS.flatMap(({ proofs }) => proofs)) {
    if (whereOf(proof) === "supply") expect(Object.keys(SUPPLY_CHECKS)).toContain(proof.split(" › ")[1]);
    else expect(() => readFileSync(String(whereOf(proof))), proof).not.toThrow();
  }
});
