import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { files, submissions } from "@/db/schema/evidence";
import { itemProofs } from "@/db/schema/progress";
import { addConfirmation, findPeerWork, listConfirmations, listPeerWork, withdrawConfirmation } from "./confirmations";
import { listEvidence, listOwnVersions, saveEvidence, withdrawEvidence, type NewEvidence } from "./evidence";
import { findReadableFile } from "./evidence-files";
import { findStanding } from "./plans";
import { writeWhileErased } from "./while-erased";

const ITEM = "shell-basics";
const PEER_ITEMS = ["review-code", "explain-it"];

async function makePerson(name = "A learner"): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, name, email: `${randomUUID()}@example.org` });
  return id;
}

async function makeCohort(people: { learners?: string[]; instructors?: string[] }): Promise<string> {
  const id = uuidv7();
  await db.insert(cohorts).values({ id, slug: randomUUID(), name: "A cohort", startsOn: "2026-01-01", endsOn: "2026-12-31", hoursPerWeek: 8 });
  const rows = [
    ...(people.learners ?? []).map((userId) => ({ cohortId: id, userId, role: "learner" as const })),
    ...(people.instructors ?? []).map((userId) => ({ cohortId: id, userId, role: "instructor" as const })),
  ];
  await db.insert(enrollments).values(rows);
  return id;
}

async function leave(cohortId: string, userId: string): Promise<void> {
  await db.update(enrollments).set({ leftAt: new Date() }).where(and(eq(enrollments.cohortId, cohortId), eq(enrollments.userId, userId)));
}

const text = (userId: string, change: Partial<NewEvidence> = {}): NewEvidence => ({
  userId,
  itemId: ITEM,
  kind: "text",
  body: "I listed files.",
  commit: null,
  file: null,
  handIn: true,
  ...change,
});

const photo = (name = "photo.png") => ({ name, type: "image/png" as const, content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]) });

const levels = async (userId: string) =>
  (await db.select({ level: itemProofs.level }).from(itemProofs).where(and(eq(itemProofs.userId, userId), isNull(itemProofs.withdrawnAt)))).map((row) => row.level).sort();

const filesOf = async (userId: string) => (await db.select({ name: files.name }).from(files).where(eq(files.userId, userId))).map((row) => row.name);

async function idOf(userId: string): Promise<string> {
  const [newest] = await listOwnVersions(userId, ITEM);
  if (!newest) throw new Error("There is no version.");
  return newest.id;
}

describe("a learner's evidence", () => {
  test("a draft is changed in place, and handed in gives level 1", async () => {
    const learner = await makePerson();
    expect(await saveEvidence(text(learner, { handIn: false }))).toBe("saved");
    expect(await levels(learner)).toEqual([]);
    expect(await saveEvidence(text(learner, { body: "And sorted them." }))).toBe("saved");
    expect(await levels(learner)).toEqual([1]);
    expect((await listOwnVersions(learner, ITEM)).map(({ version, state, body }) => [version, state, body])).toEqual([[1, "handed-in", "And sorted them."]]);
  });

  test("a form that is older than the draft changes nothing until it was told so, and what is sent twice is saved once", async () => {
    const learner = await makePerson();
    const draft = (body: string, seen: Date | null) => saveEvidence(text(learner, { body, seen, handIn: false }));
    const savedAt = async () => (await listOwnVersions(learner, ITEM))[0]?.savedAt ?? null;
    expect(await draft("On the laptop", null)).toBe("saved");
    expect(await draft("On the phone", null)).toBe("changed");
    expect(await draft("On the laptop", null)).toBe("saved");
    const opened = await savedAt();
    expect(await draft("Longer", opened)).toBe("saved");
    expect(await saveEvidence(text(learner, { body: "On the phone", seen: opened }))).toBe("changed");
    expect((await listOwnVersions(learner, ITEM)).map(({ state, body }) => [state, body])).toEqual([["draft", "Longer"]]);
    expect(await draft("On the phone", await savedAt())).toBe("saved");
  });

  test("what was handed in is not changed, only withdrawn, and its level 1 falls with it", async () => {
    const learner = await makePerson();
    await saveEvidence(text(learner));
    expect(await saveEvidence(text(learner, { body: "Something else" }))).toBe("waits");
    expect(await withdrawEvidence(learner, await idOf(learner))).toBe(true);
    expect(await levels(learner)).toEqual([]);
    expect(await withdrawEvidence(learner, await idOf(learner))).toBe(false);
    expect(await saveEvidence(text(learner, { body: "Something else" }))).toBe("saved");
    expect((await listOwnVersions(learner, ITEM)).map(({ version, state, body }) => [version, state, body])).toEqual([
      [2, "handed-in", "Something else"],
      [1, "withdrawn", "I listed files."],
    ]);
  });

  test("fifty calls at once leave one open version and one proof", async () => {
    const learner = await makePerson();
    await Promise.all(Array.from({ length: 50 }, (_, index) => saveEvidence(text(learner, { body: `Try ${index}`, handIn: index % 2 === 0 }))));
    expect(await listOwnVersions(learner, ITEM)).toHaveLength(1);
    expect((await levels(learner)).length).toBeLessThanOrEqual(1);
  });

  test("the schema refuses a second open version", async () => {
    const learner = await makePerson();
    await saveEvidence(text(learner, { handIn: false }));
    const second = { userId: learner, id: uuidv7(), itemId: ITEM, version: 2, kind: "text" as const, body: "x", state: "draft" as const };
    await expect(db.insert(submissions).values(second)).rejects.toMatchObject({ cause: { code: "23505", constraint_name: "submissions_open" } });
  });

  test("another person's submission is not withdrawn", async () => {
    const [learner, other] = [await makePerson(), await makePerson()];
    await saveEvidence(text(learner));
    expect(await withdrawEvidence(other, await idOf(learner))).toBe(false);
    expect(await levels(learner)).toEqual([1]);
  });

  test("everything is listed by item with its level, the last changed first", async () => {
    const learner = await makePerson();
    await saveEvidence(text(learner));
    await saveEvidence(text(learner, { itemId: "set-up-workspace", handIn: false }));
    expect((await listEvidence(learner)).map(({ itemId, level, state }) => [itemId, level, state])).toEqual([
      ["set-up-workspace", 0, "draft"],
      [ITEM, 1, "handed-in"],
    ]);
  });
});

