import { addSummaries, CLAIMED, claimMail, LEASE_SECONDS, releaseMail, saveMailSent, saveMailTrouble, type ClaimedMail } from "@/db/queries/outbox";
import { addListingMails } from "@/db/queries/saved-searches";
import { FROM_HOUR, morningOf } from "@/lib/calendar/morning";
import { env } from "@/lib/env";
import { compose } from "./compose";
import { handOver, MOST_MS } from "./transport";

const PAUSE_MS = 10_000;
const AT_ONCE = 4;
const MOST_FAILURES = 8;
/** A mail begun later than this after its claim might outlast its lease. */
const BEGIN_MS = LEASE_SECONDS * 1000 - MOST_MS - 5_000;

/**
 * Sends what is due, and answers how many mails were handed over, what went wrong last, and whether more may be due. Any number of senders may run: a mail belongs
 * to one of them until its lease ends, and each gives it up before that. A mail is sent once unless this process ends between the mail
 * server's answer and the mark: then it is due again after its lease and is sent a second time, with the same Message-ID.
 */
export async function sendDueMail(): Promise<Outcome & { sent: number }> {
  const begun = performance.now();
  const waiting = await claimMail();
  const took = waiting.length;
  const round = { sent: 0, trouble: "" };
  const work = async () => {
    for (let claimed = waiting.shift(); claimed; claimed = waiting.shift()) {
      if (performance.now() - begun > BEGIN_MS) await releaseMail(claimed.id);
      else await send(claimed, round);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { ...round, more: took === CLAIMED && round.sent > 0 };
}

/** `more`: it is worth going on at once. */
type Outcome = { trouble: string; more: boolean };

async function send(claimed: ClaimedMail, round: { sent: number; trouble: string }): Promise<void> {
  try {
    const mail = await compose(claimed);
    if (!mail) {
      await saveMailTrouble(claimed.id, "There was nothing to send any more.", true);
      return;
    }
    await handOver({ id: claimed.id, address: claimed.address, mail });
  } catch (error) {
    round.trouble = sayCode(error);
    await saveMailTrouble(claimed.id, sayReason(error), claimed.attempts >= MOST_FAILURES);
    return;
  }
  await saveMailSent(claimed.id);
  round.sent += 1;
}

/** For the row. What the database says of itself stands in the cause; around it are the statement and its values. */
function sayReason(error: unknown): string {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return (reason instanceof Error ? reason.message : String(reason)).slice(0, 500);
}

/** For the log, which names nobody: a mail server's sentence may hold the address. */
function sayCode(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown }; // as nodemailer and Node add them
  return [code, responseCode].filter((part) => typeof part === "string" || typeof part === "number").join(" ") || error.name;
}

let stopped = false;
let addedOn = "";

/**
 * Sends every ten seconds until the process ends, and goes on at once while more is due. What the morning brings is written beside it: links to sign in by do
 * not wait for that. Where no mail server is set, mail waits for an admin.
 */
export function startMail(): void {
  if (!env.SMTP_URL) return;
  process.once("SIGTERM", () => (stopped = true));
  void repeat(sendDueMail, (trouble) => (trouble ? `Mail waits and is tried again (${trouble}).` : "Mail is sent again."));
  void repeat(addMorningMail, (trouble) => (trouble ? `The mail of this morning is written later (${trouble}).` : "The mail of this morning is written."));
}

async function repeat(work: () => Promise<Outcome>, say: (trouble: string) => string, trouble = ""): Promise<void> {
  if (stopped) return;
  const { trouble: now, more } = await work().catch((error: unknown) => ({ trouble: sayReason(error), more: false }));
  // Once, not every ten seconds. Addresses and what mails say stay out of the log.
  if (now !== trouble) console.warn(say(now));
  setTimeout(() => void repeat(work, say, now), more ? 0 : PAUSE_MS).unref();
}

async function addMorningMail(): Promise<Outcome> {
  const morning = morningOf(new Date(), env.TIME_ZONE);
  if (morning && morning.day !== addedOn) {
    if (morning.isMonday) await addSummaries(morning.day);
    await addListingMails({ day: morning.day, hour: FROM_HOUR });
    addedOn = morning.day;
  }
  return { trouble: "", more: false };
}
