import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Refusal } from "../db/embedded/refusal.mjs";

/** Writes the sha256 of every inline script of every prerendered page, for the Content-Security-Policy. */
export function writeCspHashes(distDir) {
  const root = path.join(distDir, "server/app");
  const pages = fs.readdirSync(root, { recursive: true }).filter((file) => file.endsWith(".html")).sort();
  const hashes = {};
  const faults = [];
  for (const file of pages) {
    const html = fs.readFileSync(path.join(root, file), "utf8");
    const address = `/${file.split(path.sep).join("/").replace(/\.html$/, "").replace(/^index$/, "")}`;
    hashes[address] = [...new Set(inlineScripts(html).map(hashOf))];
    // Next's own last page, for when rendering itself breaks: it shows without its styles.
    if (address === "/_global-error") continue;
    faults.push(...findRefused(html).map((snippet) => `${address}: ${snippet}`));
  }
  if (faults.length > 0) {
    throw new Refusal(`The Content-Security-Policy refuses inline styles and handlers, and these pages have some:\n${faults.join("\n")}`);
  }
  fs.writeFileSync(path.join(distDir, "csp-hashes.json"), JSON.stringify(hashes));
}

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;

function inlineScripts(html) {
  const runs = ([, attributes]) => !/\ssrc=/i.test(attributes) && !/\stype="[^"]*json"/i.test(attributes);
  return [...html.matchAll(SCRIPT)].filter(runs).map(([, , code]) => code);
}

function hashOf(code) {
  return `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
}

function findRefused(html) {
  const markup = html.replace(SCRIPT, "").replace(/<!--[\s\S]*?-->/g, "");
  const tags = markup.matchAll(/<([a-z][\w-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi);
  return [...tags].filter(([, name, attributes]) => name.toLowerCase() === "style" || hasRefusedAttribute(attributes)).map(([tag]) => tag.slice(0, 160));
}

function hasRefusedAttribute(attributes) {
  const names = [...attributes.matchAll(/\s+([^\s=>"'/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?/g)].map(([, name]) => name.toLowerCase());
  return names.some((name) => name === "style" || /^on[a-z]+$/.test(name));
}
