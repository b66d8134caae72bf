import http from "node:http";

/** Calls one address after the other over one connection that is kept, as a browser does. Times in ms from the call. */
export function makeClient(port, cookie) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const call = (path, { method = "GET", body, headers } = {}) =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const request = http.request(
        { host: "127.0.0.1", port, path, method, agent, headers: { "Accept-Encoding": "gzip", ...(cookie && { Cookie: cookie }), ...headers } },
        (response) => {
          const parts = [];
          let first;
          response.on("data", (part) => {
            first ??= performance.now() - began;
            parts.push(part);
          });
          response.on("error", reject);
          response.on("end", () => {
            const ms = performance.now() - began;
            resolve({ status: response.statusCode, headers: response.headers, ms, first: first ?? ms, body: Buffer.concat(parts) });
          });
        },
      );
      request.on("error", reject);
      request.end(body);
    });
  return { call, close: () => agent.destroy() };
}
