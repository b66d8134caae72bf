import { expect, test } from "vitest";
import { amountOf, countryOf, employmentOf, languageOf, levelOf, payOf, periodOf } from "./stated";

test.each([
  ["FullTime", "full-time"],
  ["FULL_TIME", "full-time"],
  ["fulltime_permanent", "full-time"],
  ["parttime_fixed_term", "temporary"],
  ["Part-time", "part-time"],
  ["permanent full-time", "full-time"],
  ["intern full-time", "internship"],
  ["permanent full-or-part-time", null],
  ["freelance", "contract"],
  ["Regular", null],
  ["permanent", null],
  ["International", null],
  ["", null],
])("“%s” is the employment %s", (words, employment) => {
  expect(employmentOf(words)).toBe(employment);
});

test.each([
  ["entry_level", "entry"],
  ["Internship", "entry"],
  ["mid_level", "mid"],
  ["Regular", "mid"],
  ["Senior", "senior"],
  ["director", "senior"],
  ["mid_senior_level", null],
  ["experienced", null],
  ["executive", null],
  ["not_applicable", null],
])("“%s” is the level %s", (words, level) => {
  expect(levelOf(words)).toBe(level);
});

test.each([
  ["YEAR", "year"],
  ["1 YEAR", "year"],
  ["per-hour", "hour"],
  ["Month", "month"],
  ["weekly", "week"],
  ["per annum", "year"],
  ["a day", "day"],
  ["2 WEEK", null],
  ["bi-week", null],
  ["one-time", null],
])("“%s” is the period %s", (words, period) => {
  expect(periodOf(words)).toBe(period);
});

test.each([
  [60_000, 60_000],
  ["60000", 60_000],
  ["75,000.00", 75_000],
  ["8,00,000", 800_000],
  [22.5, 23],
  [0, null],
  ["0", null],
  [-5, null],
  ["75.000", null],
  ["15k", null],
  ["", null],
  [3_000_000_000, null],
  [Number.NaN, null],
  [true, null],
])("the amount %j is %s", (value, amount) => {
  expect(amountOf(value)).toBe(amount);
});

test("pay needs an amount, a currency and a period, and the lower amount comes first", () => {
  expect(payOf({ from: 10, to: null, currency: "inr", period: "month" })).toEqual({ from: 10, to: null, currency: "INR", period: "month" });
  expect(payOf({ from: 90, to: 60, currency: "EUR", period: "year" })).toEqual({ from: 60, to: 90, currency: "EUR", period: "year" });
  expect(payOf({ from: null, to: null, currency: "EUR", period: "year" })).toBeNull();
  expect(payOf({ from: 4_000, to: 6_000, currency: "USDT", period: "month" })).toBeNull();
  expect(payOf({ from: 10, to: 20, currency: "EUR", period: null })).toBeNull();
});

test.each([
  ["in", "IN"],
  ["IN", "IN"],
  ["UK", "GB"],
  ["India", "IN"],
  ["United States", "US"],
  ["EU", null],
  ["European Union", null],
  ["XQ", null],
  [null, null],
])("the country %s is %s", (words, country) => {
  expect(countryOf(words)).toBe(country);
});

test.each([
  ["en", "en"],
  ["zh-CN", "zh-CN"],
  ["pt_br", "pt-BR"],
  ["English", null],
  ["e", null],
  ["en-x", null],
  [null, null],
])("the language %s is %s", (words, language) => {
  expect(languageOf(words)).toBe(language);
});
