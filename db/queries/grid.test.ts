import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments, waivers } from "@/db/schema/cohorts";
import { itemProofs } from "@/db/schema/progress";
import { findTaughtCohort } from "./cohorts";
import { listGridRows, type GridQuestion, type GridRow } from "./grid";
import { saveOperations } from "./progress";

const ITEMS = ["shell-basics", "set-up-workspace"] as const;

type Made = { name: string; group?: string; done?: readonly string[]; doing?: readonly string[]; proven?: readonly string[] };

async function makeCohort(people: readonly Made[]) {
  const cohort = { id: uuidv7(), slug: randomUUID(), name: "A cohort", startsOn: "2026-01-01", endsOn: "2026-12-31", hoursPerWeek: 8 };
  await db.insert(cohorts).values(cohort);
  const ids = new Map<string, string>();
  for (const { name, group, done = [], doing = [], proven = [] } of people) {
    const id = uuidv7();
    ids.set(name, id);
    await db.insert(users).values({ id, name, email: `canary-${id}@example.org` });
    await db.insert(enrollments).values({ cohortId: cohort.id, userId: id, role: "learner", groupName: group });
    const operations = [...done.map((itemId) => ({ itemId, state: "done" as const })), ...doing.map((itemId) => ({ itemId, state: "doing" as const }))];
    await saveOperations(id, operations.map((o) => ({ ...o, opId: uuidv7(), clock: 1, at: "2026-11-22T10:00:00.000Z" })));
    for (const itemId of proven) await db.insert(itemProofs).values({ userId: id, id: uuidv7(), itemId, level: 4 });
  }
  const taught = await findTaughtCohort(cohort.slug, { id: uuidv7(), admin: true });
  if (!taught) throw new Error("The cohort was not made.");
  const ask = (question: Partial<GridQuestion> = {}) =>
    listGridRows(taught, { sort: "name", itemIds: ITEMS, group: null, doing: false, withLast: false, after: null, limit: 50, ...question });
  return { cohort: taught, ids, ask, idOf: (name: string) => ids.get(name) ?? "" };
}

const namesOf = (rows: readonly GridRow[]) => rows.map(({ name }) => name);

