const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;
const LOCK = "milepost-send";

/** `more`: go on at once if something waits; `later`: the server could not be reached; `stop`: nothing can be sent now. */
export type Sent = "more" | "later" | "stop";

/**
 * Sends batches one after another until nothing waits, and tries again with growing pauses when the server cannot be reached.
 * Where the browser has locks only one tab sends at a time; without them a tab too many does no harm.
 */
export function createSender({ waits, send }: { waits: () => boolean; send: () => Promise<Sent> }) {
  let running: Promise<void> | null = null;
  let pause = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function sendAll() {
    while (waits()) {
      const sent = await send();
      if (sent === "stop") return;
      if (sent === "later") {
        timer = setTimeout(() => void flush(), pause);
        pause = Math.min(pause * 2, LONGEST_WAIT_MS);
        return;
      }
      pause = FIRST_WAIT_MS;
    }
  }

  async function run() {
    clearTimeout(timer);
    if (!waits()) return;
    // Absent where the page came neither by https nor from this machine.
    await ("locks" in navigator ? navigator.locks.request(LOCK, sendAll) : sendAll());
  }

  function flush(): Promise<void> {
    running ??= run().finally(() => (running = null));
    return running;
  }

  return {
    flush,
    /** There is a connection again: no need to sit out the pause. */
    flushNow() {
      pause = FIRST_WAIT_MS;
      return flush();
    },
    stop: () => clearTimeout(timer),
  };
}
