import { expect, test } from "vitest";
import { atMost, collect, type Row } from "./collect";

const context = { company: "Acme", address: "https://acme.example/feed/jobs.json" };
const read = (...rows: Partial<Row>[]) => collect(rows.map((row, index) => ({ where: `listing ${index + 1}`, row: { externalId: String(index), title: "Tester", ...row } })), context);

test("the company of the source stands in, and one address stands in for the other", () => {
  expect(read({ applyUrl: "/apply" }).listings[0]).toMatchObject({ company: "Acme", url: "https://acme.example/apply", applyUrl: "https://acme.example/apply" });
});

test.each(["javascript:alert(1)", "data:text/html,x", "mailto:jobs@acme.example", "http://", `https://acme.example/${"x".repeat(2_000)}`])("%.40s is no address to follow", (url) => {
  expect(read({ url }).listings[0]?.url).toBeNull();
});

test("characters that cannot be seen are taken out, and scripts are kept", () => {
  expect(read({ title: " Test\u0000er\u202e\n \ud83d\ude80 बैकएंड \ud83d" }).listings[0]?.title).toBe("Tester 🚀 बैकएंड \ufffd");
});

test("places are kept each once, cut to their length, at most fifty", () => {
  const [listing] = read({ places: ["Pune", " Pune ", null, "", "x".repeat(300), ...Array.from({ length: 60 }, (_, index) => `Town ${index}`)] }).listings;
  expect(listing?.places).toHaveLength(50);
  expect(listing?.places.slice(0, 2)).toEqual(["Pune", "x".repeat(200)]);
});

test("more rows than any board has are refused", () => {
  expect(atMost(Array.from({ length: 20_000 }))).toHaveLength(20_000);
  expect(() => atMost(Array.from({ length: 20_001 }))).toThrow("It has 20,001 listings. At most 20,000 are read at once.");
});

test("a long id is kept by its hash, the same each time", () => {
  const id = `https://acme.example/?q=${"x".repeat(400)}`;
  const [first] = read({ externalId: id }).listings;
  expect(first?.externalId).toMatch(/^[0-9a-f]{64}$/);
  expect(read({ externalId: id }).listings[0]?.externalId).toBe(first?.externalId);
  expect(read({ externalId: `${id}y` }).listings[0]?.externalId).not.toBe(first?.externalId);
});

test.each<[Partial<Row>, string]>([
  [{ externalId: null }, "It has no id."],
  [{ title: "x".repeat(301) }, "Its title is longer than 300 characters."],
  [{ company: "x".repeat(201) }, "The name of its company is longer than 200 characters."],
  [{ html: "x".repeat(200_001) }, "Its description is longer than 200,000 characters."],
])("a row that cannot be used is named with a reason", (row, why) => {
  const { listings, bad } = read(row);
  expect(listings).toEqual([]);
  expect(bad.map((one) => one.why)).toEqual([why]);
  expect(bad[0]?.where).toMatch(/^listing 1, “(?:Tester|x{80} …)”$/);
});
