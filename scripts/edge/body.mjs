import { IncomingMessage } from "node:http";

/** The request as Next may read it; null when its body is longer than the limit. A body of unsaid length is read first, to be counted. */
export async function withinLimit(request, limit) {
  if (Number(request.headers["content-length"] ?? 0) > limit) return null;
  if (request.headers["transfer-encoding"] === undefined) return request;
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
