import { expect, test } from "vitest";
import { find, readFixture } from "./fixtures/fixture";
import { solidjobs } from "./solidjobs";

const answer = readFixture(solidjobs, "solidjobs.json");

test("places, pay by the month and moments with seven decimals", () => {
  expect(find(answer, "s-1")).toMatchObject({
    company: "Acme Polska",
    places: ["Warszawa", "Kraków"],
    remote: true,
    employment: "full-time",
    level: "senior",
    pay: { from: 16_800, to: 21_000, currency: "PLN", period: "month" },
    postedAt: new Date("2026-06-11T12:26:58.030Z"),
    validUntil: new Date("2026-07-12T12:26:58.030Z"),
    html: "<div><p>Zażółć gęślą jaźń</p></div>",
  });
});

test("pay of 0 is not known", () => {
  expect(find(answer, "s-2")).toMatchObject({ pay: null, places: [], employment: "part-time", level: "mid", remote: null });
});

test.each([
  ["https://solid.jobs/public-api/offers/IT", "https://solid.jobs/public-api/offers/IT?campaign=milepost&pageSize=500"],
  ["https://solid.jobs/public-api/offers/it?campaign=acme", "https://solid.jobs/public-api/offers/it?campaign=acme&pageSize=500"],
  ["https://solid.jobs/offers/it", null],
])("%s is asked at %s", (typed, address) => {
  expect(solidjobs.addressOf?.(typed)).toBe(address);
});
