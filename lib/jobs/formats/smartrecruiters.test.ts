import { expect, test } from "vitest";
import { find, fixture, readFixture } from "./fixtures/fixture";
import { smartrecruiters } from "./smartrecruiters";

const ADDRESS = "https://api.smartrecruiters.com/v1/companies/Acme/postings?limit=2&offset=0";
const page = readFixture(smartrecruiters, "smartrecruiters-page.json", ADDRESS);

test("a page gives its listings without descriptions, and names each posting and the next page, all at the same host", () => {
  expect(find(page, "74400001")).toMatchObject({ title: "Backend Developer", company: "Acme India", places: ["Pune, MH, India"], countries: ["IN"], employment: "full-time", level: "entry", html: "" });
  expect(find(page, "74400002")).toMatchObject({ places: ["Berlin, de"], countries: ["DE"], remote: true, url: "https://jobs.smartrecruiters.com/Acme/74400002" });
  expect(page.more).toEqual([
    { address: "https://api.smartrecruiters.com/v1/companies/Acme/postings/74400001", of: "74400001" },
    { address: "https://api.smartrecruiters.com/v1/companies/Acme/postings/74400002", of: "74400002" },
    { address: "https://api.smartrecruiters.com/v1/companies/Acme/postings?limit=2&offset=2", of: null },
  ]);
});

test("a posting, read with the same format, is that listing with its description", () => {
  const answer = readFixture(smartrecruiters, "smartrecruiters-posting.json", ADDRESS);
  expect(answer.more).toEqual([]);
  expect(answer.listings).toHaveLength(1);
  expect(find(answer, "74400001")).toEqual({
    ...find(page, "74400001"),
    html: "<h3>Company Description</h3>\n<p>We are Acme.</p>\n<h3>Job Description</h3>\n<p>Build services.</p>\n<h3>Qualifications</h3>\n<ul><li>Go</li></ul>",
    url: "https://jobs.smartrecruiters.com/Acme/74400001-backend-developer",
    applyUrl: "https://jobs.smartrecruiters.com/Acme/74400001-backend-developer?oga=true",
  });
});

test("a page beyond the end asks for nothing more, and an upload cannot ask", () => {
  expect(smartrecruiters.read('{"offset":4,"limit":2,"totalFound":900,"content":[]}', { company: "Acme", address: ADDRESS }).more).toEqual([]);
  expect(smartrecruiters.read(fixture("smartrecruiters-page.json"), { company: "Acme", address: null }).more).toEqual([]);
});

test("a posting that is no longer active is no listing", () => {
  expect(smartrecruiters.read('{"id":"1","name":"Gone","active":false}', { company: "Acme", address: ADDRESS })).toEqual({ listings: [], bad: [], more: [] });
});

test("what is neither page nor posting is refused", () => {
  expect(() => smartrecruiters.read('{"message":"Not found"}', { company: "Acme", address: ADDRESS })).toThrow(/is not what SmartRecruiters answers/);
});

test.each([
  ["https://jobs.smartrecruiters.com/Acme", "https://api.smartrecruiters.com/v1/companies/Acme/postings?limit=100&offset=0"],
  ["https://careers.smartrecruiters.com/Acme/", "https://api.smartrecruiters.com/v1/companies/Acme/postings?limit=100&offset=0"],
  ["https://api.smartrecruiters.com/v1/companies/Acme/postings?offset=5", "https://api.smartrecruiters.com/v1/companies/Acme/postings?limit=100&offset=0"],
  ["https://www.smartrecruiters.com/Acme", null],
])("%s is asked at %s", (typed, address) => {
  expect(smartrecruiters.addressOf?.(typed)).toBe(address);
});
