/**
 * Answers that a request goes no further: in the shape of every JSON route, or as a page to whoever asked for one. What is still
 * sent is read and dropped, so that the answer arrives.
 */
export function refuse(request, response, { status, message, retryAfter }) {
  const page = request.headers.accept?.includes("text/html");
  response.writeHead(status, {
    "Content-Type": page ? "text/html; charset=utf-8" : "application/json",
    "Cache-Control": "no-store",
    ...(retryAfter && { "Retry-After": String(retryAfter) }),
  });
  response.end(page ? pageOf(message) : JSON.stringify({ ok: false, message }));
  request.resume();
}

/** No text of a request is in a message. It needs no style: the system's colours, and room on a phone. */
function pageOf(message) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Milepost</title><main><h1>Milepost</h1><p>${message}</p></main></html>`;
}