describe("files", () => {
  test("a draft that is handed in while its learner is erased is gone with them, and holds nothing up", async () => {
    const learner = await makePerson();
    await saveEvidence(text(learner, { handIn: false }));
    expect(await writeWhileErased(learner, () => saveEvidence(text(learner)))).toBe("again");
  });

  test("a file comes with its draft, is kept by the next save, and goes when the draft no longer holds it", async () => {
    const learner = await makePerson();
    const file = text(learner, { kind: "file", body: "", handIn: false });
    expect(await saveEvidence(file)).toBe("no-file");
    expect(await saveEvidence({ ...file, file: photo() })).toBe("saved");
    expect(await saveEvidence({ ...file, file: photo("better.png") })).toBe("saved");
    expect(await filesOf(learner)).toEqual(["better.png"]);
    expect(await saveEvidence({ ...file, handIn: true })).toBe("saved");
    expect((await listOwnVersions(learner, ITEM))[0]?.file?.name).toBe("better.png");
  });

  test("the next version may keep the file of the one before, which stays as it was", async () => {
    const learner = await makePerson();
    const file = text(learner, { kind: "file", body: "" });
    await saveEvidence({ ...file, file: photo() });
    await withdrawEvidence(learner, await idOf(learner));
    expect(await saveEvidence({ ...file, handIn: false })).toBe("saved");
    expect(await saveEvidence(text(learner))).toBe("saved");
    const [second, first] = await listOwnVersions(learner, ITEM);
    expect([second?.kind, second?.file, first?.file?.name]).toEqual(["text", null, "photo.png"]);
  });

  test("nothing is kept of a file whose draft was not saved", async () => {
    const learner = await makePerson();
    await saveEvidence(text(learner));
    expect(await saveEvidence(text(learner, { kind: "file", body: "", file: photo() }))).toBe("waits");
    expect(await filesOf(learner)).toEqual([]);
  });

  test("a learner's files have 50 MB of room together", async () => {
    const learner = await makePerson();
    const full = { userId: learner, name: "a.txt", type: "text/plain" as const, size: 1_048_576, content: Buffer.from("a") };
    await db.insert(files).values(Array.from({ length: 50 }, () => ({ ...full, id: uuidv7() })));
    expect(await saveEvidence(text(learner, { kind: "file", body: "", file: photo() }))).toBe("full");
    expect(await listOwnVersions(learner, ITEM)).toEqual([]);
  });

  test("a file is read by its owner, by who teaches them now and by an admin, and by nobody else", async () => {
    const [learner, classmate, teacher, otherTeacher, stranger] = [await makePerson(), await makePerson(), await makePerson(), await makePerson(), await makePerson()];
    const cohort = await makeCohort({ learners: [learner, classmate], instructors: [teacher] });
    await makeCohort({ learners: [classmate], instructors: [otherTeacher] });
    await saveEvidence(text(learner, { kind: "file", body: "", file: photo(), handIn: false }));
    const fileId = (await listOwnVersions(learner, ITEM))[0]?.file?.id ?? "";
    const readAs = async (id: string, admin = false) => (await findReadableFile({ id, admin }, { learnerId: learner, fileId }, PEER_ITEMS))?.as ?? null;

    expect([await readAs(learner), await readAs(teacher), await readAs(stranger, true)]).toEqual(["learner", null, null]);
    await saveEvidence(text(learner, { kind: "file", body: "" }));
    expect([await readAs(learner), await readAs(teacher), await readAs(stranger, true)]).toEqual(["learner", "instructor", "admin"]);
    expect([await readAs(classmate), await readAs(otherTeacher), await readAs(stranger)]).toEqual([null, null, null]);
    await leave(cohort, teacher);
    expect(await readAs(teacher)).toBe(null);
  });
});

