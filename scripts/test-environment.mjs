import { findFreePort } from "./address.mjs";

const OF_THE_ONE_IN_USE = [
  ...["DATABASE_URL", "DATABASE_DIRECT_URL", "DATABASE_READ_URL", "AUTH_SECRET", "APP_URL", "HOST", "TRIAL_OPEN", "NODE_ENV", "STAFF_PASSKEYS", "TIME_ZONE", "DRAIN_SECONDS"],
  ...["SMTP_URL", "MAIL_FROM", "METRICS_PORT", "METRICS_HOST", "SECURITY_CONTACT", "COURSE_URL", "COMMUNITY_URL", "GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET", "GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
];

/** The environment of a trial apart from the one in use: its own data, build and port, whatever is set outside. A test may be somebody from elsewhere. */
export async function testEnvironment() {
  // Of this process too: what it starts itself, and the stamp of a build, would have them else.
  for (const name of OF_THE_ONE_IN_USE) delete process.env[name];
  // The address is part of the build's stamp: the same port each time saves a build.
  const port = await findFreePort(3210);
  return { ...process.env, DATA_DIR: ".data/test", NEXT_DIST_DIR: ".next-test", PORT: String(port), TRUSTED_PROXIES: "1" };
}
