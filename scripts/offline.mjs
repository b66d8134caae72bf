import fs from "node:fs";
import path from "node:path";

const NEVER_KEPT = new Set(["/_not-found", "/_global-error"]);
/** Files that are not pages and that a kept page may ask for. */
const DATA = ["/search-index.json", "/manifest.webmanifest"];

/** Writes the file of all prerendered pages and the service worker that keeps it. */
export async function writeOffline(distDir, build) {
  const pages = `/_next/static/offline/${build}.json`;
  const folder = path.join(distDir, "static/offline");
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, `${build}.json`), JSON.stringify(readPages(distDir)));

  const { build: bundle } = await import("esbuild");
  await bundle({
    entryPoints: ["lib/offline/service-worker.ts"],
    outfile: path.join(distDir, "sw.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    define: {
      BUILD: JSON.stringify(build),
      PAGES: JSON.stringify(pages),
      ASSETS: JSON.stringify(listAssets(distDir, build)),
      "process.env.NODE_ENV": '"production"',
    },
    logLevel: "error",
  });
}

function readPages(distDir) {
  const hashes = JSON.parse(fs.readFileSync(path.join(distDir, "csp-hashes.json"), "utf8"));
  const kept = Object.entries(hashes).filter(([address]) => !NEVER_KEPT.has(address));
  return Object.fromEntries(
    kept.map(([address, scripts]) => {
      const file = path.join(distDir, "server/app", `${address === "/" ? "index" : address}.html`);
      return [address, { html: fs.readFileSync(file, "utf8"), scripts }];
    }),
  );
}

/** Scripts, styles and the font, named as pages ask for them: what the page has fetched already is not fetched again. */
function listAssets(distDir, build) {
  const polyfills = new Set(JSON.parse(fs.readFileSync(path.join(distDir, "build-manifest.json"), "utf8")).polyfillFiles);
  const files = fs
    .readdirSync(path.join(distDir, "static"), { recursive: true })
    .map((file) => `static/${file.split(path.sep).join("/")}`)
    .filter((file) => /\.(js|css|woff2)$/.test(file) && !polyfills.has(file));
  const data = DATA.filter((address) => fs.existsSync(path.join(distDir, "server/app", `${address}.body`)));
  return [
    // Their names change with their content.
    ...files.map((file) => ({ url: `/_next/${file}?dpl=${build}`, revision: null })),
    ...data.map((url) => ({ url, revision: build })),
  ];
}
