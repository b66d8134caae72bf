import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments, messages } from "@/db/schema/cohorts";
import { outbox } from "@/db/schema/mail";
import { addAnnouncement, listAnnouncements, removeAnnouncement } from "./announcements";
import { findJoinedCohort, findTaughtCohort, type TaughtCohort } from "./cohorts";
import { findSent, listReceived, listRecipients, listSent, saveMessages, saveMessagesRead } from "./messages";

vi.hoisted(() => {
  process.env.SMTP_URL = "smtp://127.0.0.1:9";
  process.env.MAIL_FROM = "Milepost <milepost@example.org>";
});

async function makePerson(name = "A person"): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, name, email: `${randomUUID()}@example.org` });
  return id;
}

async function makeCohort(teacher: string, learners: string[]): Promise<TaughtCohort> {
  const id = uuidv7();
  const slug = `test-${randomUUID()}`;
  await db.insert(cohorts).values({ id, slug, name: "Evening", startsOn: "2026-01-01", endsOn: "2027-12-31", hoursPerWeek: 8 });
  await db.insert(enrollments).values([
    { cohortId: id, userId: teacher, role: "instructor" },
    ...learners.map((userId) => ({ cohortId: id, userId, role: "learner" as const })),
  ]);
  const cohort = await findTaughtCohort(slug, { id: teacher, admin: false });
  if (!cohort) throw new Error("The cohort is not there.");
  return cohort;
}

const leave = (cohort: TaughtCohort, userId: string) =>
  db.update(enrollments).set({ leftAt: new Date() }).where(sql`${enrollments.cohortId} = ${cohort.id} and ${enrollments.userId} = ${userId}`);
const mailTo = (userId: string) => db.select({ reason: outbox.reason, kind: outbox.kind }).from(outbox).where(eq(outbox.userId, userId));
const bodies = async (userId: string) => (await listReceived(userId, null)).messages.map(({ body }) => body);

describe("sending", () => {
  test("a message sent twice, or 16 times at once, is one message and one mail", async () => {
    const learner = await makePerson();
    const cohort = await makeCohort(await makePerson(), [learner]);
    const message = { id: uuidv7(), learnerIds: [learner], body: "Come to the session." };
    const answers = await Promise.all(Array.from({ length: 16 }, () => saveMessages(cohort, message)));
    expect(answers).toEqual(Array.from({ length: 16 }, () => ({ learners: 1, changed: false })));
    expect(await bodies(learner)).toEqual(["Come to the session."]);
    expect(await mailTo(learner)).toEqual([{ reason: `message:${message.id}:${learner}`, kind: "message" }]);
  });

  test("other words under the same id are written to nobody, and that is said", async () => {
    const [learner, another] = [await makePerson(), await makePerson()];
    const cohort = await makeCohort(await makePerson(), [learner, another]);
    const id = uuidv7();
    await saveMessages(cohort, { id, learnerIds: [learner], body: "One" });
    expect(await saveMessages(cohort, { id, learnerIds: [learner], body: "Two" })).toEqual({ learners: 1, changed: true });
    expect(await saveMessages(cohort, { id, learnerIds: [learner, another], body: "Two" })).toEqual({ learners: 2, changed: true });
    expect([await bodies(learner), await bodies(another), await mailTo(another)]).toEqual([["One"], [], []]);
  });

  test("only learners enrolled now get it: nobody of another cohort, nobody who left, no instructor", async () => {
    const [learner, left, foreign, teacher] = [await makePerson(), await makePerson(), await makePerson(), await makePerson()];
    const cohort = await makeCohort(teacher, [learner, left]);
    await makeCohort(await makePerson(), [foreign]);
    await leave(cohort, left);
    const answer = await saveMessages(cohort, { id: uuidv7(), learnerIds: [learner, left, foreign, teacher, uuidv7()], body: "Hello" });
    expect(answer.learners).toBe(1);
    expect(await bodies(learner)).toHaveLength(1);
    for (const person of [left, foreign, teacher]) {
      expect(await bodies(person)).toEqual([]);
      expect(await mailTo(person)).toEqual([]);
    }
  });

  test("whoever wants no mail about messages gets the message and no mail", async () => {
    const learner = await makePerson();
    await db.update(users).set({ messageMail: false }).where(eq(users.id, learner));
    const cohort = await makeCohort(await makePerson(), [learner]);
    await saveMessages(cohort, { id: uuidv7(), learnerIds: [learner], body: "Hello" });
    expect(await bodies(learner)).toEqual(["Hello"]);
    expect(await mailTo(learner)).toEqual([]);
  });
});

