import { expect, test } from "vitest";
import { calendarOf, calendarPath, makeCalendarSecret, readCalendarSecret } from "./calendar";

const ORIGIN = "https://milepost.example.org";
const steps = [{ step: 5, hours: 8, doneOn: "2026-12-31" }];
const actions = [{ id: "a", title: "API developer", company: "Mango; Ledger", nextAction: "Call, then write", nextOn: "2026-12-02" }];
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

test("a calendar has an all-day event for each step planned, each step due and each next action with a day", () => {
  expect(read(calendarOf("owner", ORIGIN, { steps, due, actions }))).toMatchObject([
    { SUMMARY: expect.stringContaining("Plan: step 5 done, ") as string, "DTSTART;VALUE=DATE": "20261231", "DTEND;VALUE=DATE": "20270101" },
    { SUMMARY: expect.stringContaining("Due: step 4, ") as string, "DTSTART;VALUE=DATE": "20261130", "DTEND;VALUE=DATE": "20261201" },
    {
      SUMMARY: "Next: Call, then write (API developer, Mango; Ledger)",
      "DTSTART;VALUE=DATE": "20261202",
      "DTEND;VALUE=DATE": "20261203",
      URL: `${ORIGIN}/applications/a`,
    },
  ]);
});

test("a next action reminds at nine in the morning of its day, in the learner's words; nothing else does", () => {
  const nextAction = "Call; say \\ \"when\", then write\r\nEND:VALARM";
  const calendar = calendarOf("owner", ORIGIN, { steps, due, actions: actions.map((action) => ({ ...action, nextAction })) });
  expect(calendar.match(/BEGIN:VALARM/g)).toHaveLength(1);
  expect(calendar.match(/^END:VALARM/gm)).toHaveLength(1);
  expect(read(calendar).map(({ TRIGGER }) => TRIGGER)).toEqual([undefined, undefined, "PT9H"]);
  expect(calendar.replace(/\r\n\t/g, "")).toContain('BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Call\\; say \\\\ "when"\\, then write END:VALARM\r\nTRIGGER:PT9H\r\nEND:VALARM');
});

test("a line in any script is folded between letters, at 75 octets", () => {
  const nextAction = "कावेरी को अभ्यास भेजना और फिर फ़ोन करना 👩🏽‍💻".repeat(4);
  const [event] = read(calendarOf("owner", ORIGIN, { steps: [], due: [], actions: actions.map((action) => ({ ...action, nextAction })) }));
  expect(event?.SUMMARY).toBe(`Next: ${nextAction} (API developer, Mango; Ledger)`);
});

test("an event keeps its name when its day moves, and no two people share one", () => {
  const uids = (owner: string, day: string) => {
    const moved = actions.map((action) => ({ ...action, nextOn: day }));
    return read(calendarOf(owner, ORIGIN, { steps: [{ step: 5, hours: 8, doneOn: day }], due, actions: moved })).map(({ UID }) => UID);
  };
  expect(uids("owner", "2026-12-31")).toEqual(uids("owner", "2027-01-07"));
  expect(new Set([...uids("owner", "2026-12-31"), ...uids("another", "2026-12-31")]).size).toBe(6);
});

test("a calendar without events can be read, and one names no cohort", () => {
  expect(read(calendarOf("owner", ORIGIN, { steps: [], due: [], actions: [] }))).toEqual([]);
  expect(calendarOf("owner", ORIGIN, { steps, due, actions: [] })).not.toContain("Sneha");
});

test("a secret is found in its address, and nothing else is one", () => {
  const secret = makeCalendarSecret();
  expect(secret).toHaveLength(32);
  expect(readCalendarSecret(calendarPath(secret).split("/").at(-1) ?? "")).toBe(secret);
  for (const other of [secret, `${secret}.ical`, `${secret}x.ics`, ".ics", `${"%".repeat(32)}.ics`]) expect(readCalendarSecret(other)).toBeNull();
});
