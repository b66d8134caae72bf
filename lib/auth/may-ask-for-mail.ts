import "server-only";
import { takeTry } from "@/db/queries/tries";
import { findAddress } from "./place";

/**
 * Whether a mail may be asked for: false when the mailbox got three within the hour, which the asker is not told; "not from here" when
 * too many were asked for from where the request comes.
 */
export async function mayAskForMail(email: string): Promise<boolean | "not from here"> {
  if ((await takeTry("mail-from-address", await findAddress())) > 0) return "not from here";
  return (await takeTry("mail-to-address", email)) === 0;
}
