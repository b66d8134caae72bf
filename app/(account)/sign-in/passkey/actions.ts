"use server";

import { findPasskey, listPasskeyIds, saveChallenge, savePasskeyShown, saveRecoveryCodeUsed, takeChallenge } from "@/db/queries/passkeys";
import { takeTry } from "@/db/queries/tries";
import { findSessionAwaiting, renewOwnSession } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { auditRefusal } from "@/lib/auth/audit-refusal";
import { signedInput } from "@/lib/auth/passkey-input";
import { readSigned, signInOptions } from "@/lib/auth/passkeys";
import { readRecoveryCode } from "@/lib/auth/recovery-code";
import { dataOf, formOf } from "@/lib/form-input";

const NOT_ASKED: ActionResult = { ok: false, message: "Nobody asks for a passkey here any more. Sign in once more." };

/** For who gave their password and is not signed in yet, so there is no viewer to require. Keeps a challenge, and answers what the device needs. */
export async function beginPasskeySignIn() {
  const session = await findSessionAwaiting();
  if (!session) return null;
  const options = await signInOptions(await listPasskeyIds(session.viewer.id));
  await saveChallenge(session.idHash, options.challenge);
  return options;
}

/** For the same people. */
export async function finishPasskeySignIn(input: unknown): Promise<ActionResult> {
  const session = await findSessionAwaiting();
  const challenge = session && (await takeChallenge(session.idHash));
  if (!session || !challenge) return NOT_ASKED;
  const parsed = signedInput.safeParse(dataOf(input));
  const userId = session.viewer.id;
  const passkey = parsed.success ? await findPasskey(userId, parsed.data.id) : null;
  const counter = parsed.success && passkey ? await readSigned(parsed.data, challenge, passkey) : null;
  const shown = passkey && counter !== null && (await renewOwnSession((nextSessionId) => savePasskeyShown({ userId, idHash: session.idHash, nextSessionId, id: passkey.id, counter })));
  if (shown) return { ok: true };
  await auditRefusal("passkey", userId);
  return { ok: false, message: "This was not the passkey of your account. Try again." };
}

/** For the same people, without their passkeys. */
export async function signInWithRecoveryCode(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const session = await findSessionAwaiting();
  if (!session) return NOT_ASKED;
  const { viewer, idHash } = session;
  if ((await takeTry("recovery-code", viewer.id)) > 0) return { ok: false, message: "This was tried too often. Try again in an hour." };

  const code = readRecoveryCode(form.get("code"));
  const used = code !== null && (await renewOwnSession((nextSessionId) => saveRecoveryCodeUsed({ userId: viewer.id, idHash, nextSessionId, code })));
  if (!used) {
    await auditRefusal("recovery code", viewer.id);
    return { ok: false, message: "You are not signed in yet.", fieldErrors: { code: "This is not one of your codes, or it was used." } };
  }
  return { ok: true };
}
