import { expect, test } from "vitest";
import { calendarOf, calendarPath, makeCalendarSecret, readCalendarSecret } from "./calendar";

const ORIGIN = "https://milepost.example.org";
const steps = [{ step: 5, hours: 8, doneOn: "2026-12-31" }];
const due = [{ cohortId: "c", cohortName: "Sneha’s cohort", stepSlug: "apis-and-web-services", dueOn: "2026-11-30" }];

/** Read as RFC 5545 says: unfolded, split at the first colon, texts without their escapes. */
function read(calendar: string): Record<string, string>[] {
  expect(calendar.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of calendar.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = calendar.replace(/\r\n[ \t]/g, "").trimEnd().split("\r\n");
  expect([lines[0], lines.at(-1)]).toEqual(["BEGIN:VCALENDAR", "END:VCALENDAR"]);
  return lines
    .join("\n")
    .split("BEGIN:VEVENT\n")
    .slice(1)
    .map((event) => Object.fromEntries(event.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).replace(/\\([,;\\])/g, "$1")])));
}

test("a calendar has an all-day event for each step planned and each step due", () => {
  expect(read(calendarOf("owner", ORIGIN, steps, due))).toMatchObject([
    { SUMMARY: expect.stringContaining("Plan: step 5 done, ") as string, "DTSTART;VALUE=DATE": "20261231", "DTEND;VALUE=DATE": "20270101" },
    { SUMMARY: expect.stringContaining("Due: step 4, ") as string, "DTSTART;VALUE=DATE": "20261130", "DTEND;VALUE=DATE": "20261201" },
  ]);
});

test("an event keeps its name when its day moves, and no two people share one", () => {
  const uids = (owner: string, doneOn: string) => read(calendarOf(owner, ORIGIN, [{ step: 5, hours: 8, doneOn }], due)).map(({ UID }) => UID);
  expect(uids("owner", "2026-12-31")).toEqual(uids("owner", "2027-01-07"));
  expect(new Set([...uids("owner", "2026-12-31"), ...uids("another", "2026-12-31")]).size).toBe(4);
});

test("a calendar without events can be read, and one names no cohort", () => {
  expect(read(calendarOf("owner", ORIGIN, [], []))).toEqual([]);
  expect(calendarOf("owner", ORIGIN, steps, due)).not.toContain("Sneha");
});

test("a secret is found in its address, and nothing else is one", () => {
  const secret = makeCalendarSecret();
  expect(secret).toHaveLength(32);
  expect(readCalendarSecret(calendarPath(secret).split("/").at(-1) ?? "")).toBe(secret);
  for (const other of [secret, `${secret}.ical`, `${secret}x.ics`, ".ics", `${"%".repeat(32)}.ics`]) expect(readCalendarSecret(other)).toBeNull();
});
