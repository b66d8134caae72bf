import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { isCommonPassword } from "./common-passwords";
import { changePasswordInput, newPasswordInput, signUpInput } from "./input";

/** Fifty of the list, from its head to its end. */
const LISTED = `qwertyuiop multiplelo 1qaz2wsx3edc4rfv combat123654 flintstone systemofadown 789456123q awdqseawdssa qzwxecrvtb pernambuco tvtkmzyjdf d123456789
  ServerApplia greenhornet 2468524685 stalker1994 nervousrat gracie2007 bgkjwhfid1 12345678qqq wapbbsteam tinfloor99 skorpion11 rhfcjnrf23 patriot105 mIt6UVoewERUE
  london1021 jenniferlopez giorgi1987 dthjybxrf1 chaishenpo antonnaruto 89061376557nfyz 4226sheckman 1234587960 zwanzigzoll zlg08011960 zenzubel5609035 zagransvadba
  Yuly211281 yn43kr41700 yearning5861 yahzee84303 xtcyjrjd2010 X99QOmx561 WomoZiWyPY wildcats08 welcomeSlick444 wakacje2006 Vovan17071996`.split(/\s+/);

const SAID = "Many people use this password, so it is guessed first. Choose another one.";

test("fifty of the list are fifty", () => expect(new Set(LISTED).size).toBe(50));

test.each(LISTED)("%s is refused when an account is made, when it is changed and when it is set anew, in capitals too", (listed) => {
  for (const password of [listed, listed.toUpperCase()]) {
    for (const read of [signUpInput.safeParse({ name: "Sneha", email: "sneha@example.org", password }), changePasswordInput.safeParse({ current: "x", password }), newPasswordInput.safeParse({ password })]) {
      expect(read.error?.issues).toMatchObject([{ path: ["password"], message: SAID }]);
    }
  }
});

test("of ten thousand that nobody chose, none is taken for a common one", () => {
  const made = () => Array.from({ length: 12 }, () => String.fromCharCode(randomInt(97, 123))).join("");
  expect(Array.from({ length: 10_000 }, made).filter(isCommonPassword).length).toBe(0);
});
