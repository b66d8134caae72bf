import { describe, expect, test } from "vitest";
import { roadmap } from "@/lib/roadmap/catalog";
import { cohortInput, dueField, groupInput, linkInput, mailInput, signalsInput, slugOf } from "./input";
import { fieldsOf, refusal } from "@/lib/form-input";

const [first, second] = roadmap.steps;
const good = { name: " Evening\u0301 ", startsOn: "2026-01-05", endsOn: "2026-06-28", hoursPerWeek: "8" };

function errorsOf(fields: object) {
  const parsed = cohortInput.safeParse(fields);
  const refused = parsed.success ? null : refusal("", parsed.error);
  return refused?.ok === false ? refused.fieldErrors : undefined;
}

describe("a cohort's form", () => {
  test("gives its values, empty due dates left out", () => {
    expect(cohortInput.parse({ ...good, [dueField(first?.slug ?? "")]: "2026-02-01", [dueField(second?.slug ?? "")]: "" })).toEqual({
      name: "Eveninǵ",
      startsOn: "2026-01-05",
      endsOn: "2026-06-28",
      hoursPerWeek: 8,
      due: [{ stepSlug: first?.slug, dueOn: "2026-02-01" }],
    });
  });

  test("refuses each wrong value beside its field", () => {
    expect(Object.keys(errorsOf({ name: "", startsOn: "2026-02-30", endsOn: "x", hoursPerWeek: "81" }) ?? {}).sort()).toEqual(["endsOn", "hoursPerWeek", "name", "startsOn"]);
    expect(errorsOf({ ...good, endsOn: "2026-01-04" })).toEqual({ endsOn: "The last day comes after the first, 5 January 2026." });
    expect(errorsOf({ ...good, endsOn: "2036-01-04" })).toHaveProperty("endsOn");
    const due = { [dueField(first?.slug ?? "")]: "2026-03-01", [dueField(second?.slug ?? "")]: "2026-02-01" };
    expect(errorsOf({ ...good, ...due })).toEqual({
      [dueField(second?.slug ?? "")]: `${first?.title ?? ""} comes first and is due on 1 March 2026. Choose that day or a later one.`,
    });
  });

  test("takes no field that it does not know, and no list or object for a word", () => {
    expect(cohortInput.safeParse({ ...good, id: "x" }).success).toBe(false);
    expect(cohortInput.safeParse({ ...good, "due.no-such-step": "2026-02-01" }).success).toBe(false);
    for (const value of [["a"], { a: 1 }, null, 3, "a\0b", "a\ud800", "a\u202eb", "x".repeat(121)]) {
      expect(cohortInput.safeParse({ ...good, name: value }).success).toBe(false);
    }
  });
});

test("thresholds have bounds, and consent is a tick", () => {
  const fields = { quietDays: "7", slowTimes: "3", returnedDays: "5", returnedTimes: "2", behindItems: "8", unstartedDays: "14" };
  expect(signalsInput.parse(fields)).toMatchObject({ quietDays: 7, consentRecorded: false });
  expect(signalsInput.parse({ ...fields, consentRecorded: "on" }).consentRecorded).toBe(true);
  for (const wrong of ["0", "-1", "1e3", "7.5", "", "99999", "७"]) expect(signalsInput.safeParse({ ...fields, quietDays: wrong }).success).toBe(false);
});

test("invitations keep to their limits", () => {
  expect(linkInput.parse({ role: "learner", usesAllowed: "5000", days: "180" })).toEqual({ role: "learner", usesAllowed: 5000, days: 180 });
  for (const wrong of [{ usesAllowed: "5001" }, { usesAllowed: "0" }, { days: "181" }, { role: "admin" }, { email: "a@example.org" }]) {
    expect(linkInput.safeParse({ role: "learner", usesAllowed: "1", days: "1", ...wrong }).success).toBe(false);
  }
  expect(mailInput.parse({ role: "instructor", email: " A@Example.org", days: "30" }).email).toBe("a@example.org");
  for (const email of ["a＠example.org", "a@b.c,d@e.f", "a@example.org\r\nBcc: x@y.z"]) expect(mailInput.safeParse({ role: "learner", email, days: "30" }).success).toBe(false);
});

test("an empty group is none", () => {
  const person = "019ab4d2-0000-7000-8000-000000000000";
  expect(groupInput.parse({ person, group: "  " }).group).toBeNull();
  expect(groupInput.parse({ person, group: " B1 " }).group).toBe("B1");
  expect(groupInput.safeParse({ person, group: "x".repeat(61) }).success).toBe(false);
  expect(groupInput.safeParse({ person: "1", group: "" }).success).toBe(false);
});

test("the cohort of a form is not one of its fields", () => {
  const form = new FormData();
  form.set("cohort", "evening");
  form.set("name", "x");
  expect(fieldsOf(form, ["cohort"])).toEqual({ name: "x" });
});

test("an address is made from any name, and is never one of a page", () => {
  expect(slugOf("Evening back-end, 2026")).toBe("evening-back-end-2026");
  expect(slugOf("Café Zoë")).toBe("cafe-zoe");
  for (const name of ["New", "संध्या", "—", "new!"]) expect(slugOf(name)).toBe("cohort");
  expect(slugOf("x".repeat(200))).toHaveLength(60);
});
