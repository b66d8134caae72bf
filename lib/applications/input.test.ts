import { describe, expect, test } from "vitest";
import { applicationInput, doneField, doneInput, isWebAddress, newApplicationInput, shareInput } from "./input";

const ID = "0198c0de-0000-7000-8000-000000000001";
const form = (change: Record<string, string> = {}) => ({
  id: ID, title: "Back-end developer", company: "Kaveri Software", url: "", appliedOn: "", contact: "", nextAction: "", nextOn: "", notes: "", ...change,
});

/** What is said beside each field. */
function troubles(change: Record<string, string>): Record<string, string> {
  const { error } = applicationInput.safeParse(form(change));
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
}

describe("an application that was typed", () => {
  test("needs a title and a company, and nothing else", () => {
    expect(applicationInput.parse(form())).toEqual({ ...form(), url: null, appliedOn: null, nextOn: null });
    expect(Object.keys(troubles({ title: " ", company: "" }))).toEqual(["title", "company"]);
  });

  test("keeps names in any script, and the lines of notes", () => {
    const read = applicationInput.parse(form({ company: "  कावेरी सॉफ्टवेयर 👩🏽‍💻 ", notes: "One\r\n\ttwo\n" }));
    expect(read).toMatchObject({ company: "कावेरी सॉफ्टवेयर 👩🏽‍💻", notes: "One\n two" });
  });

  test("links to the web and to nothing else", () => {
    expect(applicationInput.parse(form({ url: " https://kaveri.example/jobs/12?a=b#c " })).url).toBe("https://kaveri.example/jobs/12?a=b#c");
    for (const url of ["kaveri.example", "javascript:alert(1)", "data:text/html,x", "https://a b", "ftp://x.example", "https://x.example/\u202e"]) {
      expect(troubles({ url }).url, url).toMatch(/begins with https/);
    }
    expect(troubles({ url: `https://x.example/${"a".repeat(2_000)}` }).url).toMatch(/2,000/);
    expect([isWebAddress("http://x.example"), isWebAddress("javascript:1"), isWebAddress("")]).toEqual([true, false, false]);
  });

  test("has no control characters and no text without end", () => {
    for (const field of ["title", "contact", "nextAction", "notes"]) expect(troubles({ [field]: "a\u202eb" })[field], field).toMatch(/cannot be seen/);
    expect(troubles({ title: "a\nb" }).title).toMatch(/cannot be seen/);
    expect(troubles({ notes: "a".repeat(10_001) }).notes).toBe("Write at most 10,000 characters. What you typed is kept.");
    expect(troubles({ notes: "👩".repeat(10_000) })).toEqual({});
  });

  test("has a next action without a day, with a day, and no day without an action", () => {
    expect(troubles({ nextAction: "Call" })).toEqual({});
    expect(troubles({ nextAction: "Call", nextOn: "2026-12-01" })).toEqual({});
    expect(troubles({ nextOn: "2026-12-01" })).toEqual({ nextAction: "Write what is to be done on that day, or take the day away." });
    expect(troubles({ nextOn: "2026-02-30", nextAction: "Call" }).nextOn).toBeDefined();
    expect(troubles({ appliedOn: "0001-01-01" }).appliedOn).toMatch(/century/);
  });

  test("begins at one of the five stages", () => {
    expect(newApplicationInput.parse({ ...form(), stage: "interview" }).stage).toBe("interview");
    expect(newApplicationInput.safeParse({ ...form(), stage: "hired" }).success).toBe(false);
    expect(newApplicationInput.safeParse({ ...form(), stage: "saved", userId: ID }).success).toBe(false);
  });
});

test("a button says which next action is done, whatever its words are", () => {
  for (const nextAction of ["Call", "2026-12-01 to Ms Rao, then wait"]) {
    const action = { id: ID, nextOn: "2026-12-01", nextAction };
    expect(doneInput.parse({ done: doneField(action) })).toEqual({ done: action });
  }
  for (const done of ["", ID, `${ID} 2026-12-01`, `x 2026-12-01 Call`]) expect(doneInput.safeParse({ done }).success).toBe(false);
});

test("a box that is not ticked says no, and a form that lost its fields says nothing", () => {
  expect([shareInput.parse({ asked: "counts", shared: "on" }).shared, shareInput.parse({ asked: "counts" }).shared]).toEqual([true, false]);
  expect([{}, { shared: "on" }, { asked: "counts", shared: "off" }].filter((form) => shareInput.safeParse(form).success)).toEqual([]);
});
