import { findFreePort } from "./address.mjs";

const OF_THE_ONE_IN_USE = ["DATABASE_URL", "DATABASE_DIRECT_URL", "DATABASE_READ_URL", "AUTH_SECRET", "APP_URL", "HOST", "TRIAL_OPEN", "NODE_ENV"];

/** The environment of a trial apart from the one in use: its own data, build and port, whatever is set outside. A test may be somebody from elsewhere. */
export async function testEnvironment() {
  const inherited = Object.entries(process.env).filter(([name]) => !OF_THE_ONE_IN_USE.includes(name));
  // The address is part of the build's stamp: the same port each time saves a build.
  const port = await findFreePort(3210);
  return { ...Object.fromEntries(inherited), DATA_DIR: ".data/test", NEXT_DIST_DIR: ".next-test", PORT: String(port), TRUSTED_PROXIES: "1" };
}
