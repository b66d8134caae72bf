import { randomBytes } from "node:crypto";
import { isPrerendered, policyFor } from "../../lib/security-headers.mjs";

/**
 * What proxy.ts does where this server is not, in development: the policy of a page, and what the application is told about the request.
 * Here it takes Next no web request of its own for each request, which would cost as much as a query.
 */
export function givePolicy(request, response, address) {
  const nonce = isPrerendered(address) ? null : randomBytes(16).toString("base64");
  const policy = policyFor(address, nonce);
  request.headers["x-milepost-edge"] = "1";
  request.headers["x-milepost-path"] = address + queryOf(request.url);
  // Next reads the nonce for its own scripts from the policy on the request.
  if (nonce) request.headers["content-security-policy"] = policy;
  else delete request.headers["content-security-policy"];
  response.setHeader("Content-Security-Policy", policy);
  if (nonce === null) response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
}

/** What the reader asked for: `_rsc` is the router's own. */
function queryOf(url) {
  const [, query = ""] = url.split(/\?(.*)/s);
  const kept = query.split("&").filter((pair) => pair && !/^_rsc(?:=|$)/.test(pair));
  return kept.length > 0 ? `?${kept.join("&")}` : "";
}
