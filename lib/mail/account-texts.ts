import type { CodeMail } from "@/db/queries/mail-codes";
import type { NoticeKind } from "@/db/queries/outbox";
import { absolute } from "@/lib/site/absolute";
import { lines } from "./texts";
import type { Mail } from "./transport";

/** Null when there is nothing to say to this address: it has no account whose password could be set. */
export function codeMail({ purpose, hasAccount }: CodeMail, link: string): Mail | null {
  if (purpose === "sign-up") return hasAccount ? hasAccountMail() : signUpMail(link);
  // Of a change this is the address that is wanted: one that has an account cannot be had.
  if (purpose === "change-address") return hasAccount ? null : changeMail(link);
  if (!hasAccount) return null;
  return purpose === "reset-password" ? resetMail(link) : checkMail(link);
}

const NOT_YOU = "If it was not you, do nothing: nothing is changed.";

function signUpMail(link: string): Mail {
  return {
    subject: "Make your account on Milepost",
    text: lines("Somebody, probably you, asked to make an account on Milepost with this address.", `Choose a password within ten minutes, and it is made: ${link}`, NOT_YOU),
  };
}

function hasAccountMail(): Mail {
  return {
    subject: "You have an account on Milepost",
    text: lines(
      "Somebody, probably you, asked to make an account on Milepost with this address. It has one already.",
      `Sign in: ${absolute("/sign-in")}`,
      `If you do not know the password any more: ${absolute("/reset-password")}`,
      NOT_YOU,
    ),
  };
}

function resetMail(link: string): Mail {
  return {
    subject: "A new password for Milepost",
    text: lines("Somebody, probably you, asked for a new password of your account on Milepost.", `Choose it within ten minutes: ${link}`, "You are signed out everywhere then.", NOT_YOU),
  };
}

function checkMail(link: string): Mail {
  return {
    subject: "Is this your address?",
    text: lines("Your account on Milepost has this address.", `To say that it is yours, within ten minutes: ${link}`, NOT_YOU),
  };
}

function changeMail(link: string): Mail {
  return {
    subject: "Is this your address?",
    text: lines("Somebody, probably you, wants an account on Milepost to have this address from now on.", `To say that it is yours, within ten minutes: ${link}`, NOT_YOU),
  };
}

const SET_ANEW = `If it was not you, set a new password now: ${absolute("/reset-password")} Then tell whoever hosts this installation.`;

const HAPPENED: Record<NoticeKind, string> = {
  "password-reset": "The password of your account on Milepost was set anew with a link sent to this address, and all its devices were signed out. Where the address had not been checked before, signing in with another service, such as GitHub, leads to it no more.",
  "password-changed": "The password of your account on Milepost was changed by somebody who was signed in, and its other devices were signed out.",
  "address-changed": "The address of your account on Milepost was changed to another one by somebody who was signed in, and its other devices were signed out.",
  "passkey-added": "A passkey was added to your account on Milepost.",
  "passkey-removed": "A passkey was taken off your account on Milepost.",
  "recovery-code-used": "Somebody signed in to your account on Milepost with one of its recovery codes.",
};

const LOOK = `If it was not you, set a new password now: ${absolute("/reset-password")} Then look at your passkeys: ${absolute("/settings/security/passkeys")}`;

const WHAT_TO_DO: Record<NoticeKind, string> = {
  "password-reset": SET_ANEW,
  "password-changed": SET_ANEW,
  "passkey-added": LOOK,
  "passkey-removed": LOOK,
  "recovery-code-used": LOOK,
  // This address sets no password any more.
  "address-changed": "If it was not you, tell whoever hosts this installation at once.",
};

export function noticeMail(what: NoticeKind): Mail {
  return {
    subject: "Your account on Milepost was changed",
    text: lines(HAPPENED[what], WHAT_TO_DO[what]),
  };
}
