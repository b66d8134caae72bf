import { IncomingMessage } from "node:http";

/** So much of a body is read whatever else is on its way: ticks, forms. */
const SMALL = 131_072;
/** What is longer is held in memory until its last byte has come, which a sender may keep back for half a minute: of all of them together so many bytes. */
const MOST_HELD = 64_000_000;

const TOO_LARGE = { status: 413, message: "This is larger than what is taken here. Nothing was read." };
const NO_ROOM = { status: 503, message: "Too much is being sent to Milepost at this moment. Nothing of this was read: try again shortly.", retryAfter: 5 };

let held = 0;

/**
 * The request with its whole body, as Next may read it, or why it is not taken. Read first: what is half sent must not take
 * the place of somebody who waits, and a body of unsaid length is to be counted.
 *
 * @returns {Promise<{ whole?: IncomingMessage, refusal?: { status: number, message: string, retryAfter?: number } }>}
 */
export async function readWhole(request, limit) {
  const { "content-length": said = "0", "transfer-encoding": chunked } = request.headers;
  if (Number(said) > limit) return { refusal: TOO_LARGE };
  if (chunked === undefined && Number(said) === 0) return { whole: request };
  const { body, refusal } = await readBody(request, limit);
  return body ? { whole: replay(request, body) } : { refusal };
}

async function readBody(request, limit) {
  const chunks = [];
  let length = 0;
  let holds = 0;
  try {
    // Whoever gave up is not answered: nothing would read it.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      length += chunk.length;
      if (length > limit) return { refusal: TOO_LARGE };
      const more = Math.max(0, length - SMALL) - holds;
      if (held + more > MOST_HELD) return { refusal: NO_ROOM };
      held += more;
      holds += more;
      chunks.push(chunk);
    }
  } finally {
    held -= holds;
  }
  return { body: Buffer.concat(chunks) };
}

function replay(request, body) {
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders, socket } = request;
  const copy = Object.assign(new IncomingMessage(socket), { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders, complete: true });
  copy.headers = { ...request.headers, "content-length": String(body.length) };
  delete copy.headers["transfer-encoding"];
  copy.push(body);
  copy.push(null);
  return copy;
}
