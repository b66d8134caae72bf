import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appEnvironment, readSettings } from "./settings.mjs";

const root = path.resolve(import.meta.dirname, "..");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-lifecycle-"));
const dataDir = path.join(folder, "data");
const wrappers: ChildProcess[] = [];

// What a wrapper does to Postgres, without the application: it says the address and leaves on SIGTERM.
const wrapper = `
  const { openDatabase } = await import(${JSON.stringify(path.join(root, "db/embedded.mjs"))});
  const database = await openDatabase({ dataDir: ${JSON.stringify(dataDir)}, say: () => undefined });
  database.supervise();
  process.on("SIGTERM", async () => { await database.leave(); process.exit(0); });
  console.log(database.url);
  setInterval(() => undefined, 1000);
`;

async function startWrapper() {
  const child = spawn(process.execPath, ["--input-type=module", "-e", wrapper], { stdio: ["ignore", "pipe", "inherit"] });
  wrappers.push(child);
  const [said] = (await Promise.race([once(child.stdout, "data"), once(child, "exit")])) as [Buffer | number];
  return { child, url: String(said).trim() };
}

async function stopWrapper(child: ChildProcess, signal: NodeJS.Signals) {
  const exit = once(child, "exit");
  child.kill(signal);
  await exit;
}

async function answers(url: string) {
  const sql = postgres(url, { max: 1, connect_timeout: 1, onnotice: () => undefined });
  try {
    const [row] = await sql`select 1 as one`;
    return row?.one === 1;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function postmasterOf(url: string) {
  const sql = postgres(url, { max: 1 });
  try {
    const [row] = await sql`select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as pid`;
    return Number(row?.pid);
  } finally {
    await sql.end();
  }
}

beforeAll(() => fs.mkdirSync(dataDir));

afterAll(async () => {
  for (const child of wrappers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) await stopWrapper(child, "SIGTERM");
  const where = path.join(dataDir, "where");
  if (fs.existsSync(where)) fs.rmSync(fs.readFileSync(where, "utf8").trim(), { recursive: true, force: true });
  fs.rmSync(folder, { recursive: true, force: true });
});

test("the second wrapper attaches, and only the last one to leave stops Postgres", async () => {
  const first = await startWrapper();
  const second = await startWrapper();
  expect(second.url).toBe(first.url);

  await stopWrapper(first.child, "SIGTERM");
  expect(await answers(second.url)).toBe(true);
  await stopWrapper(second.child, "SIGTERM");
  expect(await answers(second.url)).toBe(false);
}, 30_000);

test("a wrapper that is killed leaves a Postgres to which the next one attaches", async () => {
  const killed = await startWrapper();
  const postmaster = await postmasterOf(killed.url);
  await stopWrapper(killed.child, "SIGKILL");
  expect(await answers(killed.url)).toBe(true);

  const next = await startWrapper();
  expect(next.url).toBe(killed.url);
  expect(await postmasterOf(next.url)).toBe(postmaster);
  await stopWrapper(next.child, "SIGTERM");
  expect(await answers(next.url)).toBe(false);
}, 30_000);

test("wrappers that start together share one Postgres", async () => {
  const both = await Promise.all([startWrapper(), startWrapper()]);
  expect(both[0].url).toBe(both[1].url);
  await Promise.all(both.map(({ child }) => stopWrapper(child, "SIGTERM")));
  expect(await answers(both[0].url)).toBe(false);
}, 30_000);

test("a Postgres that is killed answers again on the same port within five seconds", async () => {
  const startedAt = Date.now();
  const [watching] = await Promise.all([startWrapper(), startWrapper()]);
  const startMs = Date.now() - startedAt;
  const before = await postmasterOf(watching.url);
  process.kill(before, "SIGKILL");
  const killedAt = Date.now();
  await sleep(50);
  while (!(await answers(watching.url)) && Date.now() - killedAt < 25_000) await sleep(50);
  // On a machine that does other things too a start alone may take as long.
  expect(Date.now() - killedAt).toBeLessThan(Math.max(5_000, 4 * startMs));
  expect(await postmasterOf(watching.url)).not.toBe(before);
}, 60_000);

const operator = { DATABASE_URL: "postgres://milepost@127.0.0.1:1/milepost", DATA_DIR: path.join(folder, "settings") };

function refusalOf(env: Record<string, string>) {
  const result = spawnSync(process.execPath, [path.join(root, "scripts/run.mjs"), "start"], {
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "test", DATA_DIR: operator.DATA_DIR, ...env },
    encoding: "utf8",
  });
  expect(result.status).toBe(1);
  expect(result.stdout).toBe("");
  expect(result.stderr.trim().split("\n")).toHaveLength(1);
  return result.stderr;
}

test("a missing or weak AUTH_SECRET stops the start with one sentence", () => {
  expect(refusalOf(operator)).toContain("AUTH_SECRET must be set");
  expect(refusalOf({ ...operator, AUTH_SECRET: "short" })).toContain("AUTH_SECRET is too weak");
  expect(refusalOf({ ...operator, AUTH_SECRET: "abcabcabc".repeat(8) })).toContain("AUTH_SECRET is too weak");
});

test("a trial listens beyond this machine only when asked to", () => {
  expect(refusalOf({ HOST: "0.0.0.0" })).toContain("TRIAL_OPEN=1");
  const trialOf = (env: Record<string, string>) => {
    const settings = readSettings({ DATA_DIR: operator.DATA_DIR, ...env });
    return appEnvironment(settings, { databaseUrl: "postgres://x", distDir: ".next" }).TRIAL;
  };
  expect(trialOf({})).toBe("local");
  expect(trialOf({ TRIAL_OPEN: "1" })).toBe("local");
  expect(trialOf({ HOST: "0.0.0.0", TRIAL_OPEN: "1" })).toBe("open");
  expect(trialOf({ ...operator, AUTH_SECRET: "0123456789abcdefghijklmnopqrstuvwxyz" })).toBe("");
});

test("what is not a port or an address is refused by name", () => {
  expect(refusalOf({ PORT: "70000" })).toContain("PORT");
  expect(refusalOf({ APP_URL: "https://milepost.example.org/app" })).toContain("APP_URL");
});
