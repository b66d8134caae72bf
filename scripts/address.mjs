import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "../db/embedded/refusal.mjs";

export async function requireFreePort({ host, port }) {
  const error = await listenOnce(host, port);
  if (!error) return;
  if (error.code === "EADDRINUSE") throw new Refusal(`Port ${port} is taken: stop what listens there, or set PORT to another one.`);
  throw new Refusal(`Cannot listen on ${host}, port ${port} (${error.code}): set HOST or PORT to another one.`);
}

/** `wished` if nothing listens there, else any free port. */
export async function findFreePort(wished) {
  for (let port = wished; ; port += 1) {
    if (!(await listenOnce("127.0.0.1", port))) return port;
  }
}

/**
 * Waits until the server says it is ready; false when it has not within `patience` or `givenUp` says so.
 * @param {{ host: string, port: number }} address
 * @param {{ patience?: number, givenUp?: () => boolean }} options
 */
export async function isReady({ host, port }, { patience = 60_000, givenUp = () => false } = {}) {
  for (const deadline = Date.now() + patience; Date.now() < deadline && !givenUp(); await sleep(50)) {
    if (await answersReady(host, port)) return true;
  }
  return false;
}

async function answersReady(host, port) {
  const reached = { "0.0.0.0": "127.0.0.1", "::": "::1" }[host] ?? host;
  const name = reached.includes(":") ? `[${reached}]` : reached;
  try {
    const response = await fetch(`http://${name}:${port}/readyz`, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

function listenOnce(host, port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", resolve);
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}
