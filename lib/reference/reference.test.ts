import { describe, expect, test } from "vitest";
import { findStep } from "@/lib/roadmap/catalog";
import { stopAt } from "./checks";
import { comparison } from "./comparison";
import { definitions } from "./definitions";
import { questionProblems, responsibilityProblems, salaryProblems } from "./problems";
import { questions, type Question } from "./questions";
import { responsibilities } from "./responsibilities";
import { sayLakh, sayRupees } from "./rupees";
import { gapsBetween, salaries, type Salaries } from "./salaries";
import { sayDate, sayMonth } from "./source";

test("nine aspects, twelve responsibilities, six questions and three bands have no problems", () => {
  expect(comparison).toHaveLength(9);
  expect(responsibilities).toHaveLength(12);
  expect(questions).toHaveLength(6);
  expect(salaries.bands).toHaveLength(3);
  expect(responsibilityProblems(responsibilities)).toEqual([]);
  expect(questionProblems(questions)).toEqual([]);
  expect(salaryProblems(salaries)).toEqual([]);
});

test("every sentence ends, and uses typographic marks", () => {
  const texts = [
    ...comparison.flatMap(({ frontEnd, backEnd }) => [frontEnd, backEnd]),
    ...responsibilities.map(({ summary }) => summary),
    ...questions.flatMap(({ answer }) => answer),
    ...Object.values(definitions).flat(),
  ];
  expect(texts.filter((text) => !/^[A-Z].*\.$/.test(text) || /'|"|\.\.\.| {2}/.test(text))).toEqual([]);
});

test("a fault stops the build with all its sentences", () => {
  expect(() => stopAt("It cannot be used.", [])).not.toThrow();
  expect(() => stopAt("It cannot be used.", ["One.", "Two."])).toThrow("It cannot be used.\nOne.\nTwo.");
});

describe("a responsibility", () => {
  const duty = { slug: "a", title: "A", summary: "Does.", items: ["shell-basics"] };

  test("must name items that exist", () => {
    expect(responsibilityProblems([duty])).toEqual([]);
    expect(responsibilityProblems([{ ...duty, items: ["ghost"] }])).toEqual(["Responsibility a names ghost, which is not an item."]);
    expect(responsibilityProblems([{ ...duty, items: [] }])).toEqual(["Responsibility a names no item."]);
  });

  test("must have a text and a slug of its own", () => {
    expect(responsibilityProblems([{ ...duty, summary: "" }])).toEqual(["Responsibility a has no summary, or an empty line in it."]);
    expect(responsibilityProblems([duty, duty])).toEqual(["Responsibility a is listed more than once."]);
  });
});

describe("a question", () => {
  const question: Question = { slug: "a", question: "Why?", answer: ["So."], more: [{ name: "Roles", href: "/roles" }] };

  test("must ask, be answered, and lead to our own pages", () => {
    expect(questionProblems([question])).toEqual([]);
    expect(questionProblems([{ ...question, question: "Why" }])).toEqual(["Question a does not end with a question mark."]);
    expect(questionProblems([{ ...question, answer: [] }])).toEqual(["Question a has no answer, or an empty line in it."]);
    for (const href of ["https://example.org/", "//example.org/", "roles"]) {
      expect(questionProblems([{ ...question, more: [{ name: "Out", href }] }])).toEqual([`Question a leads to ${href}, which is not a page of ours.`]);
    }
  });

  test("leads to steps that exist", () => {
    const steps = questions.flatMap(({ more }) => more.flatMap(({ href }) => (href.startsWith("/roadmap/") ? href.slice(9) : [])));
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter((slug) => !findStep(slug))).toEqual([]);
  });
});

describe("salaries", () => {
  const faulty = (change: Partial<Salaries>) => salaryProblems({ ...salaries, ...change });
  const band = (level: "entry" | "mid" | "senior", min: number, max: number | null) => ({ level, min, max });

  test("need a source and a date", () => {
    expect(faulty({ source: { title: "", publisher: "P", date: "2024-01-31" } })).toEqual(["The source of the salaries has no title, or an empty line in it."]);
    for (const date of ["", "January 2024", "2024-13-01"]) {
      expect(faulty({ source: { title: "T", publisher: "P", date } })).toEqual([`The salaries have no date: ${date}.`]);
    }
  });

  test("go upwards, and only the last band is open", () => {
    expect(faulty({ bands: [band("entry", 6, 3)] })).toEqual(["Band entry ends before it begins."]);
    expect(faulty({ bands: [band("entry", 3, null), band("mid", 8, 12)] })).toEqual(["Band entry is open although mid follows."]);
    expect(faulty({ bands: [band("entry", 3, 9), band("mid", 8, 12)] })).toEqual(["Band mid begins before entry ends."]);
  });

  test("name what lies between bands, and nothing where they meet", () => {
    expect(gapsBetween(salaries.bands)).toEqual([
      { from: 600_000, to: 800_000 },
      { from: 1_200_000, to: 1_500_000 },
    ]);
    expect(gapsBetween([band("entry", 3, 8), band("mid", 8, null)])).toEqual([]);
  });
});

test("rupees are grouped in lakh, and days are said in words", () => {
  expect(sayRupees(300_000)).toBe("₹3,00,000");
  expect(sayRupees(1_200_000)).toBe("₹12,00,000");
  expect([300_000, 1_250_000].map(sayLakh)).toEqual(["3\u00a0lakh", "12.5\u00a0lakh"]);
  expect(sayMonth("2024-01-31")).toBe("January 2024");
  expect(sayDate("2024-01-31")).toBe("31 January 2024");
});
