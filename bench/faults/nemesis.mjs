import { setTimeout as sleep } from "node:timers/promises";
import { childrenOf } from "./processes.mjs";
import { between, pick, seeded } from "./random.mjs";

// The wrapper gives up a server that dies five times within a minute.
const SERVER_KILLS = 4;
const WITHIN_MS = 62_000;

const DATABASE = "milepost";

// Longer than a request may take.
const FROZEN_MS = 12_000;

// Killed in each recovery it would never be back: then nothing but outages is tested.
const KILLED_IN_RECOVERY = 0.25;

// Long enough for all connections to find it full.
const FULL_MS = 6_000;

/** These come oftener than the others. */
const OFTEN = ["server", "postgres"];

/** The server dies of these. */
const DEADLY = ["server", "memory"];

/**
 * Until it is stopped, every 2 to 5 seconds at random, one of `kinds`. `server` and `postgres` kill the server or the postmaster with -9, `memory`
 * lets the server take all it may have, `connections` ends those of the application, as an administrator would, in the middle of whatever they do,
 * `freeze` stops Postgres, so that they stay open and silent, and `disk` leaves it no room to write.
 */
export function startNemesis({ seed, application, history, kinds }) {
  const random = seeded(seed, "nemesis");
  const stopping = new AbortController();
  const drawn = [...kinds, ...OFTEN];
  const strikes = Object.fromEntries(kinds.map((kind) => [kind, []]));

  const STRIKE = {
    server: () => kill(application.serverPid()),
    memory: () => kill(application.serverPid(), "SIGUSR2"),
    postgres: killPostgres,
    connections: endConnections,
    freeze,
    disk: fillDisk,
  };

  function chooseKind() {
    const recent = DEADLY.flatMap((kind) => strikes[kind] ?? []).filter((at) => history.now() - at < WITHIN_MS);
    const kind = pick(random, drawn);
    return !DEADLY.includes(kind) || recent.length < SERVER_KILLS ? kind : "postgres";
  }

  function killPostgres() {
    if (!application.isPostgresUp() && random() > KILLED_IN_RECOVERY) return false;
    return kill(application.postmasterPid());
  }

  function endConnections() {
    const own = childrenOf(application.postmasterPid()).filter(({ command }) => command.includes(` ${DATABASE} `));
    return own.map(({ pid }) => kill(pid, "SIGTERM")).some(Boolean);
  }

  async function freeze() {
    if (!application.isPostgresUp()) return false;
    const postmaster = application.postmasterPid();
    const pids = [postmaster, ...childrenOf(postmaster).map(({ pid }) => pid)];
    for (const pid of pids) kill(pid, "SIGSTOP");
    await pause(FROZEN_MS);
    for (const pid of pids.toReversed()) kill(pid, "SIGCONT");
    return true;
  }

  async function fillDisk() {
    const free = application.fillDisk();
    await pause(FULL_MS);
    free();
    return true;
  }

  const pause = (ms) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);

  async function haunt() {
    while (!stopping.signal.aborted) {
      await pause(between(random, 2_000, 5_000));
      if (stopping.signal.aborted) return;
      const kind = chooseKind();
      const at = history.now();
      // Not yet there again.
      if (!(await STRIKE[kind]())) continue;
      strikes[kind].push(at);
      history.note(kind, { at });
    }
  }

  const ended = haunt();
  return {
    /** How often what happened. */
    count: () => Object.fromEntries(Object.entries(strikes).map(([kind, at]) => [kind, at.length])),
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

function kill(pid, signal = "SIGKILL") {
  if (pid === null) return false;
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (error.code === "ESRCH") return false;
    throw error;
  }
}
