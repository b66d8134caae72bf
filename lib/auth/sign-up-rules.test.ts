import { expect, test } from "vitest";
import { makeInvitationCode } from "@/lib/cohorts/invitation";
import { invitationIn } from "./sign-up-rules";

test("the code is read from the path of an invitation", () => {
  const code = makeInvitationCode();
  expect(invitationIn(`/join/${code}`)).toBe(code);
  expect(invitationIn(`/become-instructor/${code.toLowerCase()}?from=mail#top`)).toBe(code);
});

test("any other path brings none", () => {
  const code = makeInvitationCode();
  for (const path of ["/home", "/join", "/join/short", `/roadmap/join/${code}`, `/join/${code}x`, `/check-address/${code}`]) expect(invitationIn(path)).toBeNull();
});
