import http from "node:http";
import net from "node:net";
import type { Case } from "./cases";

/** `error`: no answer came, and why. Milliseconds. */
export type Reply = { status: number; headers: http.IncomingHttpHeaders; text: string; error: string | null; took: number };

/** The time that no request may exceed. */
const PATIENCE_MS = 10_000;

export function makeSender(origin: string, cookies: Record<string, string>, connections: number) {
  const { hostname, port, host } = new URL(origin);
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });

  function send(one: Case): Promise<Reply> {
    if (one.raw) return sendBytes(one.raw, hostname, Number(port));
    const began = performance.now();
    const { body } = one;
    const headers: Record<string, string> = { Host: host, ...(cookies[one.as] && { Cookie: cookies[one.as] }), ...(one.type !== undefined && { "Content-Type": one.type }), ...one.headers };
    if (body && one.chunked) headers["Transfer-Encoding"] = "chunked";
    else if (body) headers["Content-Length"] ??= String(body.length);
    return new Promise((resolve) => {
      const end = (reply: Partial<Reply>) => resolve({ status: 0, headers: {}, text: "", error: null, ...reply, took: performance.now() - began });
      const request = http.request({ agent, host: hostname, port, method: one.method, path: one.path, headers: distinct(headers), setHost: false, timeout: PATIENCE_MS }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => end({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString("utf8") }));
        response.on("error", (error) => end({ status: response.statusCode ?? 0, error: error.message }));
        // What said to be longer than it is waits for more.
        if (response.statusCode === 413) request.destroy();
      });
      request.on("timeout", () => request.destroy(new Error("no answer in time")));
      request.on("error", (error) => end({ error: "code" in error ? String(error.code) : error.message }));
      if (body) request.write(body);
      if (headers["Content-Length"] === undefined || Number(headers["Content-Length"]) === body?.length) request.end();
    });
  }

  return { send, end: () => agent.destroy() };
}

/** The last of each name, however it is written. */
function distinct(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])));
}

/** Reads what comes until the server ends the connection, or says no more. */
function sendBytes(bytes: Buffer, host: string, port: number): Promise<Reply> {
  const began = performance.now();
  return new Promise((resolve) => {
    let text = "";
    let quiet: NodeJS.Timeout | undefined;
    const socket = net.connect({ host, port });
    const end = (error: string | null) => {
      clearTimeout(quiet);
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), headers: {}, text, error, took: performance.now() - began });
    };
    const wait = () => {
      clearTimeout(quiet);
      quiet = setTimeout(end, 300, null);
    };
    socket.on("connect", () => {
      socket.write(bytes);
      wait();
    });
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      wait();
    });
    socket.on("end", () => end(null));
    socket.on("error", (error) => end("code" in error ? String(error.code) : error.message));
  });
}
