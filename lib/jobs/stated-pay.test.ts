import { expect, test } from "vitest";
import { findPay } from "./stated-pay";

const inText = (text: string, heading?: string) => findPay("Backend Developer", [...(heading ? [{ kind: "heading" as const, text: heading }] : []), { kind: "text" as const, text }]);
const LAKH = 100_000;

test.each([
  ["CTC: 12-18 LPA", 12 * LAKH, 18 * LAKH, "INR", "year"],
  ["Salary 12 – 18 LPA", 12 * LAKH, 18 * LAKH, "INR", "year"],
  ["Pay: 4.5 to 6 LPA", 4.5 * LAKH, 6 * LAKH, "INR", "year"],
  ["18-12 LPA", 12 * LAKH, 18 * LAKH, "INR", "year"],
  ["Up to 8 LPA", null, 8 * LAKH, "INR", "year"],
  ["Package up to- 7LPA", null, 7 * LAKH, "INR", "year"],
  ["The base salary range is USD$167,000 per year - USD$185,500 per year", 167_000, 185_500, "USD", "year"],
  ["From ₹40,000 a month: your pay", 40_000, null, "INR", "month"],
  ["25+ LPA", 25 * LAKH, null, "INR", "year"],
  ["Salary: 6 lakh to 9 lakhs per annum", 6 * LAKH, 9 * LAKH, "INR", "year"],
  ["Salary: 80 lakh - 1.2 crore", 80 * LAKH, 120 * LAKH, "INR", "year"],
  ["Package of ₹1.5 Cr per year", 150 * LAKH, 150 * LAKH, "INR", "year"],
  ["Salary: ₹6,00,000 to ₹9,00,000 a year", 6 * LAKH, 9 * LAKH, "INR", "year"],
  ["Salary: Rs. 6,00,000 - 9,00,000 p.a.", 6 * LAKH, 9 * LAKH, "INR", "year"],
  ["Salary INR 600000-900000 per annum", 6 * LAKH, 9 * LAKH, "INR", "year"],
  ["Stipend: Rs. 15,000/month", 15_000, 15_000, "INR", "month"],
  ["Stipend ₹15k – 20k per month", 15_000, 20_000, "INR", "month"],
  ["Pay is ₹500 per hour", 500, 500, "INR", "hour"],
  ["Salary: $60k-90k per year", 60_000, 90_000, "USD", "year"],
  ["Salary: 60-90k USD per year", 60_000, 90_000, "USD", "year"],
  ["Salary range: $120,000—$150,000 annually", 120_000, 150_000, "USD", "year"],
  ["The pay is US$ 45 an hour", 45, 45, "USD", "hour"],
  ["Salary: $90,000 to $110,000 CAD per year", 90_000, 110_000, "CAD", "year"],
  ["Salary: S$5,000 - S$7,000 monthly", 5_000, 7_000, "SGD", "month"],
  ["Compensation: €55.000 is wrong, €55,000 - €65,000 a year is right", 55_000, 65_000, "EUR", "year"],
  ["Salary £400 per day", 400, 400, "GBP", "day"],
] as const)("“%s”", (text, from, to, currency, period) => {
  expect(inText(text)).toEqual({ from, to, currency, period });
});

test.each([
  "Salary: 12-18",
  "Salary: ₹6,00,000",
  "Salary: $100,000",
  "Salary: 60-90k per year",
  "We raised $10M, and pay well",
  "We pay out ₹50 crore a year to shops, in payouts",
  "We pay you a learning budget of $2,000 per year",
  "Salary, and a joining bonus of ₹1,00,000 per year",
  "Pay for the insurance of up to 5 lakh per year",
  "Salary paid for 12 months a year",
  "We answer 10-12 requests per hour",
  "Salary: $150,000 to $180,000 a year in Pune, $90,000 to $120,000 a year elsewhere",
  "5 days a week, 8 hours per day; salary by agreement",
  "Pay no fees where the family income is below 8 LPA",
  "Competitive salary",
])("“%s” states no pay that can be compared", (text) => {
  expect(inText(text)).toBeNull();
});

test("an amount under a heading of pay counts, elsewhere it does not; a title may state it", () => {
  expect(inText("₹25,000 - ₹30,000 per month", "Stipend")).toEqual({ from: 25_000, to: 30_000, currency: "INR", period: "month" });
  expect(inText("Shops spend ₹25,000 - ₹30,000 per month with us.", "About us")).toBeNull();
  expect(findPay("Java Developer, 6-9 LPA", [])).toEqual({ from: 6 * LAKH, to: 9 * LAKH, currency: "INR", period: "year" });
});

test("the same pay said twice is one; a long text takes no time", () => {
  expect(findPay("Java Developer, 6-9 LPA", [{ kind: "text", text: "Salary: ₹6,00,000 - ₹9,00,000 per year." }])).toEqual({ from: 6 * LAKH, to: 9 * LAKH, currency: "INR", period: "year" });
  const began = performance.now();
  expect(inText(`Salary ${"1 ".repeat(50_000)}${"9,99".repeat(50_000)}`)).toBeNull();
  expect(performance.now() - began).toBeLessThan(2_000);
});
