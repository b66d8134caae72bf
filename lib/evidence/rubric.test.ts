import { expect, test } from "vitest";
import { judgeRubric, rubricOf, sayMet } from "./rubric";

test("a rubric is judged line by line, in its own order", () => {
  const [first = "", second = "", ...rest] = rubricOf("model-entities");
  const judged = judgeRubric("model-entities", [second]);
  expect(judged?.slice(0, 2)).toEqual([{ text: first, met: false }, { text: second, met: true }]);
  expect(judged).toHaveLength(2 + rest.length);
  expect(sayMet(judged ?? [])).toBe(`1 of ${2 + rest.length}`);
});

test("an item without a rubric has nothing to judge, and a line of another is refused", () => {
  expect(judgeRubric("shell-basics", [])).toBeNull();
  expect(judgeRubric("shell-basics", ["It runs."])).toBeUndefined();
  expect(judgeRubric("model-entities", [rubricOf("layer-the-code")[0] ?? ""])).toBeUndefined();
});
