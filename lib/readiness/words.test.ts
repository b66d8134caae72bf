import { expect, test } from "vitest";
import { chooseMark } from "./marks";
import type { Part } from "./measure";
import { sayNothingYet, sayPoints, sayStanding, sayWork } from "./words";

const points = (provenPoints: number, claimedPoints: number) => sayPoints({ points: provenPoints + claimedPoints, provenPoints, claimedPoints });

test("points are said as proven, claimed and missing, and what is none is not said", () => {
  expect(points(70, 8)).toBe("70 points are proven, 8 rest on claims, 22 are missing.");
  expect(points(0, 1)).toBe("1 point rests on a claim, 99 are missing.");
  expect(points(99, 0)).toBe("99 points are proven, 1 is missing.");
  expect(points(90, 10)).toBe("90 points are proven, 10 rest on claims.");
  expect(points(0, 0)).toBe("All 100 points are missing.");
  expect(points(100, 0)).toBe("All 100 points are proven.");
});

test("skills without anything are named while they are few", () => {
  const part = (skill: Part["skill"], known: boolean): Part => ({ skill, weight: 10, level: "aware", points: 0, provenPoints: 0, best: known ? { itemId: "a", level: 0 } : null });
  expect(sayNothingYet([part("apis", true)])).toBe("");
  expect(sayNothingYet([part("apis", true), part("testing", false), part("security", false)])).toBe("Nothing yet for Testing and Security practices.");
  expect(sayNothingYet([part("apis", true), ...(["testing", "security", "ci-cd", "web-servers"] as const).map((skill) => part(skill, false))])).toBe("4 of the 5 skills have nothing yet.");
  expect(sayNothingYet([part("apis", false)])).toBe("No skill it asks has anything yet.");
});

test("work is said in items and hours", () => {
  expect(sayWork(2, 6)).toBe("Two items, 6 hours");
  expect(sayWork(1, 1)).toBe("One item, 1 hour");
  expect(sayWork(13, 69)).toBe("13 items, 69 hours");
});

test("an item of the way says how it stands", () => {
  expect(sayStanding({ state: "done", level: 1 })).toBe("done, which is a claim: prove it");
  expect(sayStanding({ state: "todo", level: 2 })).toBe("proven: let a person review it");
  expect(sayStanding({ state: "todo", level: 1 })).toBeNull();
  expect(sayStanding(undefined)).toBeNull();
});

test("the mark is the one in the address, else the next above the points, else 100", () => {
  expect(chooseMark("90", 10)).toBe(90);
  expect(chooseMark("80", 10)).toBe(75);
  expect(chooseMark(["90", "75"], 75)).toBe(90);
  expect(chooseMark(undefined, 90)).toBe(100);
  expect(chooseMark(undefined, 100)).toBe(100);
});
