import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { itemProgress, itemProofs, progressOperations, progressSummaries } from "@/db/schema/progress";
import { foldOperations, type Operation } from "@/lib/progress/fold";
import { STATES, type ItemState } from "@/lib/progress/states";
import { listProgress, saveOperations } from "./progress";

async function makeLearner(): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, name: "A learner", email: `${randomUUID()}@example.org` });
  return id;
}

const operation = (change: Partial<Operation> = {}): Operation => ({
  opId: uuidv7(),
  itemId: "shell-basics",
  state: "done",
  clock: 1,
  at: "2026-11-22T10:00:00.000Z",
  ...change,
});

const logOf = (userId: string) => db.select({ opId: progressOperations.opId }).from(progressOperations).where(eq(progressOperations.userId, userId));

/** The summary says what the items say. */
async function expectSummary(learner: string): Promise<void> {
  const [summary] = await db.select().from(progressSummaries).where(eq(progressSummaries.userId, learner));
  const items = await db.select().from(itemProgress).where(eq(itemProgress.userId, learner)).orderBy(itemProgress.itemId);
  const of = (state: ItemState) => items.filter((item) => item.state === state);
  const idsOf = (state: ItemState) => of(state).map(({ itemId }) => itemId);
  expect(summary).toEqual({
    userId: learner,
    done: idsOf("done"),
    skipped: idsOf("skipped"),
    doing: idsOf("doing"),
    doingSince: of("doing").map(({ changedAt }) => changedAt.getTime()),
    lastAt: new Date(Math.max(...items.map(({ changedAt }) => changedAt.getTime()))),
  });
}

describe("saving operations", () => {
  test("an operation sent twice is recorded once and answered alike", async () => {
    const learner = await makeLearner();
    const tick = operation();
    expect([...(await saveOperations(learner, [tick])).answers.values()]).toEqual(["recorded"]);
    expect([...(await saveOperations(learner, [tick])).answers.values()]).toEqual(["recorded"]);
    expect(await logOf(learner)).toHaveLength(1);
  });

  test("an id reused for another item or state is refused and nothing changes", async () => {
    const learner = await makeLearner();
    const tick = operation();
    await saveOperations(learner, [tick]);
    const { answers } = await saveOperations(learner, [{ ...tick, state: "todo" }]);
    expect(answers.get(tick.opId)).toBe("reused");
    expect((await listProgress(learner))["shell-basics"]?.state).toBe("done");
  });

  test("the same id of two learners is two operations", async () => {
    const [one, other] = [await makeLearner(), await makeLearner()];
    const tick = operation();
    await Promise.all([saveOperations(one, [tick]), saveOperations(other, [{ ...tick, state: "doing" }])]);
    expect((await listProgress(one))["shell-basics"]?.state).toBe("done");
    expect((await listProgress(other))["shell-basics"]?.state).toBe("doing");
  });

  test("whatever the batches, their order and their repetition, the state is the fold of the log", async () => {
    const change = fc.record({
      itemId: fc.constantFrom("shell-basics", "set-up-workspace"),
      state: fc.constantFrom(...STATES),
      clock: fc.integer({ min: 1, max: 3 }),
    });
    const batches = fc.array(fc.array(change, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(batches, async (changes) => {
        const learner = await makeLearner();
        const sent = changes.map((batch) => batch.map((c) => operation(c)));
        for (const batch of [...sent, ...sent.reverse()]) await saveOperations(learner, batch);
        const expected = [...foldOperations(sent.flat()).values()].map(({ itemId, state, clock, opId }) => ({ itemId, state, clock, opId }));
        const { itemId, state, clock, opId } = itemProgress;
        const stored = await db.select({ itemId, state, clock, opId }).from(itemProgress).where(eq(itemProgress.userId, learner));
        expect(new Set(stored.map((row) => JSON.stringify(row)))).toEqual(new Set(expected.map((row) => JSON.stringify(row))));
        expect(await logOf(learner)).toHaveLength(sent.flat().length);
        await expectSummary(learner);
      }),
      { numRuns: 40 },
    );
  });

  test("devices that record at the same time are all in the summary", async () => {
    for (let round = 0; round < 20; round += 1) {
      const learner = await makeLearner();
      const items = Array.from({ length: 8 }, (_, device) => `item-${device}`);
      await Promise.all(items.map((itemId) => saveOperations(learner, [operation({ itemId })])));
      await expectSummary(learner);
    }
  });

  test("16 senders of overlapping batches at once lose nothing and end in the fold", async () => {
    const learner = await makeLearner();
    const all = Array.from({ length: 400 }, (_, index) =>
      operation({ itemId: index % 2 ? "shell-basics" : "set-up-workspace", state: STATES[index % 4] ?? "todo", clock: 1 + (index % 7) }),
    );
    const unanswered = new Set(all.map((o) => o.opId));
    await Promise.all(
      Array.from({ length: 16 }, async (_, sender) => {
        const mine = all.filter((__, index) => index % 16 === sender || index % 5 === sender % 5);
        for (let start = 0; start < mine.length; start += 20) {
          let batch = mine.slice(start, start + 20);
          while (batch.length > 0) {
            const { answers } = await saveOperations(learner, batch);
            batch.filter((o) => answers.get(o.opId) === "recorded").forEach((o) => unanswered.delete(o.opId));
            batch = batch.filter((o) => answers.get(o.opId) === "again");
          }
        }
      }),
    );
    expect(unanswered.size).toBe(0);
    expect(await logOf(learner)).toHaveLength(400);
    await expectSummary(learner);
    const items = await listProgress(learner);
    for (const [itemId, winner] of foldOperations(all)) expect(items[itemId]).toMatchObject({ opId: winner.opId, state: winner.state });
  });

  test("an account that is gone is told by a foreign key, and nothing stays", async () => {
    const learner = await makeLearner();
    await db.delete(users).where(eq(users.id, learner));
    await expect(saveOperations(learner, [operation()])).rejects.toMatchObject({ cause: { code: "23503" } });
    expect(await logOf(learner)).toHaveLength(0);
  });
});

describe("a learner's progress", () => {
  test("has the highest proof level that was not withdrawn, also of an item never ticked", async () => {
    const learner = await makeLearner();
    await saveOperations(learner, [operation()]);
    const proof = (itemId: string, level: number, withdrawnAt?: Date) => ({ userId: learner, id: uuidv7(), itemId, level, withdrawnAt });
    await db
      .insert(itemProofs)
      .values([proof("shell-basics", 3), proof("shell-basics", 4, new Date()), proof("set-up-workspace", 2), proof("crud-in-sql", 5, new Date())]);
    expect(await listProgress(learner)).toEqual({
      "set-up-workspace": { state: "todo", clock: 0, opId: "", at: null, level: 2 },
      "shell-basics": expect.objectContaining({ state: "done", level: 3 }),
    });
  });

  test("keeps items that the roadmap no longer has", async () => {
    const learner = await makeLearner();
    await saveOperations(learner, [operation({ itemId: "an-item-of-last-year" })]);
    expect(await listProgress(learner)).toHaveProperty("an-item-of-last-year");
  });
});
