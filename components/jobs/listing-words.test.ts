import { expect, test } from "vitest";
import { sayAgo, sayPayOf, sayPlaces } from "./listing-words";

const pune = { name: "Pune, Maharashtra, India", city: "Pune", country: "IN" };
const india = { name: "India", city: null, country: "IN" };
const berlin = { name: "Berlin, Germany", city: null, country: "DE" };

test("places are said by their city, and remote with for where", () => {
  expect(sayPlaces({ places: [pune], remote: false, remoteFor: null })).toBe("Pune");
  expect(sayPlaces({ places: [pune], remote: true, remoteFor: "India" })).toBe("Pune, or remote in India");
  expect(sayPlaces({ places: [india], remote: true, remoteFor: null })).toBe("Remote in India");
  expect(sayPlaces({ places: [pune, berlin], remote: true, remoteFor: null })).toBe("Pune; Berlin, Germany, or remote");
  expect(sayPlaces({ places: [], remote: true, remoteFor: null })).toBe("Remote");
  expect(sayPlaces({ places: [], remote: false, remoteFor: null })).toBe("Place not stated");
});

test("of many places three are named and the others counted", () => {
  const places = ["A", "B", "C", "D", "E"].map((name) => ({ name, city: null, country: null }));
  expect(sayPlaces({ places, remote: false, remoteFor: null })).toBe("A; B; C and 2 more places");
  expect(sayPlaces({ places: places.slice(0, 4), remote: false, remoteFor: null })).toBe("A; B; C and 1 more place");
});

test("pay is said as it is stated, or that it is not", () => {
  expect(sayPayOf({ payFrom: 600_000, payTo: 900_000, payCurrency: "INR", payPeriod: "year" })).toBe("₹6,00,000 to ₹9,00,000 a year");
  expect(sayPayOf({ payFrom: null, payTo: null, payCurrency: "INR", payPeriod: "year" })).toBe("Pay not stated");
});

test("days are counted for two months, then the date is said", () => {
  expect([-1, 0, 1, 3, 60, 61].map((days) => sayAgo(days, "22 September"))).toEqual(["today", "today", "yesterday", "3 days ago", "60 days ago", "22 September"]);
});
