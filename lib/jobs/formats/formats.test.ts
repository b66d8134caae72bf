import fc from "fast-check";
import { expect, test } from "vitest";
import { givenListing, type ReadListings } from "@/lib/jobs/listing";
import { FORMATS, type Format } from "@/lib/jobs/words";
import { fixture } from "./fixtures/fixture";
import { UnreadableSource } from "./format";
import { formats } from "./formats";

const made = FORMATS.flatMap((name) => {
  const format = formats[name];
  return format ? [{ name, format }] : [];
});
const context = { company: "Acme", address: "https://acme.example/jobs" };

test("every format but by hand can be read", () => {
  expect(made.map(({ name }) => name)).toEqual(FORMATS.filter((name) => name !== "by-hand"));
});

test.each(made.filter(({ format }) => format.example !== null))("$name takes the address it gives as an example, and what comes of it", ({ format }) => {
  const address = format.addressOf?.(format.example ?? "");
  expect(address).toMatch(/^https:\/\//);
  expect(format.addressOf?.(address ?? "")).toBe(address);
  expect(format.addressOf?.("")).toBeNull();
  expect(format.addressOf?.("file:///etc/passwd")).toBeNull();
});

const plain = (text: string) => text;
const page = (text: string) => `<script type="application/ld+json">${text.replaceAll("<", "\\u003c")}</script>`;

/** Formats of JSON with an answer of theirs, whose fields become values of any kind. */
const OF_JSON = [
  { name: "greenhouse", file: "greenhouse.json", wrap: plain },
  { name: "lever", file: "lever.json", wrap: plain },
  { name: "ashby", file: "ashby.json", wrap: plain },
  { name: "workable", file: "workable.json", wrap: plain },
  { name: "smartrecruiters", file: "smartrecruiters-page.json", wrap: plain },
  { name: "smartrecruiters", file: "smartrecruiters-posting.json", wrap: plain },
  { name: "recruitee", file: "recruitee.json", wrap: plain },
  { name: "teamtailor", file: "teamtailor.json", wrap: plain },
  { name: "pinpoint", file: "pinpoint.json", wrap: plain },
  { name: "solidjobs", file: "solidjobs.json", wrap: plain },
  { name: "json", file: "listings.json", wrap: plain },
  { name: "json-ld", file: "teamtailor.json", wrap: page },
] as const;

/** Null where the format refuses the whole with a sentence. */
function read(name: Format, body: string): ReadListings | null {
  try {
    return formats[name]?.read(body, context) ?? null;
  } catch (error) {
    if (error instanceof UnreadableSource) return null;
    throw error;
  }
}

const BODIES = ["", "[]", "{}", "null", "<a/>", "<rss/>", "<feed><entry/></feed>", "<workzag-jobs><position/></workzag-jobs>", '{"jobs":[null]}', "\0", "id,title\n"];

test.each(made)("$name refuses with a sentence, or reads, whatever it is given", ({ name }) => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constantFrom(...BODIES)), (body) => {
      for (const listing of read(name, body)?.listings ?? []) expect(givenListing.safeParse(listing).success).toBe(true);
    }),
  );
});

test.each(OF_JSON)("$name gives valid listings or names the row, when any field of $file is of any kind", ({ name, file, wrap }) => {
  const whole: unknown = JSON.parse(fixture(file));
  let found = 0;
  fc.assert(
    fc.property(fc.infiniteStream(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.jsonValue({ maxDepth: 2 }))), (values) => {
      const answer = read(name, wrap(JSON.stringify(spoil(whole, values))));
      found += answer?.listings.length ?? 0;
      for (const listing of answer?.listings ?? []) expect(givenListing.safeParse(listing).error?.issues).toBeUndefined();
      for (const { where, why } of answer?.bad ?? []) expect(`${where}: ${why}`).toMatch(/^(?:listing|line|script) \d+.*: .*\.$/su);
    }),
    { numRuns: 150 },
  );
  expect(found).toBeGreaterThan(0);
});

function spoil(value: unknown, values: Iterator<[number, unknown]>): unknown {
  const next = values.next();
  const [turn, other] = next.done ? [9, null] : next.value;
  if (turn === 0) return other;
  if (Array.isArray(value)) return value.map((one) => spoil(one, values));
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoil(one, values)]));
  return value;
}
