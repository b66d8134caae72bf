import fs from "node:fs";
import path from "node:path";
import { readJson } from "./packages.mjs";
import { verdict } from "./verdict.mjs";

const PLACES = [".data", ".data/test"];
const KEPT = ["auth-secret", "action-key", "pg-password"];
const GIVEN = ["AUTH_SECRET", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "DATABASE_URL", "DATABASE_DIRECT_URL", "DATABASE_READ_URL", "SMTP_URL", "GITHUB_CLIENT_SECRET", "GOOGLE_CLIENT_SECRET"];
/** What a build itself is given or makes; it stays on the server. */
const OF_BUILD = [
  { file: "server/server-reference-manifest.json", names: ["encryptionKey"] },
  { file: "server/preview-props.json", names: ["previewModeId", "previewModeSigningKey", "previewModeEncryptionKey"] },
];
/** Of these the compressed ones are copies. */
const SENT = /\.(js|css|json|html|rsc|body|txt|map|svg)$/;

export const browserFiles = {
  name: "no key or secret is in what browsers are sent",
  requirement: "58, ASVS 13.3.1",
  run(root = ".") {
    const builds = listBuilds(root);
    if (builds.length === 0) return verdict([], "There is no build here, so nothing to read.");
    const ofInstallation = secretsOfInstallation(root, process.env);
    const read = builds.map((build) => readBuild(build, ofInstallation));
    const count = read.reduce((sum, { files }) => sum + files, 0);
    return verdict(read.flatMap(({ faults }) => faults), `${count} files of ${builds.length} builds.`);
  },
};

function listBuilds(root) {
  const folders = fs.readdirSync(root).filter((name) => name.startsWith(".next"));
  return folders.map((name) => path.join(root, name)).filter((folder) => fs.existsSync(path.join(folder, "BUILD_ID")));
}

function secretsOfInstallation(root, env) {
  const files = PLACES.flatMap((place) => KEPT.map((name) => path.join(root, place, name))).filter((file) => fs.existsSync(file));
  return [
    ...files.map((file) => ({ name: file, value: fs.readFileSync(file, "utf8").trim() })),
    ...GIVEN.filter((name) => env[name]).map((name) => ({ name, value: env[name] })),
  ];
}

function readBuild(build, ofInstallation) {
  const ofBuild = OF_BUILD.flatMap(({ file, names }) => {
    const content = readJson(build, file);
    return names.map((name) => ({ name, value: content[name] }));
  });
  const unread = ofBuild.filter(({ value }) => !value).map(({ name }) => `${build} does not say its ${name}, so nobody can look for it.`);
  const secrets = [...ofInstallation, ...ofBuild].filter(({ value }) => value);
  const files = listSent(build);
  const leaks = files.flatMap((file) => {
    const content = fs.readFileSync(file, "utf8");
    return secrets.filter(({ value }) => content.includes(value)).map(({ name }) => `${file} holds ${name}.`);
  });
  return { files: files.length, faults: [...unread, ...leaks] };
}

function listSent(build) {
  const served = ["static", "server/app"].flatMap((folder) => filesIn(path.join(build, folder)));
  const pages = served.filter((file) => SENT.test(file) && !isOfServer(path.relative(build, file)));
  return [...pages, path.join(build, "sw.js")].filter((file) => fs.existsSync(file));
}

// Beside prerendered pages lie the programs and lists that make the others.
function isOfServer(file) {
  return file.startsWith("server/") && /\.(js|json|map)$/.test(file);
}

function filesIn(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