describe("what was sent", () => {
  test("names who is enrolled now, and counts who has read it", async () => {
    const [asha, imran, left] = [await makePerson("Asha Rao"), await makePerson("Imran Shaikh"), await makePerson("Zoya Khan")];
    const cohort = await makeCohort(await makePerson("Farida"), [asha, imran, left]);
    const id = uuidv7();
    await saveMessages(cohort, { id, learnerIds: [asha, imran, left], body: "Hello" });
    await saveMessagesRead(asha, [id]);
    await saveMessagesRead(left, [id]);
    await leave(cohort, left);
    expect((await listSent(cohort, null)).messages).toMatchObject([{ id, learners: 2, read: 1, firstName: "Asha Rao", writtenByName: "Farida" }]);
    expect((await findSent(cohort, id))?.deliveries.map(({ name, readAt }) => [name, readAt !== null])).toEqual([
      ["Asha Rao", true],
      ["Imran Shaikh", false],
    ]);
    expect(await findSent(await makeCohort(await makePerson(), []), id)).toBeNull();
    expect((await listRecipients(cohort)).map(({ name }) => name)).toEqual(["Asha Rao", "Imran Shaikh"]);
  });

  test("pages go on where the last ended, also among messages of one moment", async () => {
    const learner = await makePerson();
    const cohort = await makeCohort(await makePerson(), [learner]);
    const writtenAt = new Date();
    const row = () => ({ learnerId: learner, id: uuidv7(), cohortId: cohort.id, body: randomUUID(), writtenAt });
    await db.insert(messages).values(Array.from({ length: 65 }, row));
    for (const list of [(before: string | null) => listSent(cohort, before), (before: string | null) => listReceived(learner, before)]) {
      const seen: string[] = [];
      for (let before: string | null = null, more = true; more; ) {
        const page: { messages: { id: string }[]; more: boolean } = await list(before);
        seen.push(...page.messages.map(({ id }) => id));
        [before, more] = [page.messages.at(-1)?.id ?? null, page.more];
      }
      expect(seen).toHaveLength(65);
      expect(new Set(seen).size).toBe(65);
      expect(seen).toEqual([...seen].sort().reverse());
    }
  });
});

test("a learner reads and marks only their own messages, and the first reading counts", async () => {
  const [learner, other] = [await makePerson(), await makePerson()];
  const cohort = await makeCohort(await makePerson(), [learner, other]);
  const id = uuidv7();
  await saveMessages(cohort, { id, learnerIds: [learner], body: "For you alone" });
  expect(await bodies(other)).toEqual([]);
  await saveMessagesRead(other, [id]);
  expect((await listReceived(learner, null)).messages[0]?.readAt).toBeNull();
  await saveMessagesRead(learner, [id]);
  const first = (await listReceived(learner, null)).messages[0]?.readAt;
  await saveMessagesRead(learner, [id]);
  expect((await listReceived(learner, null)).messages[0]?.readAt).toEqual(first);
});

test("an announcement is read by who learns in the cohort now, and deleted by who wrote it alone", async () => {
  const [learner, teacher, colleague] = [await makePerson(), await makePerson("Farida"), await makePerson()];
  const cohort = await makeCohort(teacher, [learner]);
  await db.insert(enrollments).values({ cohortId: cohort.id, userId: colleague, role: "instructor" });
  const seenByColleague = await findTaughtCohort(cohort.slug, { id: colleague, admin: false });
  const joined = await findJoinedCohort(cohort.slug, learner);
  if (!joined || !seenByColleague) throw new Error("The cohort is not there.");
  const announcement = { id: uuidv7(), body: "The session moves to Friday." };
  await addAnnouncement(cohort, announcement);
  await addAnnouncement(cohort, announcement);
  // Nobody saw the answer, and the words were mended before they were sent again.
  await addAnnouncement(cohort, { ...announcement, body: "The session moves to Saturday." });
  expect((await listAnnouncements(joined)).map(({ body }) => body)).toEqual(["The session moves to Saturday.", "The session moves to Friday."]);
  await removeAnnouncement(cohort, (await listAnnouncements(joined))[0]?.id ?? "");
  await removeAnnouncement(seenByColleague, announcement.id);
  expect(await listAnnouncements(joined)).toMatchObject([{ body: "The session moves to Friday.", writtenByName: "Farida" }]);
  await removeAnnouncement(cohort, announcement.id);
  expect(await listAnnouncements(joined)).toEqual([]);
});
