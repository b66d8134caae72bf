import { makeInvitationCode, readInvitationCode } from "@/lib/cohorts/invitation";

/** How many a person gets at once. */
const COUNT = 10;

/** Each as an invitation’s: 140 random bits that are not mistaken on paper. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, makeInvitationCode);
}

export const readRecoveryCode = readInvitationCode;
