import { expect, test } from "vitest";
import { placeKeysOf, readPlace, readPlaces, remoteForOf, saysRemote } from "./places";

test.each([
  ["Bengaluru", "Bengaluru"],
  ["BANGALORE", "Bengaluru"],
  ["Bangalore Urban", "Bengaluru"],
  ["Greater Bengaluru Area", "Bengaluru"],
  ["Bengaluru (Whitefield)", "Bengaluru"],
  ["Gurgaon", "Gurugram"],
  ["Gurugram, Haryana", "Gurugram"],
  ["Gurgaon/Gurugram", "Gurugram"],
  ["New Delhi", "Delhi"],
  ["Delhi-NCR", "Delhi"],
  ["Noida Sector 62", "Noida"],
  ["Sector 62, Noida", "Noida"],
  ["Greater Noida", "Noida"],
  ["Navi Mumbai", "Navi Mumbai"],
  ["Bombay", "Mumbai"],
  ["Madras", "Chennai"],
  ["Calcutta", "Kolkata"],
  ["Cochin", "Kochi"],
  ["Trivandrum", "Thiruvananthapuram"],
  ["Vizag", "Visakhapatnam"],
  ["Pune, MH, India", "Pune"],
  ["Pune, IN", "Pune"],
  ["Hybrid - Pune", "Pune"],
  ["Pune (Hybrid)", "Pune"],
])("“%s” is the one city %s in India", (line, city) => {
  expect(readPlaces(line)).toEqual([{ name: line, city, country: "IN" }]);
});

test.each([
  ["India", "IN"],
  ["Tamil Nadu", "IN"],
  ["Pan India", "IN"],
  ["Anywhere in India", "IN"],
  ["Remote - India", "IN"],
  ["Remote India", "IN"],
  ["India (Remote)", "IN"],
  ["Remote - US", "US"],
  ["Indianapolis, IN", "US"],
  ["Portland, OR, USA", "US"],
  ["Georgia, US", "US"],
  ["Remote within Germany", "DE"],
  ["Hyderabad, Pakistan", "PK"],
  ["Delhi, Ontario, Canada", "CA"],
  ["Singapore", "SG"],
  ["Remote - EMEA", null],
  ["Somewhere", null],
  ["Trinidad and Tobago", null],
  ["Berlin or Hamburg", null],
])("“%s” is one place of the country %s, without a city we know", (line, country) => {
  expect(readPlaces(line)).toEqual([{ name: line, city: null, country }]);
});

test.each([
  ["Bangalore / Hyderabad", ["Bengaluru", "Hyderabad"]],
  ["Mumbai | Pune", ["Mumbai", "Pune"]],
  ["Pune or Mumbai", ["Pune", "Mumbai"]],
  ["Mumbai and Pune", ["Mumbai", "Pune"]],
  ["Bangalore & Chennai", ["Bengaluru", "Chennai"]],
  ["Bangalore; Bengaluru; Pune", ["Bengaluru", "Pune"]],
  ["Bangalore, Hyderabad, Pune", ["Bengaluru", "Hyderabad", "Pune"]],
  ["Chennai, Coimbatore, Tamil Nadu, India", ["Chennai", "Coimbatore"]],
  ["Noida, Delhi NCR", ["Noida", "Delhi"]],
])("“%s” is several places", (line, cities) => {
  expect(readPlaces(line).map(({ city }) => city)).toEqual(cities);
});

test("places in several countries are told apart", () => {
  expect(readPlaces("Bangalore, India / Singapore")).toEqual([
    { name: "Bangalore, India", city: "Bengaluru", country: "IN" },
    { name: "Singapore", city: null, country: "SG" },
  ]);
  expect(placeKeysOf(readPlaces("Pune, India; Berlin, Germany"))).toEqual(["de", "in", "in-pune"]);
});

test.each(["Remote", "Fully remote", "100% remote", "Hybrid", "On-site", "In office", "Work from home", "WFH", "Anywhere", "Multiple locations", "Remote / Hybrid"])("“%s” says how, and names no place", (line) => {
  expect(readPlaces(line)).toEqual([]);
});

test.each([
  ["Remote", true],
  ["Backend Developer (Remote)", true],
  ["Work From Home", true],
  ["远程办公", true],
  ["Remote / Hybrid", true],
  ["Hybrid", false],
  ["Hybrid remote", false],
  ["Pune (not remote)", false],
  ["No remote", false],
  ["不支持远程", false],
  ["Remoteness", false],
])("“%s” says remote: %s", (words, remote) => {
  expect(saysRemote(words)).toBe(remote);
});

test.each([
  ["Remote - India", "India"],
  ["Remote (India)", "India"],
  ["India - Remote", "India"],
  ["Remote in Germany", "Germany"],
  ["EU remote", "EU"],
  ["Remote: India, Singapore", "India, Singapore"],
  ["Anywhere in India", "India"],
  ["Remote", null],
  ["Remote / Hybrid", null],
  ["Bengaluru; Remote", null],
  ["Pune / Remote", null],
  ["Pune", null],
])("“%s” is remote for %s", (name, where) => {
  expect(remoteForOf(name)).toBe(where);
});

test("a place that nobody knows is kept as it is given", () => {
  expect(readPlace("Ülikooli 18, Tartu")).toEqual({ name: "Ülikooli 18, Tartu", city: null, country: null });
});
