import path from "node:path";
import postgres from "postgres";
import { withLock } from "../db/embedded/lock.mjs";
import { Refusal } from "../db/embedded/refusal.mjs";
import { runNode } from "./child.mjs";

/** Fills in the invented people, cohorts and listings of a trial, once; a database of the operator’s gets none of them. */
export async function seedOnce({ trial, dataDir }, env) {
  if (!trial) return;
  await withLock(path.join(dataDir, "seed.lock"), async () => {
    if (await hasPeople(env.DATABASE_URL)) return;
    console.log("Filling in people, cohorts and listings to try it out with …");
    const { code } = await runNode(["--conditions=react-server", "--import", "tsx", "db/seed/run.ts"], { env });
    if (code !== 0) throw new Refusal("The trial could not be filled in: see above.");
  });
}

async function hasPeople(url) {
  const sql = postgres(url, { max: 1, onnotice() {} });
  try {
    const [{ people }] = await sql`select count(*)::int as people from users`;
    return people > 0;
  } finally {
    await sql.end();
  }
}
