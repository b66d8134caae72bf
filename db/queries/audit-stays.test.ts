import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { audit } from "@/db/schema/audit";
import { addAuditEvent } from "./audit";

const find = (actorId: string) => db.select({ action: audit.action, at: audit.at }).from(audit).where(eq(audit.actorId, actorId));

/** What the database said. */
async function saidOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "done",
    (error: unknown) => (error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)),
  );
}

async function write(daysAgo: number): Promise<string> {
  const actorId = uuidv7();
  await db.insert(audit).values({ id: uuidv7(), actorId, action: "session.open", at: sql`now() - make_interval(days => ${daysAgo})` });
  return actorId;
}

test.each([0, 364])("what was written %i days ago is neither changed nor deleted", async (daysAgo) => {
  const actorId = await write(daysAgo);
  for (const change of [sql`update audit set action = 'session.end'`, sql`update audit set actor_id = null`, sql`update audit set at = at - interval '2 years'`, sql`delete from audit`]) {
    expect(await saidOf(db.execute(sql`${change} where actor_id = ${actorId}::uuid`))).toBe("The record is append-only.");
  }
  expect(await find(actorId)).toMatchObject([{ action: "session.open" }]);
});

test("the whole of it is not emptied at once", async () => {
  const actorId = uuidv7();
  await addAuditEvent({ actorId, action: "session.open" });
  expect(await saidOf(db.execute(sql`truncate audit`))).toBe("The record is append-only.");
  expect(await find(actorId)).toHaveLength(1);
});

test("what is older than a year may go, and is not changed either", async () => {
  const actorId = await write(366);
  expect(await saidOf(db.update(audit).set({ action: "session.end" }).where(eq(audit.actorId, actorId)))).toBe("The record is append-only.");
  await db.delete(audit).where(eq(audit.actorId, actorId));
  expect(await find(actorId)).toEqual([]);
});
