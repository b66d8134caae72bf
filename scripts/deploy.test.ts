import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { FIXED_HEADERS } from "@/lib/fixed-headers.mjs";
import { STAMPED } from "./build.mjs";
import { headersOf } from "./edge/headers.mjs";
import { readBuildSettings } from "./settings.mjs";

const root = path.resolve(import.meta.dirname, "..");
const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");
const linesOf = (file: string) => read(file).split("\n").filter((line) => line.trim() && !line.trim().startsWith("#"));
const manifest = JSON.parse(read("package.json")) as { engines: { node: string }; scripts: Record<string, string> };
const dockerfile = read("Dockerfile");
const compose = read("compose.yaml");

/** The names that the start, the server and the application read. */
const known = new Set(
  ["scripts/settings.mjs", "scripts/build.mjs", "scripts/server.mjs", "lib/env.ts"].flatMap((file) =>
    [...read(file).matchAll(/\benv\.([A-Z][A-Z_]+)|^ {2}([A-Z][A-Z_]+):/gm)].map((found) => found[1] ?? found[2] ?? ""),
  ),
);
/** The files of ours that a file imports, when it is read or later. */
function importsOf(file: string): string[] {
  return [...read(file).matchAll(/(?:^(?:import|export)\b[^"]*?|\bimport\()"([^"]+)"/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => /^(?:@\/|\.)/.test(name))
    .map((name) => (name.startsWith("@/") ? name.slice(2) : path.join(path.dirname(file), name)));
}

/** The program itself, and all that is read for it. */
function importedBy(file: string, known = new Set<string>()): string[] {
  if (known.has(file)) return [];
  known.add(file);
  for (const name of importsOf(file)) if (name.endsWith(".mjs")) importedBy(name, known);
  return [...known];
}

/** What compose.yaml itself, Caddy and the image of Postgres are told. */
const OF_OTHERS = ["DOMAIN", "UPSTREAMS", "POSTGRES_USER", "POSTGRES_DB", "POSTGRES_PASSWORD"];
const SECRET = /SECRET|PASSWORD|KEY|SMTP_URL/;

test("the image has a Node that the package allows", () => {
  const least = /^>=(\d+)\.\d+$/.exec(manifest.engines.node)?.[1];
  const [, major] = /^ARG NODE=node:(\d+)-/m.exec(dockerfile) ?? [];
  expect(Number(major)).toBe(24);
  expect(Number(major)).toBeGreaterThanOrEqual(Number(least));
  expect(dockerfile.match(/^FROM (?!\$\{NODE\} AS|caddy:)/gm)).toBeNull();
});

test("what the image runs are scripts of the package, as an ordinary user", () => {
  const [, command] = /^CMD \["node", "scripts\/run\.mjs", "(\w+)"\]$/m.exec(dockerfile) ?? [];
  expect(manifest.scripts).toHaveProperty(command ?? "");
  for (const [, script] of [...dockerfile.matchAll(/npm run ([\w:]+)/g)]) expect(manifest.scripts).toHaveProperty(script ?? "");
  expect(dockerfile.lastIndexOf("\nUSER node\n")).toBeGreaterThan(dockerfile.lastIndexOf("\nCOPY "));
  expect(dockerfile).toMatch(/^HEALTHCHECK [\s\S]*\/readyz/m);
});

test("all that a build is known by is copied into the image, and what is secret is not", () => {
  const left = linesOf(".dockerignore").filter((line) => !line.includes("*"));
  for (const part of [...STAMPED, "scripts", "package.json", ".npmrc"]) {
    expect(fs.existsSync(path.join(root, part)), part).toBe(true);
    expect(left).not.toContain(part.split("/")[0]);
    expect(left).not.toContain(part);
  }
  expect(linesOf(".dockerignore")).toEqual(expect.arrayContaining([".env*", ".data", ".git", ".next*", "node_modules"]));
  expect(linesOf(".gitignore")).toContain(".env");
});

test("nothing that the image builds or runs needs what is left out of it", () => {
  const left = linesOf(".dockerignore").filter((line) => !/[*.]|^node_modules$/.test(line) || line.endsWith(".ts"));
  const isLeft = (file: string) => left.some((part) => file === part || file.startsWith(`${part}/`));
  expect(left).toEqual(expect.arrayContaining(["e2e", "bench", "vitest.config.ts"]));
  const ours = ["app", "components", "db", "lib", "scripts"].flatMap((folder) => fs.readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)));
  const built = [...ours, ...fs.readdirSync(root)].filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !isLeft(file));
  const run = ["start", "erasures", "jobs-import", "backup/restore", "migrations"].map((name) => `scripts/${name}.mjs`);
  expect(built.length).toBeGreaterThan(300);
  for (const file of new Set([...built, ...run.flatMap((file) => importedBy(file))])) {
    expect(importsOf(file).filter(isLeft), file).toEqual([]);
  }
});

test("no argument or layer of the image holds a secret", () => {
  const said = [...dockerfile.matchAll(/^(?:ARG|ENV) (.*)$/gm)].flatMap(([, names]) => [...(names ?? "").matchAll(/([A-Z_]+)/g)].map(([name]) => name));
  expect(said).toContain("APP_URL");
  expect(said.filter((name) => SECRET.test(name))).toEqual([]);
  expect(dockerfile).toMatch(/--mount=type=secret,id=action_key,required=true/);
});

test("compose, its example and the unit name only settings that something reads", () => {
  const inCompose = [...compose.matchAll(/^ {2,6}([A-Z][A-Z_]+):/gm), ...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name ?? "");
  const inExample = [...read(".env.example").matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name ?? "");
  const inUnit = linesOf("deploy/milepost.service").filter((line) => line.startsWith("Environment=")).flatMap((line) => [...line.matchAll(/([A-Z_]+)=/g)].map(([, name]) => name ?? ""));
  expect(inCompose.length + inUnit.length).toBeGreaterThan(20);
  expect([...inCompose, ...inUnit].filter((name) => !known.has(name) && !OF_OTHERS.includes(name))).toEqual([]);
  expect(inExample.filter((name) => !inCompose.includes(name) && name !== "COMPOSE_PROFILES")).toEqual([]);
});

test("no secret has a value from us: compose stops without it, and the example leaves it empty", () => {
  for (const name of ["POSTGRES_PASSWORD", "AUTH_SECRET", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"]) {
    const uses = [...compose.matchAll(new RegExp(`\\$\\{${name}([^}]*)\\}`, "g"))].map(([, rest]) => rest);
    expect(uses.length, name).toBeGreaterThan(0);
    expect(uses.every((rest) => rest?.startsWith(":?")), name).toBe(true);
  }
  for (const line of [...linesOf(".env.example"), ...linesOf("deploy/milepost.service")]) {
    const [, name = "", value = ""] = /^(?:Environment=)?([A-Z_]+)=(.*)$/.exec(line) ?? [];
    if (SECRET.test(name)) expect(value, name).toBe("");
  }
});

test("the archive and its backups have one name, and a password of the operator's", () => {
  const config = linesOf("deploy/pgbackrest.conf");
  expect(config.filter((line) => line.startsWith("["))).toEqual(["[global]", "[milepost]"]);
  expect(config).toContain("repo1-cipher-pass=");
  expect(config).toContain("repo1-cipher-type=aes-256-cbc");
  const commands = [...linesOf("deploy/archive.conf"), ...linesOf("docs/operations.md")].filter((line) => /(?:^|')pgbackrest /.test(line));
  expect(commands.length).toBeGreaterThan(5);
  for (const command of commands) expect(command).toContain("pgbackrest --stanza=milepost ");
});

test("Caddy gives files of the build the headers that the server gives", () => {
  const caddyfile = read("deploy/Caddyfile");
  const given = new Map<string, string>();
  const response = { setHeader: (name: string, value: string) => given.set(name, value), writeHead: () => undefined, hasHeader: () => false };
  headersOf({ https: true })(response, "/_next/static/chunks/a.js");
  expect([...given.keys()]).toEqual(expect.arrayContaining(Object.keys(FIXED_HEADERS)));
  for (const [name, value] of given) expect(caddyfile, name).toMatch(new RegExp(`^\\s+${name} "?${value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}"?$`, "m"));
  expect(caddyfile).toContain("Cache-Control \"public,max-age=31536000,immutable\"");
});

test("the proxies take as much as the server takes, and no more", () => {
  const bytes = [...read("scripts/edge/limits.mjs").matchAll(/(?:bytes: |ANYWHERE = )([\d_]+)/g)].map(([, number]) => number?.replaceAll("_", "") ?? "").sort();
  expect(bytes).toHaveLength(3);
  const inCaddy = [...read("deploy/Caddyfile").matchAll(/max_size (\d+)$/gm)].map(([, number]) => number ?? "").sort();
  const inHaproxy = [...read("deploy/haproxy.cfg").matchAll(/content-length\) gt (\d+)/g)].map(([, number]) => number ?? "").sort();
  expect(inCaddy).toEqual(bytes);
  expect(inHaproxy).toEqual(bytes);
  const inNginx = [...read("deploy/nginx.conf").matchAll(/client_max_body_size (\d+);/g)].map(([, number]) => number ?? "").sort();
  expect(inNginx).toEqual(bytes);
});

test("no proxy ends a request that an instance still may answer", () => {
  const longest = Math.max(...[...read("scripts/edge/time-limit.mjs").matchAll(/\b(\d+_000)\b/g)].map(([, number]) => Number(number?.replace("_", "")))) / 1000;
  expect(longest).toBe(60);
  const waits = [/response_header_timeout (\d+)s/.exec(read("deploy/Caddyfile")), /timeout server (\d+)s/.exec(read("deploy/haproxy.cfg")), /proxy_read_timeout (\d+)s/.exec(read("deploy/nginx.conf"))];
  expect(waits.map((found) => Number(found?.[1]) > longest)).toEqual([true, true, true]);
});

test("proxies ask whether an instance is ready, and repeat no request that one may have read", () => {
  expect(read("deploy/Caddyfile")).toMatch(/health_uri \/readyz/);
  expect(read("deploy/Caddyfile")).not.toMatch(/^\s*lb_retry_match|^\s*fail_duration/m);
  expect(read("deploy/haproxy.cfg")).toMatch(/option httpchk GET \/readyz/);
  expect(read("deploy/haproxy.cfg")).toMatch(/^\s*retry-on conn-failure$/m);
  expect(read("deploy/nginx.conf")).toMatch(/^\s*proxy_next_upstream error timeout;$/m);
});

test("no proxy writes down an address: some hold a secret", () => {
  expect(read("deploy/nginx.conf")).toMatch(/^\s*access_log off;$/m);
  expect(read("deploy/Caddyfile")).not.toMatch(/^\s*log\b/m);
  const haproxy = read("deploy/haproxy.cfg");
  expect(haproxy).not.toMatch(/^\s*option httplog|%(?:\[(?:path|url)|r\b|HP|HU|HQ|\{\+Q\}r)/m);
  expect(haproxy).toMatch(/^\s*log-format /m);
});

test("a build made beforehand needs its address, and takes a key that is one", () => {
  const key = Buffer.alloc(32, 7).toString("base64");
  expect(readBuildSettings({ APP_URL: "https://milepost.example.org", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key })).toMatchObject({ appUrl: "https://milepost.example.org", actionKey: key });
  expect(() => readBuildSettings({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key })).toThrow(/APP_URL must be set/);
  expect(() => readBuildSettings({ APP_URL: "https://milepost.example.org", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "short" })).toThrow(/32 bytes/);
});

test("a machine takes over Postgres only with every commit that was answered, and no connection stays with one that does not lead", () => {
  const patroni = read("deploy/patroni.yml");
  const [ttl, wait, retry] = ["ttl", "loop_wait", "retry_timeout"].map((name) => Number(new RegExp(`^ +${name}: (\\d+)$`, "m").exec(patroni)?.[1]));
  expect(patroni).toMatch(/^ +synchronous_mode: true$/m);
  expect(patroni).toMatch(/^ +synchronous_commit: "on"$/m);
  expect(patroni).not.toMatch(/fsync/);
  expect(ttl).toBeGreaterThanOrEqual((wait ?? NaN) + 2 * (retry ?? NaN));
  expect(read("deploy/haproxy-postgres.cfg")).toMatch(/option httpchk GET \/primary\n[\s\S]*on-marked-down shutdown-sessions/);
});
