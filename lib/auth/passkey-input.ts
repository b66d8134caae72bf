import { z } from "zod";
import { named } from "@/lib/typed-text";

const bytes = (most: number) => z.string().max(most).regex(/^[\w-]+$/);
const transports = z.array(z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"])).max(10);
const about = { id: bytes(1400), rawId: bytes(1400), type: z.literal("public-key"), authenticatorAttachment: z.enum(["cross-platform", "platform"]).optional() };
// Browsers differ in what they add, and none of it is looked at: it is left out instead of refused.
const extensions = z.object({}).transform(() => ({}));

const registration = z.object({
  ...about,
  response: z.object({ clientDataJSON: bytes(8000), attestationObject: bytes(40_000), transports: transports.optional() }),
  clientExtensionResults: extensions,
});

export const newPasskeyInput = z.strictObject({ name: named(60, "Give it a name by which you know it, such as the device."), response: registration });

export const signedInput = z.object({
  ...about,
  response: z.object({ clientDataJSON: bytes(8000), authenticatorData: bytes(8000), signature: bytes(8000), userHandle: bytes(400).optional() }),
  clientExtensionResults: extensions,
});

export const passkeyIdInput = z.strictObject({ passkey: bytes(1400) });

export type RegistrationInput = z.infer<typeof registration>;
export type SignedInput = z.infer<typeof signedInput>;
