import http from "node:http";

/** Of the connection, the moment, or the program: a browser reads nothing of Milepost from them. */
const OF_THE_HOP = new Set(["connection", "keep-alive", "transfer-encoding", "date", "server", "x-request-id"]);
/** Each program names a version of a file in its own way. */
const NAMES_A_VERSION = "etag";
/** What nginx says of a version again when it did not change, and the server does not. */
const OF_A_VERSION = new Set([NAMES_A_VERSION, "last-modified"]);

/** @typedef {{ path: string, method?: string, headers?: Record<string, string>, body?: string | Buffer }} Request */

/**
 * What differs between two servers' answers to the same request, in words. `again` asks once more with the version that was named.
 * @param {[number, number]} ports
 * @param {Request} request
 */
export async function findDifferences([one, other], request, { again = false } = {}) {
  const answers = await Promise.all([one, other].map((port) => askTwice(port, request, again)));
  const [mine, theirs] = answers.map((answer) => readable(answer));
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  return [...names].filter((name) => mine[name] !== theirs[name]).map((name) => `${request.method ?? "GET"} ${request.path} ${name}: ${shown(mine[name])} and ${shown(theirs[name])}`);
}

async function askTwice(port, request, again) {
  const answer = await ask(port, request);
  if (!again) return answer;
  return ask(port, { ...request, headers: { ...request.headers, "If-None-Match": answer.headers[NAMES_A_VERSION] } });
}

function readable({ status, headers, body }) {
  const said = Object.entries(headers).filter(([name]) => !OF_THE_HOP.has(name) && !(status === 304 && OF_A_VERSION.has(name))).map(([name, value]) => [name, name === NAMES_A_VERSION ? "named" : String(value)]);
  const all = { status: String(status), ...Object.fromEntries(said), body: body.toString("latin1") };
  // What is drawn for somebody has another nonce each time.
  const [, nonce] = /'nonce-([^']+)'/.exec(all["content-security-policy"] ?? "") ?? [];
  return nonce ? Object.fromEntries(Object.entries(all).map(([name, value]) => [name, value.replaceAll(nonce, "nonce")])) : all;
}

const shown = (value) => (value === undefined ? "nothing" : JSON.stringify(value.slice(0, 120)));

/**
 * Answers what came, byte for byte.
 * @param {number} port
 * @param {Request} request
 * @returns {Promise<{ status: number, headers: http.IncomingHttpHeaders, body: Buffer }>}
 */
export function ask(port, { path, method = "GET", headers, body }) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    request.on("error", reject);
    request.end(body);
  });
}
