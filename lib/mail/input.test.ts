import { expect, test } from "vitest";
import { mailSettingsInput } from "./input";

test("what is not ticked is a no, and a form that lost its fields says nothing", () => {
  expect(mailSettingsInput.parse({ asked: "mail" })).toEqual({ asked: "mail", weeklySummary: false, messageMail: false });
  expect(mailSettingsInput.parse({ asked: "mail", messageMail: "on" })).toMatchObject({ weeklySummary: false, messageMail: true });
  for (const broken of [{}, { weeklySummary: "on" }, { asked: "mail", messageMail: "off" }, { asked: "mail", other: "on" }]) {
    expect(mailSettingsInput.safeParse(broken).success).toBe(false);
  }
});
