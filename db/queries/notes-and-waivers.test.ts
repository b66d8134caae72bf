import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { itemProgress, progressOperations } from "@/db/schema/progress";
import { sqlStateOf } from "@/db/sql-state";
import { findTaughtCohort, findTaughtLearner } from "./cohorts";
import { listHistory, listItemsOfLearner } from "./learner-page";
import { listNotes, listWaivers, removeNote, saveNote, saveWaiver, withdrawWaiver } from "./notes-and-waivers";
import { saveOperations } from "./progress";
import { writeWhileErased } from "./while-erased";

async function makePerson(name: string, admin = false): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, name, admin, email: `${randomUUID()}@example.org` });
  return id;
}

/** A learner, seen by two instructors and an admin. */
async function makeLearner() {
  const cohort = { id: uuidv7(), slug: randomUUID(), name: "A cohort", startsOn: "2026-01-01", endsOn: "2026-12-31", hoursPerWeek: 8 };
  const [farida, vikram, admin, sneha] = [await makePerson("Farida"), await makePerson("Vikram"), await makePerson("Admin", true), await makePerson("Sneha")];
  await db.insert(cohorts).values(cohort);
  await db.insert(enrollments).values([
    ...[farida, vikram].map((userId) => ({ cohortId: cohort.id, userId, role: "instructor" as const })),
    { cohortId: cohort.id, userId: sneha, role: "learner" as const },
  ]);
  const seenBy = async (id: string) => {
    const taught = await findTaughtCohort(cohort.slug, { id, admin: id === admin });
    const learner = taught && (await findTaughtLearner(taught, sneha));
    if (!learner) throw new Error("This person does not teach the learner.");
    return learner;
  };
  const leave = (userId: string) =>
    db.update(enrollments).set({ leftAt: new Date() }).where(and(eq(enrollments.cohortId, cohort.id), eq(enrollments.userId, userId)));
  const audited = async () => (await db.select({ action: audit.action, actorId: audit.actorId }).from(audit).where(eq(audit.personId, sneha))).map(({ action }) => action);
  return { farida, vikram, admin, sneha, seenBy, leave, audited };
}

const note = (body = "Call on Friday.") => ({ id: uuidv7(), body });
const waiver = { itemId: "shell-basics", state: "known" as const, reason: "Seen at work." };

describe("notes", () => {
  test("one sent twice is one, and other words under the same id are another", async () => {
    const { farida, seenBy } = await makeLearner();
    const learner = await seenBy(farida);
    const first = note();
    for (const sent of [first, first, { ...first, body: "Call on Monday." }]) expect(await saveNote(learner, sent)).toBe(true);
    expect((await listNotes(learner)).map(({ body }) => body)).toEqual(["Call on Monday.", "Call on Friday."]);
  });

  test("are deleted by who wrote them and by nobody else", async () => {
    const { farida, vikram, admin, seenBy } = await makeLearner();
    const written = note();
    await saveNote(await seenBy(farida), written);
    await removeNote(await seenBy(vikram), written.id);
    await removeNote(await seenBy(admin), written.id);
    expect(await listNotes(await seenBy(vikram))).toMatchObject([{ id: written.id, own: false, writtenBy: "Farida" }]);
    await removeNote(await seenBy(farida), written.id);
    expect(await listNotes(await seenBy(farida))).toEqual([]);
  });

  test("are not seen, kept or deleted under a learner of another cohort", async () => {
    const [one, other] = [await makeLearner(), await makeLearner()];
    const written = note();
    await saveNote(await one.seenBy(one.farida), written);
    const elsewhere = await other.seenBy(other.farida);
    await removeNote(elsewhere, written.id);
    expect(await listNotes(elsewhere)).toEqual([]);
    expect(await listNotes(await one.seenBy(one.farida))).toHaveLength(1);
  });
});

describe("who was removed a moment ago writes nothing", () => {
  test("neither the instructor nor about the learner", async () => {
    for (const gone of ["farida", "sneha"] as const) {
      const made = await makeLearner();
      const { farida, vikram, seenBy, leave } = made;
      const [learner, colleague] = [await seenBy(farida), await seenBy(vikram)];
      const kept = note();
      await saveNote(learner, kept);
      await saveWaiver(learner, waiver);
      await leave(made[gone]);
      expect(await saveNote(learner, note("Too late."))).toBe(false);
      expect(await saveWaiver(learner, { ...waiver, itemId: "loops" })).toBe(false);
      await removeNote(learner, kept.id);
      for (const { id } of await listWaivers(colleague)) await withdrawWaiver(learner, id);
      expect((await listNotes(colleague)).map(({ body }) => body)).toEqual(["Call on Friday."]);
      expect(await listWaivers(colleague)).toMatchObject([{ itemId: "shell-basics", withdrawnAt: null }]);
    }
  });
});

