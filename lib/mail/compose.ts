import { hashToken } from "@/db/queries/accounts";
import { saveInstructorCode } from "@/db/queries/instructor-invitations";
import { saveMailCode } from "@/db/queries/mail-codes";
import { findMessageMail, saveInvitationCode, type ClaimedMail } from "@/db/queries/outbox";
import { listOwnWaivers } from "@/db/queries/own-waivers";
import { listProgress } from "@/db/queries/progress";
import { findSettings } from "@/db/queries/settings";
import { findWeek } from "@/db/queries/week";
import { mailCodeLink, makeMailCode } from "@/lib/auth/mail-code";
import { instructorLink, invitationLink, makeInvitationCode } from "@/lib/cohorts/invitation";
import { newsOf } from "@/lib/jobs/news";
import { nextItem } from "@/lib/progress/next";
import { findItem } from "@/lib/roadmap/catalog";
import { outline } from "@/lib/roadmap/outline";
import { absolute } from "@/lib/site/absolute";
import { codeMail, noticeMail } from "./account-texts";
import { newsMail } from "./news";
import { summaryMail } from "./summary";
import { instructorMail, invitationMail, lines, messageMail } from "./texts";
import type { Mail } from "./transport";

/** What a mail says, put together when it is sent, with who sent it at its end. Null when there is nothing to say any more. */
export async function compose(claimed: ClaimedMail): Promise<Mail | null> {
  const mail = await write(claimed);
  const { name } = await findSettings();
  return mail && name ? { ...mail, text: lines(mail.text.trimEnd(), `Sent by Milepost at ${name}: ${absolute("/")}`) } : mail;
}

async function write(claimed: ClaimedMail): Promise<Mail | null> {
  if (claimed.kind === "message") {
    const message = await findMessageMail(claimed.about);
    return message && messageMail(message);
  }
  if (claimed.kind === "invitation") {
    // A fresh code each time: none is at rest. A mail that went out before a crash holds one that no longer works.
    const code = makeInvitationCode();
    const invitation = await saveInvitationCode({ ...claimed.about, mailId: claimed.id }, hashToken(code));
    return invitation && invitationMail(invitation, invitationLink(code));
  }
  if (claimed.kind === "instructor") {
    const code = makeInvitationCode();
    const invitation = await saveInstructorCode({ ...claimed.about, mailId: claimed.id }, hashToken(code));
    return invitation && instructorMail(invitation, instructorLink(code));
  }
  if (claimed.kind === "listings") return newsMail(await newsOf(claimed.about));
  if (claimed.kind === "code") {
    const code = makeMailCode();
    const asked = await saveMailCode({ ...claimed.about, mailId: claimed.id }, code);
    return asked && codeMail(asked, mailCodeLink(asked.purpose, code));
  }
  if (claimed.kind === "notice") return noticeMail(claimed.about.what);
  const { userId, week } = claimed.about;
  const [summary, items, waivers] = await Promise.all([findWeek(userId, week), listProgress(userId), listOwnWaivers(userId)]);
  const next = nextItem(outline, items, waivers.map(({ itemId }) => itemId));
  return summary && summaryMail(summary, week, next?.item ?? null, (itemId) => findItem(itemId)?.item.title);
}
