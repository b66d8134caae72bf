import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { signIn } from "../../bench/cohorts/people.mjs";
import { isReady, requireFreePort } from "../address.mjs";
import { launchNode, runNode, stop } from "../child.mjs";
import { openEmbedded } from "../database.mjs";

/**
 * Restores a backup of the data of the tests where nothing is, and starts the built application on it. Answers whether somebody who had signed
 * in before the backup is signed in there.
 */
export async function startRestored({ settings, env }) {
  const drill = `${settings.dataDir}-drill`;
  const folder = path.join(drill, "backup");
  const restored = { ...env, DATA_DIR: path.join(drill, "data") };
  clear(drill);
  fs.mkdirSync(drill, { mode: 0o700 });
  try {
    const person = await signInSomebody(settings);
    for (const [command, on] of [["backup", env], ["restore", restored]]) {
      const { code } = await runNode(["scripts/run.mjs", command, folder], { env: on });
      if (code !== 0) return false;
    }
    return await knows(person, settings, restored);
  } finally {
    clear(drill);
  }
}

async function signInSomebody({ dataDir, authSecret }) {
  const sql = postgres((await openEmbedded({ dataDir })).url, { max: 1, onnotice() {} });
  try {
    const [{ id }] = await sql`select id from users limit 1`;
    return { id, cookie: await signIn(sql, authSecret, id) };
  } finally {
    await sql.end();
  }
}

async function knows({ id, cookie }, settings, env) {
  // Else another would answer for it.
  await requireFreePort(settings);
  const app = await launchNode(["scripts/run.mjs", "start"], { env });
  let gone = false;
  app.ended.then(() => (gone = true));
  try {
    if (!(await isReady(settings, { givenUp: () => gone }))) return false;
    const answer = await fetch(new URL("/api/progress", settings.appUrl), { headers: { Cookie: cookie } });
    return (await answer.json()).viewer?.id === id;
  } finally {
    await stop(app);
  }
}

/** With what Postgres keeps elsewhere for root. */
function clear(drill) {
  const where = path.join(drill, "data/where");
  if (fs.existsSync(where)) fs.rmSync(fs.readFileSync(where, "utf8").trim(), { recursive: true, force: true });
  fs.rmSync(drill, { recursive: true, force: true });
}
