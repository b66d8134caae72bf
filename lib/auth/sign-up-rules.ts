import type { SignUpRefusal } from "@/db/queries/settings";
import { readInvitationCode } from "@/lib/cohorts/invitation";

/** The code of the invitation that somebody follows, from the path to which they want to come back. */
export function invitationIn(path: string): string | null {
  const [, code] = /^\/(?:join|become-instructor)\/([^/?#]+)/.exec(path) ?? [];
  return readInvitationCode(code);
}

const REFUSED: Record<SignUpRefusal, string> = {
  "invited only": "This installation takes people by invitation. Open the link of your invitation, and make the account from there.",
  "other domain": "This installation takes addresses of its own organisation only.",
};

export function sayRefusal(refusal: SignUpRefusal): string {
  return REFUSED[refusal];
}
