import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
const LARGE = 1_000_000;

/** Copies prerendered pages out of what Next keeps for itself, with a brotli and a gzip file beside each. */
export async function compressPages(distDir) {
  const [from, to] = [path.join(distDir, "server/app"), path.join(distDir, "pages")];
  fs.rmSync(to, { recursive: true, force: true });
  const pages = fs.readdirSync(from, { recursive: true }).filter((file) => file.endsWith(".html"));
  for (const page of pages) {
    fs.mkdirSync(path.dirname(path.join(to, page)), { recursive: true });
    fs.copyFileSync(path.join(from, page), path.join(to, page));
  }
  await Promise.all(pages.map((page) => compress(path.join(to, page), { quality: 10 })));
}

/** Writes a brotli and a gzip file beside each static file that shrinks: once at the build instead of at every request. */
export async function compressStatic(distDir) {
  const root = path.join(distDir, "static");
  const files = fs.readdirSync(root, { recursive: true }).filter((file) => /\.(js|css|json|svg|txt)$/.test(file));
  await Promise.all(files.map((file) => compress(path.join(root, file))));
}

async function compress(file, { quality = 11 } = {}) {
  const content = fs.readFileSync(file);
  const params = {
    [BROTLI_PARAM_QUALITY]: content.length > LARGE ? 9 : quality,
    // The pages are alike over their whole length: the window must span them.
    [BROTLI_PARAM_LGWIN]: 24,
    [BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [br, gz] = await Promise.all([brotli(content, { params }), gzip(content, { level: 9 })]);
  fs.writeFileSync(`${file}.br`, br);
  fs.writeFileSync(`${file}.gz`, gz);
}
