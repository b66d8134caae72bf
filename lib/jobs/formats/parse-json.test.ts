import { expect, test } from "vitest";
import { parseJson, parseList } from "./parse-json";

const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

test("twenty levels are read, and one more is not", () => {
  expect(parseJson(nested(20))).toHaveLength(1);
  expect(() => parseJson(nested(21))).toThrow("Its JSON is nested more than 20 levels deep, as no list of jobs is.");
  expect(() => parseJson("[".repeat(2_000_000))).toThrow(/20 levels/);
});

test("brackets within a text do not count", () => {
  const text = `${"[{".repeat(40)} \\" \\\\`;
  expect(parseJson(JSON.stringify([text]))).toEqual([text]);
});

test.each([
  ["<html>", "It is a web page or XML, not JSON. The address may be wrong."],
  ["", "It is not valid JSON. It may have been cut off."],
  ['{"jobs":[{"id":', "It is not valid JSON. It may have been cut off."],
])("%j is refused", (body, why) => {
  expect(() => parseJson(body)).toThrow(why);
});

test("a byte order mark is passed over, and a field named __proto__ changes nothing", () => {
  expect(parseJson('\ufeff{"a":1}')).toEqual({ a: 1 });
  parseJson('{"__proto__":{"polluted":true}}');
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test.each(["null", "7", "[]", "{}", '{"jobs":{}}'])("%s has no list of jobs", (body) => {
  expect(() => parseList(body, "jobs", "Acme")).toThrow("It has no list “jobs”, so it is not what Acme answers.");
});