describe("a page of the grid", () => {
  test("has every learner once, in the order of the sort, whatever the size of the page", async () => {
    const { ask } = await makeCohort([
      { name: "zoya", done: ITEMS },
      { name: "Aarav", proven: ["shell-basics"] },
      { name: "Meera", done: ["shell-basics"], proven: ITEMS },
      { name: "स्नेहल" },
      { name: "Meera", done: ["shell-basics"] },
    ]);
    const orders = { name: ["Aarav", "Meera", "Meera", "zoya", "स्नेहल"], done: ["zoya", "Meera", "Meera", "Aarav", "स्नेहल"] };
    for (const sort of ["name", "done", "proven", "last"] as const) {
      const all = await ask({ sort });
      if (sort !== "proven" && sort !== "last") expect(namesOf(all)).toEqual(orders[sort]);
      if (sort === "proven") expect(namesOf(all).slice(0, 2)).toEqual(["Meera", "Aarav"]);
      if (sort === "last") expect(namesOf(all).slice(3)).toEqual(["Aarav", "स्नेहल"]);
      const paged: GridRow[] = [];
      for (let after: string | null = null; ; after = paged.at(-1)?.id ?? null) {
        const rows: GridRow[] = await ask({ sort, after, limit: 2 });
        if (rows.length === 0) break;
        expect(rows.every(({ matching, before }) => matching === 5 && before === paged.length)).toBe(true);
        paged.push(...rows);
      }
      expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    }
  });

  test("says of a learner what is known, whoever is asked for and in whatever order", async () => {
    const { cohort, ask, idOf } = await makeCohort([{ name: "Meera", group: "संध्या", done: ["call-the-api"], doing: ["shell-basics"], proven: ["set-up-workspace"] }, { name: "Zoya" }]);
    await db.insert(waivers).values({ cohortId: cohort.id, learnerId: idOf("Meera"), id: uuidv7(), itemId: "write-a-test", state: "known", reason: "Shown at work." });
    const day = new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Kolkata" });
    const meera: GridRow = {
      id: idOf("Meera"),
      name: "Meera",
      groupName: "संध्या",
      enrolledOn: day,
      lastOn: day,
      done: "call-the-api",
      skipped: "",
      doing: "shell-basics",
      levels: "set-up-workspace:4",
      waivers: "write-a-test:known",
      matching: 1,
      before: 0,
    };
    for (const sort of ["name", "done", "proven", "last"] as const) {
      expect(await ask({ sort, doing: true, withLast: true })).toEqual([meera]);
      expect(await ask({ sort, withLast: true })).toContainEqual({ ...meera, matching: 2, before: expect.any(Number) });
    }
  });

  test("goes on where it was when the last learner of the page before has left", async () => {
    const { cohort, ask, idOf } = await makeCohort([{ name: "A" }, { name: "B" }, { name: "C" }]);
    await db.update(enrollments).set({ leftAt: new Date() }).where(and(eq(enrollments.cohortId, cohort.id), eq(enrollments.userId, idOf("B"))));
    expect(namesOf(await ask({ after: idOf("B") }))).toEqual(["C"]);
    expect(namesOf(await ask())).toEqual(["A", "C"]);
  });

  test("begins at the first learner after somebody of another cohort", async () => {
    const [one, other] = [await makeCohort([{ name: "A" }]), await makeCohort([{ name: "Z" }])];
    expect(namesOf(await one.ask({ after: other.idOf("Z") }))).toEqual(["A"]);
  });

  test("has only a group, or only who has something in progress", async () => {
    const { ask } = await makeCohort([
      { name: "A", group: "संध्या", doing: ["shell-basics"] },
      { name: "B", group: "B1", doing: ["call-the-api"] },
      { name: "C", group: "B1", doing: ["set-up-workspace"] },
    ]);
    expect(namesOf(await ask({ group: "B1" }))).toEqual(["B", "C"]);
    expect(namesOf(await ask({ doing: true }))).toEqual(["A", "C"]);
    const [row] = await ask({ group: "B1", doing: true });
    expect(row).toMatchObject({ name: "C", matching: 1, before: 0 });
    expect(await ask({ group: "' or true --" })).toEqual([]);
  });

  test("knows states, the highest proof that stands, and the waivers of this cohort only; it has no address", async () => {
    const { cohort, ask, idOf } = await makeCohort([{ name: "A", done: ["shell-basics"], doing: ["set-up-workspace"], proven: ["shell-basics"] }]);
    const other = await makeCohort([]);
    const userId = idOf("A");
    await db.insert(itemProofs).values([
      { userId, id: uuidv7(), itemId: "shell-basics", level: 3 },
      { userId, id: uuidv7(), itemId: "shell-basics", level: 5, withdrawnAt: new Date() },
    ]);
    const waiver = { learnerId: userId, state: "known" as const, reason: "Seen at work." };
    await db.insert(waivers).values([
      { ...waiver, id: uuidv7(), cohortId: cohort.id, itemId: "loops" },
      { ...waiver, id: uuidv7(), cohortId: cohort.id, itemId: "withdrawn", withdrawnAt: new Date() },
      { ...waiver, id: uuidv7(), cohortId: other.cohort.id, itemId: "elsewhere" },
    ]);
    const rows = await ask();
    expect(rows[0]).toMatchObject({ done: "shell-basics", skipped: "", doing: "set-up-workspace", levels: "shell-basics:4", waivers: "loops:known" });
    expect(rows[0]?.lastOn).toBeNull();
    expect((await ask({ withLast: true }))[0]?.lastOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(JSON.stringify(rows)).not.toContain("canary-");
  });
});
