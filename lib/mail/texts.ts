import type { InstructorMail } from "@/db/queries/instructor-invitations";
import type { InvitationMail, MessageMail } from "@/db/queries/outbox";
import { sayMoment } from "@/lib/calendar/now";
import { absolute } from "@/lib/site/absolute";
import type { Mail } from "./transport";

// Subjects name no person: they are shown on locked screens.

export function messageMail({ body, writtenByName, cohortName }: MessageMail): Mail {
  return {
    subject: `A message in ${cohortName}`,
    text: lines(
      `${writtenByName ?? "An instructor"} wrote to you in ${cohortName}:`,
      body,
      `It is in Milepost too: ${absolute("/messages")}`,
      "An answer to this mail does not reach your instructor.",
      `To get no mail about messages: ${absolute("/settings")}`,
    ),
  };
}

export function invitationMail({ cohortName, invitedByName, expiresAt }: InvitationMail, link: string): Mail {
  return {
    subject: `An invitation to ${cohortName}`,
    text: lines(
      `${invitedByName ?? "An instructor"} invites you to the cohort ${cohortName} on Milepost.`,
      `Join by ${sayMoment(expiresAt)}: ${link}`,
      "Before you join you see what the instructors will see of your work.",
      "If you do not want to join, do nothing: nothing else is sent because of this invitation.",
    ),
  };
}

export function instructorMail({ invitedByName, expiresAt }: InstructorMail, link: string): Mail {
  return {
    subject: "An invitation to teach on Milepost",
    text: lines(
      `${invitedByName ?? "Whoever hosts this installation"} invites you to be an instructor on Milepost: to make cohorts and teach them.`,
      `Say yes by ${sayMoment(expiresAt)}: ${link}`,
      "If you do not want to, do nothing: nothing else is sent because of this invitation.",
    ),
  };
}

/** Paragraphs of a plain text mail. */
export function lines(...paragraphs: (string | null)[]): string {
  return `${paragraphs.filter((paragraph) => paragraph !== null).join("\n\n")}\n`;
}
