import { expect, test } from "vitest";
import { gridHref, readGridView, sayPosition, stepAsked, stepHref } from "./grid-view";

const ID = "01a208f3-9e94-7ea1-9264-61c8fcaf5fac";
const plain = { step: null, sort: "name", group: null, doing: false, after: null };

test("what cannot be is left out, and what can be is kept", () => {
  const odd = [
    { step: "no-such-step", sort: "email", group: "a\0b", doing: "yes", after: "1 or 1=1" },
    { step: ["understand-databases", "testing"], sort: ["name"], group: "", doing: ["1"], after: [ID] },
    { step: "__proto__", group: "\ud800", after: `${ID}' --`, more: "x" },
    {},
  ];
  for (const search of odd) expect(readGridView(search)).toEqual(plain);
  const all = { step: "testing", sort: "proven", group: "संध्या", doing: "1", after: ID };
  expect(readGridView(all)).toEqual({ ...all, doing: true });
});

test("another view begins at its first page", () => {
  const view = readGridView({ step: "testing", sort: "last", group: "B 1", after: ID });
  expect(gridHref({ slug: "pune" }, view, { sort: "name" })).toBe("/teach/cohorts/pune/grid?step=testing&group=B+1");
  expect(gridHref({ slug: "pune" }, readGridView({}), {})).toBe("/teach/cohorts/pune/grid");
});

test("another step shows the same learners, unless their order hangs on the step", () => {
  const href = (sort: string) => stepHref({ slug: "pune" }, readGridView({ step: "testing", sort, after: ID }), { slug: "ci-cd" });
  expect(href("name")).toContain(`after=${ID}`);
  expect(href("done")).toBe("/teach/cohorts/pune/grid?step=ci-cd&sort=done");
});

test("a question about a step is one about the first when it names none", () => {
  expect(stepAsked(readGridView({}))).toBeNull();
  expect(stepAsked(readGridView({ sort: "done" }))?.number).toBe(1);
  expect(stepAsked(readGridView({ doing: "1" }))?.number).toBe(1);
  expect(stepAsked(readGridView({ step: "understand-databases" }))?.number).toBe(2);
});

test("the position says how many are shown of how many", () => {
  expect(sayPosition(50, 0, 312)).toBe("50 of 312 learners");
  expect(sayPosition(12, 300, 312)).toBe("301 to 312 of 312 learners");
  expect(sayPosition(1, 0, 1)).toBe("1 of 1 learner");
});
