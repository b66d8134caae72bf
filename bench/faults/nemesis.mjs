import { setTimeout as sleep } from "node:timers/promises";
import { between, pick, seeded } from "./random.mjs";

// The wrapper gives up a server that dies five times within a minute.
const SERVER_KILLS = 4;
const WITHIN_MS = 62_000;

// Killed in each recovery it would never be back: then nothing but outages is tested.
const KILLED_IN_RECOVERY = 0.25;

/** Kills -9 the server or the postmaster at random every 2 to 5 seconds until it is stopped. */
export function startNemesis({ seed, application, history }) {
  const random = seeded(seed, "nemesis");
  const stopping = new AbortController();
  const kills = { server: [], postgres: [] };

  function chooseTarget() {
    const recent = kills.server.filter((at) => history.now() - at < WITHIN_MS);
    const target = pick(random, ["server", "postgres"]);
    return recent.length < SERVER_KILLS ? target : "postgres";
  }

  function strike() {
    const target = chooseTarget();
    const inRecovery = target === "postgres" && !application.isPostgresUp();
    if (inRecovery && random() > KILLED_IN_RECOVERY) return;
    const pid = target === "server" ? application.serverPid() : application.postmasterPid();
    // Not yet there again.
    if (pid === null) return;
    if (!kill(pid)) return;
    kills[target].push(history.now());
    history.note("kill", { target, pid });
  }

  async function haunt() {
    while (!stopping.signal.aborted) {
      await sleep(between(random, 2_000, 5_000), undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!stopping.signal.aborted) strike();
    }
  }

  const ended = haunt();
  return {
    count: () => ({ server: kills.server.length, postgres: kills.postgres.length }),
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

function kill(pid) {
  try {
    return process.kill(pid, "SIGKILL");
  } catch (error) {
    if (error.code === "ESRCH") return false;
    throw error;
  }
}
