import fs from "node:fs";
import path from "node:path";
import { HEADERS_OF_PAGES, policiesOf, SOFT } from "./pages.mjs";
import { alwaysSent } from "./headers.mjs";

/** As the server has sirv send them. */
const HEADERS_OF_FILES = { "Cache-Control": "public,max-age=31536000,immutable", Vary: "Accept-Encoding" };

/** Writes beside a build what deploy/nginx.conf includes: which addresses are prerendered pages, with their policies, and the headers that the server sends. */
export function writeForNginx(distDir, { appUrl }) {
  const always = alwaysSent({ https: appUrl.startsWith("https:") });
  const folder = path.join(distDir, "nginx");
  fs.mkdirSync(folder, { recursive: true });
  const write = (name, lines) => fs.writeFileSync(path.join(folder, name), `${lines.join("\n")}\n`);

  const soft = SOFT.map((name) => `$http_${name.replaceAll("-", "_")}`).join("");
  const pages = [...policiesOf(distDir)];
  write("pages.conf", [
    // A whole page, by GET or HEAD, and not a part of one for a soft navigation.
    `map "$request_method ${soft}" $milepost_part { default part; "GET " whole; "HEAD " whole; }`,
    // What is no page leads to a file that is not there.
    ...mapOf("$milepost_page", "/-", pages.map(([address]) => [address, address === "/" ? "/index.html" : `${address}.html`])),
    ...mapOf("$milepost_policy", "", pages),
  ]);
  write("page-headers.conf", [...headers({ ...always, ...HEADERS_OF_PAGES, "Content-Security-Policy": null }), "add_header Content-Security-Policy $milepost_policy always;"]);
  write("file-headers.conf", headers({ ...always, ...HEADERS_OF_FILES }));
}

function mapOf(variable, otherwise, pages) {
  return [`map "$milepost_part $milepost_address" ${variable} {`, `default ${quoted(otherwise)};`, ...pages.map(([address, value]) => `${quoted(`whole ${address}`)} ${quoted(value)};`), "}"];
}

function headers(values) {
  const said = Object.entries(values).filter(([, value]) => value !== null);
  return said.map(([name, value]) => `add_header ${name} ${quoted(value)} always;`);
}

/** For nginx, which knows variables within quotation marks. */
function quoted(text) {
  if (/["$\\\n]/.test(text)) throw new Error(`nginx would read this otherwise: ${text}`);
  return `"${text}"`;
}
