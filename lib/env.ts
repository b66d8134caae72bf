import { z } from "zod";

const secret = z
  .string()
  .min(32, "must be at least 32 characters, for example from: openssl rand -base64 33")
  .refine((value) => new Set(value).size >= 10, "must be random, for example from: openssl rand -base64 33");

/** Empty is the same as unset, as in a file of settings that was not filled in. */
const oauth = z.string().transform((value) => value || undefined).optional();

const httpsAddress = oauth.pipe(z.url({ protocol: /^https$/, error: "must be an address that begins with https://" }).optional());

/** One mailbox: "milepost@example.org" or "Milepost <milepost@example.org>". */
const MAILBOX = /^(?:[^<>@,"\r\n]{1,100} <[^\s<>@,"]+@[^\s<>@,"]+>|[^\s<>@,"]+@[^\s<>@,"]+)$/;

const CONTACT = /^(?:mailto:[^\s<>@]+@[^\s<>@]+|https:\/\/[^\s<>]+)$/;

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

const database = z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://");

const settings = z.object({
  DATABASE_URL: database,
  /** Postgres itself, where DATABASE_URL leads to a pooler. */
  DATABASE_DIRECT_URL: oauth.pipe(database.optional()),
  /** A replica, for what instructors read of a cohort. */
  DATABASE_READ_URL: oauth.pipe(database.optional()),
  AUTH_SECRET: secret,
  APP_URL: z.url({ protocol: /^https?$/ }),
  /** Set by scripts/run.mjs: whether invented people may be signed in as, and from where. */
  TRIAL: z.enum(["", "local", "open"]).default(""),
  /** Set by the wrapper: names the build. Empty in development, which has none. */
  NEXT_DEPLOYMENT_ID: z.string().default(""),
  GITHUB_CLIENT_ID: oauth,
  GITHUB_CLIENT_SECRET: oauth,
  GOOGLE_CLIENT_ID: oauth,
  GOOGLE_CLIENT_SECRET: oauth,
  /** Whose days are meant wherever a date is worked out or shown. */
  TIME_ZONE: z.string().default("").transform((zone) => zone || "Asia/Kolkata").refine(isTimeZone, "must be a time zone such as Asia/Kolkata"),
  COURSE_URL: httpsAddress,
  COMMUNITY_URL: httpsAddress,
  /** Whether who teaches, and admins, must have a passkey. Everyone may. */
  STAFF_PASSKEYS: z.enum(["", "offered", "required"], "must be offered or required").default(""),
  /** Where mail is handed over, with the name and password in it; without it no mail is sent. */
  SMTP_URL: oauth.pipe(z.url({ protocol: /^smtps?$/, error: "must be an address that begins with smtp:// or smtps://" }).optional()),
  /** Where somebody who found a weakness writes to; without it there is no /.well-known/security.txt. */
  SECURITY_CONTACT: oauth.pipe(z.string().regex(CONTACT, "must be a mailto: or an https:// address").optional()),
  MAIL_FROM: oauth.pipe(z.string().regex(MAILBOX, "must be an address such as Milepost <milepost@example.org>").optional()),
});

const environment = settings.superRefine(({ SMTP_URL, MAIL_FROM }, context) => {
  if (SMTP_URL && !MAIL_FROM) context.addIssue({ code: "custom", path: ["MAIL_FROM"], message: "must be set when SMTP_URL is" });
  if (MAIL_FROM && !SMTP_URL) context.addIssue({ code: "custom", path: ["SMTP_URL"], message: "must be set when MAIL_FROM is" });
});

function readEnvironment() {
  const result = environment.safeParse(process.env);
  if (result.success) return result.data;
  const missing = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new Error(`Milepost cannot start: ${missing.join("; ")}.`);
}

export const env = readEnvironment();
