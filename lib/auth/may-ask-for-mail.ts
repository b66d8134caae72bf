import "server-only";
import type { CodePurpose } from "@/db/queries/mail-codes";
import { takeTry } from "@/db/queries/tries";
import { findAddress } from "./place";

/**
 * Whether a mail may be asked for: false when the mailbox got three for this purpose within the hour, which the asker is not told; "not from
 * here" when too many were asked for from where the request comes. A classroom signs up behind one address.
 */
export async function mayAskForMail(purpose: CodePurpose, email: string): Promise<boolean | "not from here"> {
  if ((await takeTry(purpose === "sign-up" ? "sign-up" : "mail-from-address", await findAddress())) > 0) return "not from here";
  return (await takeTry("mail-to-address", `${purpose} ${email}`)) === 0;
}
