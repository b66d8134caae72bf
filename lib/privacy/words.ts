/** The day of the words on /privacy: whoever has an account is told once of each. */
export const PRIVACY_VERSION = "2026-11-29";

/** The languages in which they can be read. */
export const LOCALES = ["en", "hi"] as const;

type Locale = (typeof LOCALES)[number];

/** What a person chooses, each apart from the others. The first comes with the account, the rest can be taken back as easily as given. */
export const PURPOSES = ["account", "weekly-summary", "message-mail", "listing-news", "application-counts"] as const;

export type Purpose = (typeof PURPOSES)[number];

/** Under which words somebody chose. */
export type Shown = { version: string; locale: Locale };

/** The words on the pages of the application: /privacy is there in Hindi too. */
export const IN_ENGLISH: Shown = { version: PRIVACY_VERSION, locale: "en" };
