import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCluster, stopCluster } from "@/db/embedded/cluster.mjs";
import { choosePort } from "@/db/embedded/ports.mjs";
import { migrate } from "@/db/migrate.mjs";
import { findDump } from "./dump.mjs";
import { placesOfTools } from "./pg-tools.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "milepost-dump-")));
const at = (name: string) => path.join(folder, name);

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function command(name: string, databaseUrl: string, ...args: string[]) {
  const env = { PATH: process.env.PATH ?? "", NODE_ENV: "test" as const, DATA_DIR: at("data"), DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, ["scripts/run.mjs", name, ...args], { cwd: root, env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (said += part.toString()));
  const [code] = (await once(child, "close")) as [number];
  return { code, said: said.trim() };
}

test("a pg_dump that is older than the server is refused with the version that is needed", async () => {
  const place = at("old");
  fs.mkdirSync(place);
  fs.writeFileSync(path.join(place, "pg_dump"), "#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6'\n", { mode: 0o755 });
  await expect(findDump(process.env.DATABASE_URL, [place])).rejects.toThrow(/^pg_dump of Postgres \d+ or later is needed, and here is 9\.6/);
});

test("a database that cannot be reached is said to be so, without its password", async () => {
  const password = "hidden";
  const { code, said } = await command("backup", `postgres://milepost:${password}@127.0.0.1:1/none`, at("unreachable"));
  expect(code).toBe(1);
  expect(said).toMatch(/^The database of DATABASE_URL cannot be used: .*\.$/);
  expect(said).not.toContain(password);
  expect(fs.existsSync(at("unreachable.part"))).toBe(false);
});

// The embedded Postgres has no pg_dump: this needs a Postgres of the machine that has all of its programs.
const programs = placesOfTools().find((place) => ["initdb", "postgres", "pg_dump", "pg_restore"].every((name) => fs.existsSync(path.join(place, name))));

describe.skipIf(!programs)("with a Postgres of the machine and its pg_dump (skipped where there is none)", () => {
  const password = randomUUID();
  let running: Awaited<ReturnType<typeof startCluster>>;
  const urlOf = (name: string) => `postgres://milepost:${password}@127.0.0.1:${running?.port ?? 0}/${name}`;

  async function on<T>(name: string, work: (sql: postgres.Sql) => Promise<T>) {
    const sql = postgres(urlOf(name), { max: 1, onnotice: () => undefined });
    try {
      return await work(sql);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }

  beforeAll(async () => {
    if (!programs) return;
    const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"]));
    const as = process.getuid?.() === 0 ? { uid: id("-u"), gid: id("-g") } : {};
    const place = { home: at("server"), data: at("server/pg"), as };
    fs.mkdirSync(place.home);
    fs.writeFileSync(path.join(place.home, "password"), password);
    fs.chmodSync(folder, 0o755);
    if (as.uid !== undefined) fs.chownSync(place.home, as.uid, as.gid);
    execFileSync(path.join(programs, "initdb"), ["-D", place.data, "-U", "milepost", "-A", "scram-sha-256", `--pwfile=${place.home}/password`, "-E", "UTF8", "--locale=C"], { ...as, cwd: "/", stdio: "ignore" });
    while (!running) running = await startCluster(place, path.dirname(programs), { port: await choosePort(), password });
    await on("postgres", async (sql) => {
      for (const name of ["full", "empty"]) await sql`create database ${sql(name)}`;
    });
    await migrate(urlOf("full"), path.join(root, "db/migrations"));
    await on("full", (sql) => sql`insert into users (id, email, name) select gen_random_uuid(), n || '@example.org', 'Person ' || n from generate_series(1, 50) n`);
    fs.mkdirSync(at("data"));
    fs.writeFileSync(at("data/action-key"), "kept");
  }, 60_000);

  afterAll(async () => {
    if (running) await stopCluster(running);
  });

  const sumOf = (name: string) => on(name, (sql) => sql`select md5(string_agg(u::text, chr(10) order by id)) as sum, count(*)::int as count from users u`);

  test("a dump is restored into an empty database, and only there", async () => {
    expect(await command("backup", urlOf("full"), at("backup"))).toMatchObject({ code: 0 });
    expect(fs.statSync(at("backup/milepost.dump")).mode & 0o777).toBe(0o600);
    fs.rmSync(at("data"), { recursive: true });

    expect(await command("restore", urlOf("empty"), at("backup"))).toMatchObject({ code: 0 });
    const [restored] = await sumOf("empty");
    expect(restored).toMatchObject({ count: 50 });
    expect(restored).toEqual((await sumOf("full"))[0]);
    expect(fs.readFileSync(at("data/action-key"), "utf8")).toBe("kept");
    await migrate(urlOf("empty"), path.join(root, "db/migrations"));

    await on("empty", (sql) => sql`delete from users`);
    const refused = await command("restore", urlOf("empty"), at("backup"));
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.said).toMatch(/^The database of DATABASE_URL has tables of Milepost: .*\.$/);
    expect((await sumOf("empty"))[0]).toMatchObject({ count: 0 });
  }, 60_000);

  test("what is there is replaced when asked to, unless it is in use or has what the backup does not know", async () => {
    await on("empty", async (sql) => {
      await sql`create table later (name text)`;
      expect((await command("restore", urlOf("empty"), at("backup"), "--replace")).said).toBe("The database of DATABASE_URL is in use (1 connections): stop Milepost first.");
    });
    const refused = await command("restore", urlOf("empty"), at("backup"), "--replace");
    expect(refused.said).toContain("has tables that the backup has not (public.later)");

    await on("empty", (sql) => sql`drop table later`);
    expect(await command("restore", urlOf("empty"), at("backup"), "--replace")).toMatchObject({ code: 0 });
    expect(await sumOf("empty")).toEqual(await sumOf("full"));
  }, 60_000);
});
