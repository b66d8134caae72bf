import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { kept } from "../db/embedded/kept.mjs";
import { Refusal } from "../db/embedded/refusal.mjs";

const HOW_TO_MAKE = 'make one with "openssl rand -base64 33".';

/** Where the data is: a folder of our own and, unless this is a trial, a database of the operator's, perhaps through a pooler. */
export function readPlaces(env = process.env) {
  const databaseUrl = readDatabase(env, "DATABASE_URL");
  const directUrl = readDatabase(env, "DATABASE_DIRECT_URL");
  if (directUrl && !databaseUrl) throw new Refusal("DATABASE_DIRECT_URL is set and DATABASE_URL is not: it is for a pooler at DATABASE_URL.");
  const readUrl = readDatabase(env, "DATABASE_READ_URL");
  if (readUrl && !databaseUrl) throw new Refusal("DATABASE_READ_URL is set and DATABASE_URL is not: it is for a replica of DATABASE_URL.");
  return { databaseUrl, directUrl: directUrl ?? databaseUrl, readUrl, dataDir: path.resolve(env.DATA_DIR || ".data") };
}

/**
 * Everything a server needs to know. Refuses before it writes anything.
 * @param {Record<string, string | undefined>} env
 */
export function readSettings(env = process.env) {
  const { databaseUrl, directUrl, readUrl, dataDir } = readPlaces(env);
  const host = env.HOST || (databaseUrl ? "0.0.0.0" : "127.0.0.1");
  const port = readPort(env.PORT || "3000");
  const appUrl = readOrigin(env.APP_URL || `http://localhost:${port}`);
  const trial = databaseUrl ? "" : readTrial(host, env.TRIAL_OPEN === "1");
  const givenSecret = databaseUrl && readSecret(env.AUTH_SECRET);
  const givenKey = databaseUrl && readActionKey(env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY);
  const trustedProxies = readProxies(env.TRUSTED_PROXIES || "0");
  const drainSeconds = readDrain(env.DRAIN_SECONDS || "0");
  if (env.METRICS_PORT) readPort(env.METRICS_PORT, "METRICS_PORT");
  makeDataDir(dataDir);
  const keep = (name, bytes) => kept(path.join(dataDir, name), () => randomBytes(bytes).toString("base64"));
  return {
    databaseUrl,
    directUrl,
    readUrl,
    dataDir,
    host,
    port,
    appUrl,
    trial,
    trustedProxies,
    drainSeconds,
    authSecret: givenSecret || keep("auth-secret", 33),
    actionKey: givenKey || keep("action-key", 32),
    distDir: env.NEXT_DIST_DIR || ".next",
  };
}

/**
 * What a build depends on, for one that is made beforehand: neither a database nor the secret of sessions.
 * @param {Record<string, string | undefined>} env
 */
export function readBuildSettings(env = process.env) {
  if (!env.APP_URL) throw new Refusal("APP_URL must be set: the address that people use is part of the build.");
  const appUrl = readOrigin(env.APP_URL);
  const givenKey = readActionKey(env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY);
  const dataDir = path.resolve(env.DATA_DIR || ".data");
  if (!givenKey) makeDataDir(dataDir);
  const actionKey = givenKey || kept(path.join(dataDir, "action-key"), () => randomBytes(32).toString("base64"));
  return { appUrl, actionKey, distDir: env.NEXT_DIST_DIR || ".next", authSecret: "", trial: "", trustedProxies: 0 };
}

/** What the application is told, whatever the wrapper itself was told. */
export function appEnvironment(settings, { databaseUrl, distDir }) {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATABASE_DIRECT_URL: settings.directUrl === settings.databaseUrl ? undefined : settings.directUrl,
    DATABASE_READ_URL: settings.readUrl ?? undefined,
    AUTH_SECRET: settings.authSecret,
    APP_URL: settings.appUrl,
    NEXTAUTH_URL: settings.appUrl,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: settings.actionKey,
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_DIST_DIR: distDir,
    TRIAL: settings.trial,
    TRUSTED_PROXIES: String(settings.trustedProxies),
    DRAIN_SECONDS: String(settings.drainSeconds),
    // Each tool knows its own.
    NODE_ENV: undefined,
  };
}

function readDatabase(env, name) {
  const url = env[name] || null;
  if (url && !/^postgres(ql)?:\/\//.test(url)) throw new Refusal(`${name} must begin with postgres://.`);
  if (url && !isReadable(url)) throw new Refusal(`${name} cannot be read: in its password write / as %2F, ? as %3F, # as %23, % as %25 and @ as %40.`);
  return url;
}

/** As the driver reads it, which takes several hosts with commas between them. */
function isReadable(url) {
  try {
    const { username, password, pathname, search, hash } = new URL(url.replace(/((?:@|:\/\/(?![^/?]*@))[^/?,]*),[^/?]*/, "$1"));
    decodeURIComponent(username + password);
    // A password with a slash after digits would be a host with its port.
    return username !== "" || !`${pathname}${search}${hash}`.includes("@");
  } catch {
    return false;
  }
}

function readPort(value, name = "PORT") {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535) throw new Refusal(`${name} must be a number from 1 to 65535, not "${value}".`);
  return port;
}

function readProxies(value) {
  if (!/^\d$/.test(value)) throw new Refusal(`TRUSTED_PROXIES must be how many proxies of yours a request passes, from 0 to 9, not "${value}".`);
  return Number(value);
}

/** A server that is asked to stop has 25 seconds in all. */
function readDrain(value) {
  if (!/^\d+$/.test(value) || Number(value) > 15) throw new Refusal(`DRAIN_SECONDS must be a number from 0 to 15, not "${value}".`);
  return Number(value);
}

function readOrigin(value) {
  const url = URL.canParse(value) ? new URL(value) : null;
  const bare = url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash && !url.username;
  if (!bare) throw new Refusal(`APP_URL must be an address such as https://milepost.example.org, without a path, not "${value}".`);
  return url.origin;
}

function readTrial(host, open) {
  if (/^127\.\d+\.\d+\.\d+$/.test(host) || host === "localhost" || host === "::1") return "local";
  if (open) return "open";
  throw new Refusal(
    `Without DATABASE_URL this is a trial and does not listen on ${host}: set DATABASE_URL, or TRIAL_OPEN=1 to let everyone who reaches that address try it.`,
  );
}

function readSecret(secret) {
  if (!secret) throw new Refusal(`AUTH_SECRET must be set when DATABASE_URL is: ${HOW_TO_MAKE}`);
  if (secret.length < 32 || new Set(secret).size < 10) {
    throw new Refusal(`AUTH_SECRET is too weak, it needs 32 characters of which 10 differ: ${HOW_TO_MAKE}`);
  }
  return secret;
}

function readActionKey(key) {
  if (key && Buffer.from(key, "base64").length !== 32) {
    throw new Refusal('NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 32 bytes in base64: make one with "openssl rand -base64 32".');
  }
  return key;
}

function makeDataDir(dataDir) {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    fs.accessSync(dataDir, fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    throw new Refusal(`${dataDir} cannot be written (${error.code}): start as the user it belongs to, or set DATA_DIR to another folder.`);
  }
}