describe("waivers", () => {
  test("one that is taken back while the learner, or who gave it, is erased holds nothing up", async () => {
    for (const erased of ["sneha", "farida"] as const) {
      const people = await makeLearner();
      const learner = await people.seenBy(people.farida);
      await saveWaiver(learner, waiver);
      const [given] = await listWaivers(learner);
      const taken = () => withdrawWaiver(learner, given?.id ?? "").catch(sqlStateOf);
      expect(await writeWhileErased(people[erased], taken)).toBe(erased === "sneha" ? undefined : "23503");
    }
  });

  test("20 at once for one item leave one that stands", async () => {
    const { farida, vikram, seenBy } = await makeLearner();
    const learners = [await seenBy(farida), await seenBy(vikram)] as const;
    await Promise.all(Array.from({ length: 20 }, (_, index) => saveWaiver(learners[index % 2] ?? learners[0], { ...waiver, reason: `Reason ${index}` })));
    expect((await listWaivers(learners[0])).filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(1);
  });

  test("the same one again is given already, another one is refused while it stands", async () => {
    const { farida, vikram, seenBy } = await makeLearner();
    const learner = await seenBy(farida);
    expect(await saveWaiver(learner, waiver)).toBe(true);
    expect(await saveWaiver(learner, waiver)).toBe(true);
    expect(await saveWaiver(learner, { ...waiver, state: "not-needed" })).toBe(false);
    expect(await saveWaiver(await seenBy(vikram), waiver)).toBe(false);
    expect(await listWaivers(learner)).toHaveLength(1);
  });

  test("a withdrawn one is kept, says who and when, and makes room for another", async () => {
    const { farida, vikram, seenBy } = await makeLearner();
    const learner = await seenBy(farida);
    await saveWaiver(learner, waiver);
    const [given] = await listWaivers(learner);
    await withdrawWaiver(await seenBy(vikram), given?.id ?? "");
    await withdrawWaiver(learner, given?.id ?? "");
    expect(await saveWaiver(learner, { ...waiver, state: "not-needed" })).toBe(true);
    const [standing, withdrawn] = await listWaivers(learner);
    expect(standing).toMatchObject({ state: "not-needed", withdrawnAt: null, withdrawnBy: null });
    expect(withdrawn).toMatchObject({ state: "known", givenBy: "Farida", withdrawnBy: "Vikram" });
    expect(withdrawn?.withdrawnAt).toBeInstanceOf(Date);
  });

  test("the learner's own progress stays as it was", async () => {
    const { farida, sneha, seenBy } = await makeLearner();
    await saveOperations(sneha, [{ opId: uuidv7(), itemId: "shell-basics", state: "doing", clock: 1, at: "2026-11-22T10:00:00.000Z" }]);
    const progress = async () => [
      await db.select({ itemId: itemProgress.itemId, state: itemProgress.state, clock: itemProgress.clock }).from(itemProgress).where(eq(itemProgress.userId, sneha)),
      await db.select({ opId: progressOperations.opId }).from(progressOperations).where(eq(progressOperations.userId, sneha)),
    ];
    const before = await progress();
    const learner = await seenBy(farida);
    await saveWaiver(learner, waiver);
    await saveWaiver(learner, { ...waiver, itemId: "loops" });
    expect(await progress()).toEqual(before);
    expect(await listItemsOfLearner(learner)).toMatchObject([{ itemId: "shell-basics", state: "doing", level: 0 }]);
  });
});

test("what an admin writes is written down with it, what an instructor writes is not", async () => {
  const { farida, admin, seenBy, audited } = await makeLearner();
  const [asFarida, asAdmin] = [await seenBy(farida), await seenBy(admin)];
  await saveNote(asFarida, note());
  await saveWaiver(asFarida, { ...waiver, itemId: "loops" });
  expect(await audited()).toEqual([]);
  const written = note();
  await saveNote(asAdmin, written);
  await saveNote(asAdmin, written);
  await saveWaiver(asAdmin, waiver);
  await removeNote(asAdmin, written.id);
  for (const { id } of await listWaivers(asAdmin)) await withdrawWaiver(asAdmin, id);
  expect((await audited()).sort()).toEqual(["note.remove", "note.write", "waiver.withdraw", "waiver.withdraw", "waiver.write"]);
});

test("the history comes in pages, the last first, and each operation once", async () => {
  const { farida, sneha, seenBy } = await makeLearner();
  const learner = await seenBy(farida);
  for (let call = 0; call < 3; call += 1) {
    await saveOperations(sneha, Array.from({ length: 40 }, (_, index) => ({ opId: uuidv7(), itemId: `item-${index}`, state: "done" as const, clock: call + 1, at: "2026-11-22T10:00:00.000Z" })));
  }
  const seen: string[] = [];
  for (let page = await listHistory(learner, null); page.length > 0; page = await listHistory(learner, seen.at(-1) ?? null)) {
    expect(page.length).toBeLessThanOrEqual(50);
    seen.push(...page.map(({ opId }) => opId));
  }
  expect(new Set(seen).size).toBe(120);
  expect(seen).toHaveLength(120);
  expect(await listHistory(learner, uuidv7())).toEqual([]);
});
