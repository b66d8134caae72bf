import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { isIPv4 } from "node:net";
import { readText } from "./answer-text";
import { backOff, endRest, restOf } from "./back-off";
import { sayFault, sayStatus, sayWait, Trouble } from "./fetch-trouble";
import { internet, type Network } from "./network";
import { inTurn } from "./pace";
import { checkAddress, isPublicAddress } from "./public-address";

/** For a rest of so many seconds it is worth to wait. */
export const SHORT_REST_S = 30;

type Limits = {
  /** From the look-up of the name to the last byte. */
  totalMs: number;
  /** For each answer to begin. */
  headersMs: number;
  /** Of the body, packed as well as unpacked. */
  bytes: number;
  redirects: number;
};

const LIMITS: Limits = { totalMs: 10_000, headersMs: 8_000, bytes: 5 * 1024 * 1024, redirects: 3 };

export type FetchOptions = {
  /** The address of this installation: the source is told who asks. */
  from: string;
  /** As the last answer gave them; with either, an answer that is still the same is not sent again. */
  etag?: string | null;
  lastModified?: string | null;
  limits?: Partial<Limits>;
};

export type Fetched =
  | { kind: "read"; body: string; etag: string | null; lastModified: string | null }
  | { kind: "unchanged" }
  /** `trouble` is a sentence or two for an admin. Seconds where the host asked to be left alone: until then it is not asked, but for a short rest. */
  | { kind: "failed"; trouble: string; retryAfterSeconds: number | null };

/**
 * Reads a source from the public internet. Its name is looked up once; when any of the addresses is not public nothing is sent, and
 * otherwise every connection goes to the one that was checked, so that a name which changes gains nothing. Never throws for what the other
 * side does. Waits for its turn with the host, and through a rest of up to 30 seconds that the host asked for.
 */
export async function fetchSource(address: string, options: FetchOptions, network: Network = internet): Promise<Fetched> {
  const refusal = checkAddress(address);
  if (refusal) return { kind: "failed", trouble: refusal, retryAfterSeconds: null };
  const url = new URL(address);
  return inTurn(url.hostname, async () => {
    const rest = restOf(url.hostname);
    if (rest > SHORT_REST_S) return { kind: "failed", trouble: `${url.hostname} asked to be left alone for another ${sayWait(rest)}. Nothing was sent.`, retryAfterSeconds: rest };
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest * 1_000));
    return fetchNow(url, options, network);
  });
}

type Asking = { options: FetchOptions; limits: Limits; network: Network; ip: string; signal: AbortSignal };

async function fetchNow(url: URL, options: FetchOptions, network: Network): Promise<Fetched> {
  const limits = { ...LIMITS, ...options.limits };
  const stop = new AbortController();
  const timer = setTimeout(() => {
    stop.abort(new Trouble(`${url.hostname} had not answered in full after ${limits.totalMs / 1_000} seconds.`));
  }, limits.totalMs);
  // Whatever the other side finds to hang in, the time ends it: the next in turn waits for this.
  const late = new Promise<never>((_, reject) => {
    stop.signal.addEventListener("abort", () => reject(stop.signal.reason instanceof Error ? stop.signal.reason : new Error("aborted")));
  });
  try {
    const answer = await Promise.race([readFrom(url, { options, limits, network, signal: stop.signal }), late]);
    endRest(url.hostname);
    return answer;
  } catch (error) {
    const trouble = sayFault(stop.signal.aborted ? stop.signal.reason : error, url.hostname);
    return { kind: "failed", trouble: trouble.message, retryAfterSeconds: trouble.rest ? backOff(url.hostname, trouble.rest.seconds) : null };
  } finally {
    clearTimeout(timer);
  }
}

async function readFrom(url: URL, asking: Omit<Asking, "ip">): Promise<Fetched> {
  const host = url.hostname;
  const addresses = await asking.network.resolve(host);
  const ip = addresses.find(isIPv4) ?? addresses[0];
  if (!ip) throw new Trouble(`The name ${host} has no address on the internet.`);
  if (!addresses.every(isPublicAddress)) throw new Trouble(`${host} leads into a private network. Milepost reads only from the public internet.`);
  asking.signal.throwIfAborted();
  return follow(url, { ...asking, ip });
}

async function follow(start: URL, asking: Asking): Promise<Fetched> {
  let url = start;
  for (let hop = 0; hop <= asking.limits.redirects; hop++) {
    const answer = await ask(url, asking);
    try {
      const { statusCode = 0, headers } = answer;
      if (![301, 302, 303, 307, 308].includes(statusCode)) return await read(answer, url.hostname, asking);
      url = nextAddress(url, headers.location);
    } finally {
      answer.destroy();
    }
  }
  throw new Trouble(`${url.hostname} sends on more than ${asking.limits.redirects} times. Give the address where it ends.`);
}

function nextAddress(from: URL, location = ""): URL {
  if (!URL.canParse(location, from.href)) throw new Trouble(`${from.hostname} sends on without saying where.`);
  const next = new URL(location, from.href);
  const refusal = checkAddress(next.href);
  if (next.hostname === from.hostname && !refusal) return next;
  const where = `${next.protocol}//${next.host}`.slice(0, 100);
  throw new Trouble(`${from.hostname} sends on to ${where}, and Milepost follows only within one site over https. ${refusal ?? "If you trust that site, give its address."}`);
}

function ask(url: URL, { options, limits, network, ip, signal }: Asking): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request({
      host: url.hostname,
      // Without an agent https does not know its own port, and would name it beside the host.
      port: 443,
      defaultPort: 443,
      path: url.pathname + url.search,
      createConnection: () => network.open(ip, url.hostname),
      signal,
      headers: {
        "user-agent": `Milepost (+${options.from})`,
        accept: "*/*",
        "accept-encoding": "gzip, br, deflate",
        ...(options.etag && { "if-none-match": options.etag }),
        ...(options.lastModified && { "if-modified-since": options.lastModified }),
      },
    });
    const late = setTimeout(() => asked.destroy(new Trouble(`${url.hostname} had not begun to answer after ${limits.headersMs / 1_000} seconds.`)), limits.headersMs);
    asked.on("response", resolve);
    asked.on("error", reject);
    asked.on("response", () => clearTimeout(late));
    asked.on("close", () => {
      clearTimeout(late);
      // After a response this changes nothing; after an unasked-for 101 there is neither a response nor an error.
      reject(new Trouble(`${url.hostname} broke off before its answer was complete.`));
    });
    asked.end();
  });
}

async function read(answer: IncomingMessage, host: string, { options, limits, signal }: Asking): Promise<Fetched> {
  const { statusCode = 0, headers } = answer;
  if (statusCode === 304 && (options.etag || options.lastModified)) return { kind: "unchanged" };
  if (statusCode < 200 || statusCode > 299) throw sayStatus(statusCode, host, headers["retry-after"]);
  const body = await readText(answer, host, limits.bytes, signal);
  return { kind: "read", body, etag: keepable(headers.etag), lastModified: keepable(headers["last-modified"]) };
}

/** Sent back as it came, so only what a header may hold. */
function keepable(value: string | undefined): string | null {
  return value && /^[\x20-\x7e]{1,500}$/.test(value) ? value : null;
}
