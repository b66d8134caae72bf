import { IncomingMessage } from "node:http";

/**
 * The request with its whole body, as Next may read it; null when that is longer than the limit. Read first: what is half sent must not take
 * the place of somebody who waits, and a body of unsaid length is to be counted.
 */
export async function withinLimit(request, limit) {
  const { "content-length": said = "0", "transfer-encoding": chunked } = request.headers;
  if (Number(said) > limit) return null;
  if (chunked === undefined && Number(said) === 0) return request;
  const body = await readBody(request, limit);
  return body && replay(request, body);
}

async function readBody(request, limit) {
  const chunks = [];
  let length = 0;
  // Whoever gave up is not answered: nothing would read it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
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
