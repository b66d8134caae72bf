import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPgbouncer, startPgbouncer } from "@/bench/pooler/pgbouncer.mjs";
import { choosePort } from "@/db/embedded/ports.mjs";
import { ORDINARY } from "@/db/ordinary.mjs";
import { requireReachable, requireSame } from "./reachable.mjs";
import { appEnvironment, readSettings } from "./settings.mjs";

const directUrl = process.env.DATABASE_URL ?? "";
const dataDir = ".data/test";
const OPERATOR = { DATABASE_URL: "postgres://pooler/milepost", AUTH_SECRET: "0123456789abcdefghijklmnopqrstuvwxyz", DATA_DIR: path.join(dataDir, "reachable") };

test("Postgres itself is taken, and what cannot be reached is named", async () => {
  await requireReachable({ databaseUrl: directUrl, directUrl });
  const nowhere = Object.assign(new URL("postgres://127.0.0.1:1/none"), { username: "milepost", password: "hidden" }).href;
  await expect(requireReachable({ databaseUrl: nowhere, directUrl: nowhere })).rejects.toThrow(/^The database of DATABASE_URL cannot be used: (?!.*hidden)/);
  await expect(requireReachable({ databaseUrl: directUrl, directUrl: nowhere })).rejects.toThrow(/^The database of DATABASE_DIRECT_URL cannot be used: /);
});

test("a direct address is told to the application where it differs, and is nothing without the other", () => {
  const told = (env: Record<string, string>) => {
    const settings = readSettings({ ...OPERATOR, ...env });
    return appEnvironment(settings, { databaseUrl: settings.databaseUrl, distDir: ".next" });
  };
  expect(told({ DATABASE_DIRECT_URL: "postgres://itself/milepost" })).toMatchObject({ DATABASE_URL: OPERATOR.DATABASE_URL, DATABASE_DIRECT_URL: "postgres://itself/milepost" });
  expect(told({ DATABASE_DIRECT_URL: OPERATOR.DATABASE_URL }).DATABASE_DIRECT_URL).toBeUndefined();
  expect(told({}).DATABASE_DIRECT_URL).toBeUndefined();
  expect(() => readSettings({ DATABASE_DIRECT_URL: "postgres://itself/milepost" })).toThrow("DATABASE_DIRECT_URL is set and DATABASE_URL is not");
  expect(() => told({ DATABASE_DIRECT_URL: "mysql://itself" })).toThrow("DATABASE_DIRECT_URL must begin with postgres://.");
});

test("an address that nobody can read is refused without its password", () => {
  for (const password of ["ab/hidden", "12/hidden", "ab#hidden", "ab?hidden", "100%hidden"]) {
    const read = () => readSettings({ ...OPERATOR, DATABASE_URL: `postgres://milepost:${password}@db/milepost` });
    expect(read).toThrow(/^DATABASE_URL cannot be read: in its password write \/ as %2F(?!.*hidden)/);
  }
  const good = (secret: string, rest: string) => `postgres://milepost:${secret}@${rest}`;
  for (const url of [good("ab%2Fcd", "db:5432/milepost"), good("x", "one:5432,two:5432/milepost?sslmode=require"), good("a,b", "db/milepost"), "postgres://one:5432,two:5432/milepost", "postgres:///milepost"]) {
    expect(readSettings({ ...OPERATOR, DATABASE_URL: url }).databaseUrl).toBe(url);
  }
});

test("deploy/pgbouncer.ini sets what holds for every statement", () => {
  const [, query] = /^milepost = .* connect_query='(.*)'$/m.exec(fs.readFileSync("deploy/pgbouncer.ini", "utf8")) ?? [];
  expect(query).toBe(Object.entries(ORDINARY).map(([name, value]) => `set ${name} = ${value}`).join("; "));
});

const program = findPgbouncer();

describe.skipIf(!program)("with PgBouncer in transaction mode (skipped where there is none)", () => {
  const started: { url: string; stop: () => Promise<void> }[] = [];
  const start = async (changed?: (text: string) => string) => {
    const pooler = await startPgbouncer({ program: program ?? "", url: directUrl, dataDir, port: await choosePort(), changed });
    started.push(pooler);
    return pooler.url;
  };
  let pooled = "";
  beforeAll(async () => {
    pooled = await start();
  });
  afterAll(() => Promise.all(started.map(({ stop }) => stop())));

  test("it is taken in front of Postgres, and leads to the same database", async () => {
    await requireReachable({ databaseUrl: pooled, directUrl });
    await requireSame({ databaseUrl: pooled, directUrl });
  });

  test("it is refused in the place of Postgres, whatever it says to settings at connect", async () => {
    const said = "leads to a pooler such as PgBouncer, and not to Postgres itself";
    const ignoring = await start((text) => `${text}ignore_startup_parameters = ${Object.keys(ORDINARY).join(", ")}\n`);
    for (const url of [pooled, ignoring]) {
      await expect(requireReachable({ databaseUrl: url, directUrl: url })).rejects.toThrow(`DATABASE_URL ${said}: set DATABASE_DIRECT_URL`);
      await expect(requireReachable({ databaseUrl: directUrl, directUrl: url })).rejects.toThrow(`DATABASE_DIRECT_URL ${said}`);
    }
    const ofSessions = await start((text) => text.replace("pool_mode = transaction", `pool_mode = session\nignore_startup_parameters = ${Object.keys(ORDINARY).join(", ")}`));
    await expect(requireReachable({ databaseUrl: ofSessions, directUrl: ofSessions })).rejects.toThrow(said);
  });

  test("it is refused without the settings, and so is Postgres in its place", async () => {
    const said = 'let the pooler begin each connection to Postgres with "set statement_timeout = 5000; set lock_timeout = 2000; set random_page_cost = 1.1"';
    const bare = await start((text) => text.replace(/connect_query=.*/, ""));
    await expect(requireReachable({ databaseUrl: bare, directUrl })).rejects.toThrow(said);
    const other = new URL(directUrl);
    other.searchParams.set("application_name", "other");
    await expect(requireReachable({ databaseUrl: other.href, directUrl })).rejects.toThrow("where there is no pooler, unset DATABASE_DIRECT_URL");
  });

  test("it is refused where it leads to another database", async () => {
    const elsewhere = Object.assign(new URL(pooled), { pathname: "/postgres" }).href;
    await expect(requireSame({ databaseUrl: elsewhere, directUrl })).rejects.toThrow("DATABASE_URL and DATABASE_DIRECT_URL lead to different databases.");
  });
});
