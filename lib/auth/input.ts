import { z } from "zod";
import { isPlainLine, named, tooLong, UNSEEN_SAID, withoutUnseen } from "@/lib/typed-text";
import { isCommonPassword } from "./common-passwords";

const ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** Trimmed, NFC, lower case, and only then looked at: what is stored is what was checked. */
export function normaliseEmail(value: string): string {
  return value.trim().normalize("NFC").toLowerCase();
}

const email = z
  .string()
  .transform(normaliseEmail)
  .pipe(
    z
      .string()
      .max(254, "This address is too long to be one.")
      .regex(ADDRESS, "An address has an @ in it, like sneha@example.org. What you typed is kept."),
  );

/** What scripts of India and pictures are put together with: joiners, variants and tags. */
const JOINING = "\\u200c\\u200d\\ufe00-\\ufe0f\\u{e0020}-\\u{e007f}";
/** Else what has no width, or fills a place: a name of these alone is none, and a name with them passes for that of somebody else. What turns the direction around is refused. */
const INVISIBLE = new RegExp(`(?![${JOINING}\\u202a-\\u202e\\u2066-\\u2069])[\\p{Default_Ignorable_Code_Point}\\u2028\\u2029\\u2800\\ufff9-\\ufffb]`, "gu");
/** What joins nothing: at a beginning, and after letters that are not joined so. */
const JOINING_NOTHING = new RegExp(`(?<=^|[\\s\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}])[${JOINING}]+`, "gu");
/** What is longer is no name, and is not looked through. */
const MOST_TYPED = 2_000;

const visible = (name: string) => name.replace(INVISIBLE, "").replace(JOINING_NOTHING, "").trim();

const name = z.string().max(MOST_TYPED, tooLong(200)).transform(visible).pipe(named(200, "Write the name you want to be called by."));

/** What another service calls somebody, as far as it is a name: nobody is there to be told what is wrong with it. */
export function nameOfService(said: unknown): string {
  const seen = typeof said === "string" ? visible(withoutUnseen(said.slice(0, MOST_TYPED))).normalize("NFC") : "";
  return Array.from(seen).slice(0, 200).join("").trim() || "Learner";
}

const TOO_LONG = "Use at most 128 characters.";

/**
 * One form for every keyboard: the same characters typed as NFC or NFD are the same password. Its length is looked at before its
 * characters: to count those of a long text takes memory by the square of it.
 */
const password = z
  .string()
  .max(512, TOO_LONG)
  .transform((value) => value.normalize("NFKC"))
  .pipe(
    z
      .string()
      .max(128, { error: TOO_LONG, abort: true })
      .refine(isPlainLine, UNSEEN_SAID)
      .refine((value) => graphemes(value) >= 10, "Use at least 10 characters, in any script. Three words are easy to remember.")
      .refine((value) => !isCommonPassword(value), "Many people use this password, so it is guessed first. Choose another one."),
  );

export const PASSWORD_IS_ADDRESS = "This password is your address. Choose another one.";

/** Whether a password is the address of its account, or what stands before its @. */
export function isAddressOf(password: string, email: string): boolean {
  return [email, email.split("@")[0]].includes(password.toLowerCase());
}

export const signUpInput = z.strictObject({ name, email, password }).refine(({ email, password }) => !isAddressOf(password, email), { path: ["password"], message: PASSWORD_IS_ADDRESS });

/** With a mail server the password is chosen by whoever reads the mail. */
export const signUpByMailInput = z.strictObject({ name, email });

export const addressInput = z.strictObject({ email });

export const newPasswordInput = z.strictObject({ password });

/** The one in use, which is compared and not judged. */
const current = z.string().min(1, "Write the password you have now.").max(512).transform((value) => value.normalize("NFKC"));

export const confirmInput = z.strictObject({ password: current });

/** Whoever signs in with another service alone has no password to write. */
export const changePasswordInput = z.strictObject({ current: current.optional(), password });

/** A sign-in is not told what is wrong with a password: it matches or it does not. */
export const signInInput = z.object({
  email,
  password: z.string().min(1).max(512).transform((value) => value.normalize("NFKC")),
});

/** A session by the hash that is kept of it. */
export const sessionInput = z.strictObject({ session: z.string().regex(/^[0-9a-f]{64}$/) });

function graphemes(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}
