import { expect, test } from "vitest";
import { packShares } from "@/lib/cohorts/grid-cells";
import { rowWriter } from "./grid-row";

const share = (done: number) => ({ total: 4, done, proven: 0, skipped: 0, waived: 0 });
const learner = { id: "1", name: "Asha Rao", path: "/teach/cohorts/b1/learners/1", said: "1 done, 0 proven of 2", cells: "340000", folded: packShares([share(0), share(4)]) };

test("a row is its head, the folded steps before, the items, and the folded steps after", () => {
  const [head, ...cells] = rowWriter(1)(learner).split("<td");
  expect(head).toBe('<th role="rowheader" scope="row"><a href="/teach/cohorts/b1/learners/1">Asha Rao</a> <small>1 done, 0 proven of 2</small></th>');
  expect(cells.map((cell) => /aria-label="([^"]*)"/.exec(cell)?.[1])).toEqual(["0 done, 0 proven of 4", "proven, reviewed", "to do", "4 done, 0 proven of 4"]);
});

test("a name stays a name, whatever it holds", () => {
  const html = rowWriter(1)({ ...learner, name: `<img src=x onerror="alert(1)">&amp;`, path: `/"><script>`, said: `</small><b>` });
  expect(html).toContain(">&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;amp;</a>");
  expect(html.match(/<(?!\/?(th|a|small|td)\b)/g)).toBeNull();
});
