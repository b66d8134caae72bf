import "server-only";
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { PasskeyToCheck } from "@/db/queries/passkeys";
import { env } from "@/lib/env";
import type { RegistrationInput, SignedInput } from "./passkey-input";

const origin = new URL(env.APP_URL).origin;
const rpID = new URL(env.APP_URL).hostname;

type Known = readonly { id: string; transports: string[] }[];

type Transports = NonNullable<RegistrationInput["response"]["transports"]>;

/** Kept as text, and handed to a browser, which passes over what it does not know. */
const idsOf = (known: Known) => known.map(({ id, transports }) => ({ id, transports: transports as Transports }));

export function registrationOptions(person: { id: string; name: string; email: string }, known: Known): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: "Milepost",
    rpID,
    userID: new TextEncoder().encode(person.id),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: "none",
    excludeCredentials: idsOf(known),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
}

export function signInOptions(known: Known): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({ rpID, allowCredentials: idsOf(known), userVerification: "required" });
}

/** The passkey that was made for this challenge, here, by somebody whom the device knows. Null for anything else. */
export function readRegistration(response: RegistrationInput, challenge: string): Promise<PasskeyToCheck | null> {
  return orNothing(async () => {
    const { verified, registrationInfo } = await verifyRegistrationResponse({ response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true });
    if (!verified) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { id, publicKey: Buffer.from(publicKey).toString("base64url"), counter, transports: response.response.transports ?? [] };
  });
}

/** How often the passkey signed, as it says; null when it did not sign this challenge, here, for somebody whom the device knows. */
export function readSigned(response: SignedInput, challenge: string, { id, publicKey, counter, transports }: PasskeyToCheck): Promise<number | null> {
  const credential = { id, publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")), counter, transports: transports as Transports };
  return orNothing(async () => {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({ response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID, credential, requireUserVerification: true });
    return verified ? authenticationInfo.newCounter : null;
  });
}

/** The library throws for what is wrong in a response, whatever it is. */
async function orNothing<T>(verify: () => Promise<T | null>): Promise<T | null> {
  try {
    return await verify();
  } catch (error) {
    console.warn(`A passkey was refused: ${error instanceof Error ? error.name : "unknown"}.`);
    return null;
  }
}
