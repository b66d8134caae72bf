import { dictionary } from "@zxcvbn-ts/language-common";

const common = new Set(dictionary["passwords-common"].filter((word) => word.length >= 10).map((word) => word.toLowerCase()));

/** Whether a password is on the list of the commonest, is the product's name with ornaments, or repeats a few characters. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  return common.has(plain) || /^milepost[^a-z]*$/.test(plain) || new Set(plain).size < 4;
}
