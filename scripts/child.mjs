import { spawn } from "node:child_process";
import { once } from "node:events";
import { isLeaving, whenLeaving } from "./leave.mjs";

const PRELOAD = new URL("./leave-with-parent.mjs", import.meta.url).href;
const running = new Set();

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches the wrapper alone, which then stops
 * each in its turn.
 */
export async function launch(command, args, { cwd, env = process.env, output = "inherit", ipc = false, as = {} } = {}) {
  if (isLeaving()) await new Promise(() => undefined);
  const child = spawn(command, args, {
    ...as,
    cwd,
    env: { ...env, MILEPOST_WRAPPER: String(process.pid) },
    detached: true,
    stdio: ["ignore", output, output, ...(ipc ? ["ipc"] : [])],
  });
  running.add(child);
  whenLeaving(() => stop(child));
  child.ended = once(child, "close").then(
    ([code, signal]) => ({ code: code ?? 1, signal }),
    (error) => ({ code: 1, signal: null, error }),
  );
  child.ended.then(() => running.delete(child));
  return child;
}

/** A Node program that ends when this process does, even by kill -9. */
export function launchNode(args, options = {}) {
  return launch(process.execPath, ["--import", PRELOAD, ...args], { ...options, ipc: true });
}

/** Runs a program to its end; `text` is what it said when `quiet`. */
export async function run(command, args, { quiet = false, timeout, ...options } = {}) {
  return finish(await launch(command, args, { ...options, output: quiet ? "pipe" : "inherit" }), timeout);
}

export async function runNode(args, { quiet = false, timeout, ...options } = {}) {
  return finish(await launchNode(args, { ...options, output: quiet ? "pipe" : "inherit" }), timeout);
}

async function finish(child, timeout) {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (part) => (text += part));
  const timer = timeout && setTimeout(() => stop(child), timeout);
  const { code, error } = await child.ended;
  clearTimeout(timer);
  return { code, text: error ? `${error.message}\n` : text };
}

/** SIGTERM to a program and all it started; SIGKILL to what is there after `patience`. */
export async function stop(child, patience = 25_000) {
  if (!running.has(child)) return;
  const timer = setTimeout(() => signal(child, "SIGKILL"), patience);
  signal(child, "SIGTERM");
  await child.ended;
  clearTimeout(timer);
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
