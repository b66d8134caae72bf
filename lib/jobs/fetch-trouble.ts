/** Why a source could not be read, in words for an admin. */
export class Trouble extends Error {
  constructor(
    message: string,
    /** The host asked to be left alone: for so many seconds, or null where it did not say how long. */
    readonly rest?: { seconds: number | null },
  ) {
    super(message);
  }
}

const A_DAY = 86_400;

/** What an answer without listings means. `retryAfter` is the header of that name. */
export function sayStatus(status: number, host: string, retryAfter: string | undefined): Trouble {
  const wait = status === 429 || status === 503 ? secondsOf(retryAfter) : null;
  const then = !wait ? "" : ` It asks to wait ${sayWait(wait)}.`;
  if (status === 401 || status === 403) return new Trouble(`${host} does not let Milepost read this address (${status}).`);
  if (status === 404 || status === 410) return new Trouble(`${host} has nothing at this address (${status}).`);
  if (status === 429) return new Trouble(`${host} finds that it is asked too often (429).${then}`, { seconds: wait });
  if (status >= 500) return new Trouble(`${host} has a fault of its own (${status}).${then}`, status === 503 ? { seconds: wait } : undefined);
  return new Trouble(`${host} answered with ${status}, which holds no listings.`);
}

/** Seconds or a date, as RFC 9110 has it; at most a day. */
function secondsOf(retryAfter = ""): number | null {
  const seconds = /^\d{1,10}$/.test(retryAfter) ? Number(retryAfter) : Math.ceil((Date.parse(retryAfter) - Date.now()) / 1_000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), A_DAY);
}

export function sayWait(seconds: number): string {
  if (seconds === 1) return "1 second";
  if (seconds < 120) return `${seconds} seconds`;
  return seconds < 7_200 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3_600)} hours`;
}

const FAULTS: [RegExp, (host: string) => string][] = [
  [/^(?:ENOTFOUND|ENODATA)$/, (host) => `There is no site named ${host}.`],
  [/^EAI_/, (host) => `The name ${host} could not be looked up just now.`],
  [/^ECONNREFUSED$/, (host) => `${host} does not accept connections.`],
  [/^(?:ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/, (host) => `${host} broke off before its answer was complete.`],
  [/^(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/, (host) => `${host} cannot be reached from here.`],
  [/^(?:Z_|ERR__ERROR)/, (host) => `The answer of ${host} is packed, and the packing is broken.`],
  [/CERT|SIGNATURE|^ERR_(?:TLS|SSL)|^EPROTO$/, (host) => `The connection to ${host} is not safe: its certificate is not valid for this name, or is not one that browsers trust.`],
  [/^HPE_/, (host) => `The answer of ${host} is not proper HTTP.`],
];

/** What went wrong on the way. Throws on what is no fault of the way. */
export function sayFault(error: unknown, host: string): Trouble {
  if (error instanceof Trouble) return error;
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
  if (!code) throw error;
  const say = FAULTS.find(([codes]) => codes.test(code))?.[1];
  return new Trouble(say ? say(host) : `${host} could not be read (${code}).`);
}
