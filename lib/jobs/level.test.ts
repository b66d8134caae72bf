import { expect, test } from "vitest";
import { levelOf } from "./level";

test.each([
  ["Senior Backend Engineer", "senior"],
  ["Sr. Backend Engineer", "senior"],
  ["Sr Developer", "senior"],
  ["Senior/Staff Engineer", "senior"],
  ["Staff Engineer", "senior"],
  ["Principal Engineer", "senior"],
  ["Tech Lead", "senior"],
  ["Engineering Manager", "senior"],
  ["Associate Director", "senior"],
  ["Senior Associate", "senior"],
  ["SDE-3", "senior"],
  ["SDE III", "senior"],
  ["Backend Engineer IV", "senior"],
  ["高级后端工程师", "senior"],
  ["SDE II", "mid"],
  ["SDE2", "mid"],
  ["SDE-2", "mid"],
  ["Software Engineer - II", "mid"],
  ["Engineer 2 (Backend)", "mid"],
  ["Backend Engineer, Level 2", "mid"],
  ["Member of Technical Staff 2", "mid"],
  ["Mid-Level Developer", "mid"],
  ["Middle Backend Developer", "mid"],
  ["Mid-Senior Backend Engineer", "mid"],
  ["Mid to Senior Python Developer", "mid"],
  ["SDE I", "entry"],
  ["Software Development Engineer 1", "entry"],
  ["Software Engineer I", "entry"],
  ["Associate Software Engineer", "entry"],
  ["Backend Intern", "entry"],
  ["Backend Internship (6 months)", "entry"],
  ["Graduate Engineer Trainee", "entry"],
  ["Trainee, Java", "entry"],
  ["New Grad Software Engineer", "entry"],
  ["Early Career Engineer", "entry"],
  ["Working Student Backend", "entry"],
  ["Freshers, Java", "entry"],
  ["Entry-Level Developer", "entry"],
  ["Junior/Mid Backend Developer", "entry"],
  ["Jr. or Sr. Developer", "entry"],
  ["Junior Project Manager", "entry"],
  ["Backend Engineer (m/f/d)", null],
  ["Member of Technical Staff", null],
  ["Internal Tools Engineer", null],
  ["International Payments Engineer", null],
  ["Leading Edge Developer", null],
  ["AI Engineer", null],
  ["C++ Developer", null],
])("the title “%s” is of the level %s", (title, level) => {
  expect(levelOf(title, "")).toBe(level);
});

test.each([
  ["Java Developer (0-2 years)", "entry"],
  ["Backend Developer – Fresher/0-1 yr", "entry"],
  ["C++ Developer - 2 to 4 Years", "mid"],
  ["Java Developer 3-5 yrs", "mid"],
  ["Developer 3+ years", "mid"],
  ["Python Developer, 5+ Years", "senior"],
])("the years in the title “%s” tell %s", (title, level) => {
  expect(levelOf(title, "")).toBe(level);
});

test.each([
  ["0-2 years of experience", "entry"],
  ["0 to 1 year exp.", "entry"],
  ["Minimum 1 year of experience", "entry"],
  ["1.5 years of experience", "entry"],
  ["6 months of experience", "entry"],
  ["12-18 months of relevant experience", "entry"],
  ["2 - 4 yrs experience", "mid"],
  ["3+ years experience", "mid"],
  ["experience of 3 years", "mid"],
  ["4–6 years' experience", "mid"],
  ["2 years of experience with Go, and 4 years of experience in all", "mid"],
  ["Experience: 5-8 Yrs", "senior"],
  ["10+ years of experience", "senior"],
  ["You must be 18 years old. Experience with Git is good.", null],
  ["Our company has 12 years of experience in payments.", null],
  ["With over 15 years of experience we build ships. You bring 2 years of experience with Go.", "mid"],
  ["We bring 25 years of experience.", null],
  ["The contract runs for 2 years.", null],
  ["A six-month project in 2026.", null],
])("the text “%s” asks for %s", (text, level) => {
  expect(levelOf("Backend Developer", text)).toBe(level);
});

test("the title decides before the text", () => {
  expect(levelOf("Senior Backend Developer", "1 year of experience")).toBe("senior");
  expect(levelOf("Backend Intern", "5+ years of experience")).toBe("entry");
});