describe("peers", () => {
  const peerText = (userId: string, change: Partial<NewEvidence> = {}) => text(userId, { itemId: "review-code", ...change });

  async function handedInTo(classmates: number) {
    const [owner, ...peers] = await Promise.all(Array.from({ length: classmates + 1 }, () => makePerson()));
    const cohort = await makeCohort({ learners: [owner ?? "", ...peers] });
    await saveEvidence(peerText(owner ?? ""));
    const [submission] = await listOwnVersions(owner ?? "", "review-code");
    return { owner: owner ?? "", peers, cohort, submissionId: submission?.id ?? "" };
  }

  async function workFor(peer: string, submissionId: string) {
    const work = await findPeerWork(peer, submissionId, PEER_ITEMS);
    if (!work) throw new Error("There is no work for this peer.");
    return work;
  }

  test("a classmate's confirmation gives level 3, once", async () => {
    const { owner, peers, submissionId } = await handedInTo(1);
    const [peer = ""] = peers;
    expect((await listPeerWork(peer, PEER_ITEMS)).map((row) => row.submissionId)).toEqual([submissionId]);
    const work = await workFor(peer, submissionId);
    const answers = await Promise.all(Array.from({ length: 20 }, () => addConfirmation(work, "I saw it run.", PEER_ITEMS)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await levels(owner)).toEqual([1, 3]);
    expect(await listPeerWork(peer, PEER_ITEMS)).toEqual([]);
  });

  test("a word that comes while the learner is erased finds nothing, and holds nothing up", async () => {
    const { owner, peers, submissionId } = await handedInTo(1);
    const work = await workFor(peers[0] ?? "", submissionId);
    expect(await writeWhileErased(owner, () => addConfirmation(work, "I saw it run.", PEER_ITEMS))).toBe(false);
  });

  test("a word that is taken back while the learner, or who gave it, is erased holds nothing up", async () => {
    for (const erased of ["owner", "peer"] as const) {
      const { owner, peers, submissionId } = await handedInTo(1);
      const [peer = ""] = peers;
      await addConfirmation(await workFor(peer, submissionId), "I saw it run.", PEER_ITEMS);
      const word = { viewerId: peer, learnerId: owner, submissionId, reason: "It was another file." };
      expect(await writeWhileErased({ owner, peer }[erased], () => withdrawConfirmation(word))).toBe(false);
    }
  });

  test("evidence that is withdrawn while its learner is erased holds nothing up", async () => {
    const { owner, submissionId } = await handedInTo(1);
    expect(await writeWhileErased(owner, () => withdrawEvidence(owner, submissionId))).toBe(false);
  });

  test("a word taken back takes its proof and no other, once, and can be given again", async () => {
    const { owner, peers, cohort, submissionId } = await handedInTo(2);
    const [peer = "", other = ""] = peers;
    for (const each of peers) await addConfirmation(await workFor(each, submissionId), "I saw it run.", PEER_ITEMS);
    expect(await listConfirmations(peer)).toMatchObject([{ learnerId: owner, submissionId, itemId: "review-code", comment: "I saw it run." }]);

    const word = { viewerId: peer, learnerId: owner, submissionId, reason: "It was another file." };
    for (const stranger of [owner, await makePerson()]) expect(await withdrawConfirmation({ ...word, viewerId: stranger })).toBe(false);
    const answers = await Promise.all(Array.from({ length: 10 }, () => withdrawConfirmation(word)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await levels(owner)).toEqual([1, 3]);
    expect([await listConfirmations(peer), (await listConfirmations(other)).length]).toEqual([[], 1]);
    const judgements = async () => (await listOwnVersions(owner, "review-code"))[0]?.judgements.find(({ reviewerId }) => reviewerId === peer);
    expect(await judgements()).toMatchObject({ withdrawnReason: word.reason, withdrawnAt: expect.any(Date) });

    expect(await listPeerWork(peer, PEER_ITEMS)).toHaveLength(1);
    const again = await workFor(peer, submissionId);
    const given = await Promise.all(Array.from({ length: 10 }, () => addConfirmation(again, "Now it is.", PEER_ITEMS)));
    expect(given.filter(Boolean)).toHaveLength(1);
    expect(await levels(owner)).toEqual([1, 3, 3]);
    expect(await judgements()).toMatchObject({ comment: "Now it is.", withdrawnAt: null, withdrawnReason: null });

    await leave(cohort, peer);
    expect(await listConfirmations(peer)).toEqual([]);
    expect(await withdrawConfirmation(word)).toBe(true);
    expect(await levels(owner)).toEqual([1, 3]);
  });

  test("only a learner of the same cohort now finds it, never the one who handed it in", async () => {
    const { owner, peers, cohort, submissionId } = await handedInTo(1);
    const [peer = ""] = peers;
    const [stranger, teacher] = [await makePerson(), await makePerson()];
    await db.insert(enrollments).values({ cohortId: cohort, userId: teacher, role: "instructor" });
    await makeCohort({ learners: [stranger] });
    for (const nobody of [owner, stranger, teacher]) {
      expect(await findPeerWork(nobody, submissionId, PEER_ITEMS)).toBe(null);
      expect(await listPeerWork(nobody, PEER_ITEMS)).toEqual([]);
    }
    const work = await workFor(peer, submissionId);
    await leave(cohort, peer);
    expect(await findPeerWork(peer, submissionId, PEER_ITEMS)).toBe(null);
    expect(await addConfirmation(work, "", PEER_ITEMS)).toBe(false);
    expect(await levels(owner)).toEqual([1]);
  });

  test("a classmate of an archived cohort still reads it, and confirms nothing until it is brought back", async () => {
    const { owner, peers, cohort, submissionId } = await handedInTo(1);
    const [peer = ""] = peers;
    const archive = (archivedAt: Date | null) => db.update(cohorts).set({ archivedAt }).where(eq(cohorts.id, cohort));
    await archive(new Date());
    const work = await workFor(peer, submissionId);
    expect(await addConfirmation(work, "", PEER_ITEMS)).toBe(false);
    expect([await listPeerWork(peer, PEER_ITEMS), (await findStanding(peer, PEER_ITEMS)).waiting.confirm]).toEqual([[], 0]);
    expect(await levels(owner)).toEqual([1]);
    await archive(null);
    expect([(await listPeerWork(peer, PEER_ITEMS)).length, (await findStanding(peer, PEER_ITEMS)).waiting.confirm]).toEqual([1, 1]);
    expect(await addConfirmation(work, "", PEER_ITEMS)).toBe(true);
  });

  test("an item that peers may not confirm is not theirs to see", async () => {
    const { peers, submissionId } = await handedInTo(1);
    expect(await findPeerWork(peers[0] ?? "", submissionId, ["explain-it"])).toBe(null);
  });

  test("a withdrawal takes the confirmations with it, also one that comes at the same moment", async () => {
    const { owner, peers, submissionId } = await handedInTo(2);
    const [first = "", second = ""] = peers;
    await addConfirmation(await workFor(first, submissionId), "", PEER_ITEMS);
    const work = await workFor(second, submissionId);

    // The confirmation has the row; the withdrawal began before it was over, and does not see its proof.
    let late = Promise.resolve(true);
    await db.transaction(async (tx) => {
      await tx.update(submissions).set({ confirmedAt: new Date() }).where(and(eq(submissions.userId, owner), eq(submissions.id, submissionId)));
      await tx.insert(itemProofs).values({ userId: owner, id: uuidv7(), itemId: work.itemId, level: 3, submissionId, givenBy: second });
      late = withdrawEvidence(owner, submissionId);
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(await late).toBe(false);
    expect(await levels(owner)).toEqual([1, 3, 3]);

    expect(await withdrawEvidence(owner, submissionId)).toBe(true);
    expect(await levels(owner)).toEqual([]);
    expect(await addConfirmation(work, "", PEER_ITEMS)).toBe(false);
  });
});
