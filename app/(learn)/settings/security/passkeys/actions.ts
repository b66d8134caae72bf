"use server";

import { refresh } from "next/cache";
import { hashToken } from "@/db/queries/accounts";
import { findCredentials } from "@/db/queries/credentials";
import { addPasskey, listPasskeyIds, removePasskey, saveChallenge, takeChallenge } from "@/db/queries/passkeys";
import { requireFreshSession } from "@/lib/access/viewer";
import type { ActionResult } from "@/lib/action-result";
import { newPasskeyInput, passkeyIdInput } from "@/lib/auth/passkey-input";
import { readRegistration, registrationOptions } from "@/lib/auth/passkeys";
import { makeRecoveryCodes } from "@/lib/auth/recovery-code";
import { dataOf, fieldsOf, formOf, refusal } from "@/lib/form-input";

const PLACE = "/settings/security/passkeys";

/** Keeps a challenge, and answers what the device needs to make a passkey. */
export async function beginPasskey() {
  const { viewer, idHash } = await requireFreshSession(PLACE, { inMaking: true });
  const [account, known] = await Promise.all([findCredentials(viewer.id), listPasskeyIds(viewer.id)]);
  const options = await registrationOptions({ ...viewer, email: account?.email ?? viewer.name }, known);
  await saveChallenge(idHash, options.challenge);
  return options;
}

export type PasskeyAnswer = { ok: true; recoveryCodes: string[] } | Extract<ActionResult, { ok: false }>;

export async function finishPasskey(input: { name: string; response: unknown }): Promise<PasskeyAnswer> {
  const { viewer, idHash } = await requireFreshSession(PLACE, { inMaking: true });
  const parsed = newPasskeyInput.safeParse(dataOf(input));
  if (!parsed.success) return { ok: false, message: "The passkey was not added.", fieldErrors: { name: "Give it a name by which you know it, such as the device." } };

  const challenge = await takeChallenge(idHash);
  const passkey = challenge && (await readRegistration(parsed.data.response, challenge));
  if (!passkey) return { ok: false, message: "The device and the server did not agree. Nothing was added; try again." };
  const codes = makeRecoveryCodes();
  const added = await addPasskey({ userId: viewer.id, idHash, passkey: { ...passkey, name: parsed.data.name }, recoveryHashes: codes.map(hashToken) });
  if (!added) return { ok: false, message: "This passkey is there already, or you have as many as one may have." };
  refresh();
  return { ok: true, recoveryCodes: added.withCodes ? codes : [] };
}

export async function dropPasskey(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { viewer } = await requireFreshSession(PLACE);
  const parsed = passkeyIdInput.safeParse(fieldsOf(form));
  if (!parsed.success) return refusal("Nothing was taken off. Load the page again.", parsed.error);

  await removePasskey(viewer.id, parsed.data.passkey);
  refresh();
  return { ok: true, message: "Taken off." };
}
