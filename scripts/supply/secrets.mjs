import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";
import { verdict } from "./verdict.mjs";

const CONFIG = { rules: [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: creator }] };

/** What looks like a secret and opens nothing. */
const KNOWN = [
  { file: "lib/jobs/fixtures/lab/key.pem", rule: "privatekey", why: "its certificate is for the lab of the importer’s tests, on 127.0.0.1" },
  { file: "lib/evidence/input.test.ts", rule: "basicauth", why: "an address of nobody, which is refused" },
];

export const secrets = {
  name: "no file in git holds a secret",
  requirement: "58, ASVS 13.3.1",
  async run(root = ".", known = KNOWN) {
    const files = listTracked(root);
    const found = (await Promise.all(files.map((file) => lint(root, file)))).flat();
    return verdict(faultsOfFindings(found, known), `secretlint read ${files.length} files; ${known.length} keys and passwords of tests are known.`);
  },
};

function listTracked(root) {
  const listed = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0");
  return listed.filter((file) => file !== "" && fs.existsSync(path.join(root, file)));
}

async function lint(root, file) {
  const content = fs.readFileSync(path.join(root, file), "utf8");
  const source = { filePath: file, content, ext: path.extname(file), contentType: "text" };
  const { messages } = await lintSource({ source, options: { config: CONFIG, maskSecrets: true } });
  return messages.map(({ ruleId, loc }) => ({ file, rule: ruleId.replace("@secretlint/secretlint-rule-", ""), line: loc.start.line }));
}

/** A finding that is not known, and what is known but was not found. */
function faultsOfFindings(found, known) {
  const isOne = (one, other) => one.file === other.file && one.rule === other.rule;
  return [
    ...found.filter((finding) => !known.some((one) => isOne(one, finding))).map(({ file, rule, line }) => `${file}:${line} looks like a secret (${rule}).`),
    ...known.filter((one) => !found.some((finding) => isOne(one, finding))).map(({ file, rule }) => `${file} has no ${rule} any more: take it off the list.`),
  ];
}
