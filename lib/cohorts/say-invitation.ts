import type { Expected } from "@/db/queries/roster";

/** What became of the invitation of somebody on the roster. */
export function sayInvitation({ invited, mail }: Pick<Expected, "invited" | "mail">): string {
  if (!invited) return "none open";
  if (mail === "sent") return "sent by e-mail";
  if (mail === "given up") return "the mail could not be sent";
  return mail === "waiting" ? "the mail waits to be sent" : "open, by link";
}
