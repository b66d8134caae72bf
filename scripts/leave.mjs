import { commandOf, parentOf } from "../db/embedded/presence.mjs";

const tasks = [];
let left;

/** Done when the process leaves, the last one asked for first. */
export function whenLeaving(task) {
  tasks.push(task);
}

export const isLeaving = () => left !== undefined;

/** Ends what was started, says `lastWords` and exits. */
export function leave(code, lastWords) {
  left ??= finish(code, lastWords);
  return left;
}

async function finish(code, lastWords) {
  for (const task of tasks.reverse()) {
    try {
      await task();
    } catch (error) {
      console.error(error);
    }
  }
  if (lastWords) console.log(lastWords);
  process.exit(code);
}

export function leaveOnSignals({ code }) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      // Asked a second time: what is still running is found and attached to by the next start.
      if (isLeaving()) process.exit(130);
      leave(code);
    });
  }
  // A terminal that was closed takes no more output.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  if (process.env.npm_lifecycle_event) leaveWithNpm(code);
}

// npm that is killed cannot pass a signal on, and the shell it puts in between does not either.
function leaveWithNpm(code) {
  const ofNpm = commandOf(process.ppid).startsWith("sh -c ") ? process.ppid : process.pid;
  const npm = parentOf(ofNpm);
  setInterval(() => {
    if (parentOf(ofNpm) !== npm && !isLeaving()) leave(code);
  }, 500).unref();
}
