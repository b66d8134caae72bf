import { launchNode } from "./child.mjs";
import { isLeaving, leave } from "./leave.mjs";

const DEATHS_ALLOWED = 5;
const WITHIN = 60_000;

const programOf = (command, port, host) =>
  command === "dev"
    ? ["node_modules/next/dist/bin/next", "dev", "-p", String(port), "-H", host]
    : ["scripts/server.mjs", "--port", String(port), "--host", host];

/** Keeps the Next server running: one that dies is started again, until it has died too often. */
export function serve(command, { host, port }, env) {
  const deaths = [];

  async function keep() {
    const server = await launchNode(programOf(command, port, host), { env });
    const { code, signal } = await server.ended;
    if (isLeaving()) return;
    const now = Date.now();
    deaths.push(now);
    if (deaths.filter((at) => now - at < WITHIN).length >= DEATHS_ALLOWED) {
      console.error(`The server died ${DEATHS_ALLOWED} times within a minute, the last time with ${signal ?? `status ${code}`}: giving up.`);
      leave(1);
      return;
    }
    console.error(`The server died (${signal ?? `status ${code}`}) and is started again.`);
    await keep();
  }

  keep().catch((error) => {
    console.error(error);
    leave(1);
  });
}
