import { setTimeout as sleep } from "node:timers/promises";
import { serverOf } from "../faults/processes.mjs";
import { residentMb } from "../memory.mjs";
import { startInstance } from "../rolling/instances.mjs";
import { spread } from "../spread.mjs";

const STARTS = 3;
const REST_MS = 3_000;

/** How long an instance takes until it is ready, what it holds before anyone asked, and what the one that was measured held at the most. MB are 1,000,000 bytes. */
export async function measureServer({ settings, distDir, databaseUrl, port, appPid }) {
  const starts = [];
  for (let n = 0; n < STARTS; n += 1) starts.push(await startOnce({ settings, distDir, databaseUrl, authSecret: settings.authSecret, dataDir: settings.dataDir, port: port + 3, proxied: false }));
  const most = residentMb(serverOf(appPid), "VmHWM");
  return [
    { name: "an instance, until it is ready", unit: "ms", value: spread(starts.map(({ ms }) => ms)) },
    { name: "its memory at rest", unit: "MB", value: spread(starts.map(({ restMb }) => restMb)) },
    { name: "memory of the server measured here, at the most", unit: "MB", value: spread([most]) },
  ];
}

async function startOnce(given) {
  const began = performance.now();
  const { pid, stop } = await startInstance(given);
  const ms = performance.now() - began;
  await sleep(REST_MS);
  const restMb = residentMb(serverOf(pid));
  await stop();
  return { ms, restMb };
}
