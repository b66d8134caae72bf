import { setTimeout as sleep } from "node:timers/promises";

/** A vacuum passes over rows that some snapshot may still need, and a worker of Postgres may hold one: until all rows of `table` are seen. */
export async function vacuum(sql, table) {
  for (let round = 0; round < 20; round += 1) {
    await sql`vacuum (analyze)`;
    const [{ seen }] = await sql`select relallvisible >= relpages as seen from pg_class where oid = ${table}::regclass`;
    if (seen) return;
    await sleep(1_000);
  }
  throw new Error("Twenty vacuums did not reach every row: something holds an old snapshot.");
}
