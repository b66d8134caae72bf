import path from "node:path";
import sirv from "sirv";
import { HEADERS_OF_PAGES, policiesOf, SOFT } from "./pages.mjs";

/** Answers prerendered pages as they were compressed at the build. Everything else is passed on. */
export function serveBuiltPages(distDir) {
  const policies = policiesOf(distDir);
  const files = sirv(path.join(distDir, "pages"), {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: ["html"],
    setHeaders: (response) => response.setHeader("Vary", HEADERS_OF_PAGES.Vary),
  });

  return (request, response, address, passOn) => {
    const policy = policies.get(address);
    const asked = request.method === "GET" || request.method === "HEAD";
    if (!policy || !asked || SOFT.some((name) => name in request.headers)) return passOn();
    // Before the files are asked: the browser keeps a page under what a 304 says.
    response.setHeader("Content-Security-Policy", policy);
    for (const [name, value] of Object.entries(HEADERS_OF_PAGES)) response.setHeader(name, value);
    files(request, response, passOn);
  };
}
