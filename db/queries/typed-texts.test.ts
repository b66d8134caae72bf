import { randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { newApplicationInput } from "@/lib/applications/input";
import { readAuditView } from "@/lib/audit/view";
import { signInInput, signUpInput } from "@/lib/auth/input";
import { hashPassword, passwordMatches } from "@/lib/auth/password";
import { noteInput } from "@/lib/cohorts/learner-input";
import { groupInput } from "@/lib/cohorts/input";
import { evidenceInput } from "@/lib/evidence/input";
import { KEPT, TWINS } from "@/lib/fixtures/texts";
import { announcementInput, messageInput } from "@/lib/mail/input";
import { addUser } from "./accounts";
import { addAnnouncement } from "./announcements";
import { addApplication, findApplication } from "./applications";
import { addAuditEvent } from "./audit";
import { listAuditEvents } from "./audit-log";
import { findTaughtCohort, findTaughtLearner } from "./cohorts";
import { listLearners, saveGroup } from "./enrollments";
import { listOwnVersions, saveEvidence } from "./evidence";
import { listReceived, saveMessages } from "./messages";
import { listNotes, saveNote } from "./notes-and-waivers";
import { findPasswordAccount } from "./tries";

const PASSWORD = "three quiet mangoes";

/** Through the form of signing up, and then an instructor of a cohort in which they learn. */
async function makeLearner(name: string) {
  const person = signUpInput.parse({ name, email: `${randomUUID()}@example.org`, password: PASSWORD });
  const learner = await addUser({ name: person.name, email: person.email, passwordHash: "none" });
  const teacher = uuidv7();
  await db.insert(users).values({ id: teacher, name: "Farida", email: `${randomUUID()}@example.org` });
  const cohort = { id: uuidv7(), slug: randomUUID(), name: "A cohort", startsOn: "2026-01-01", endsOn: "2026-12-31", hoursPerWeek: 8 };
  await db.insert(cohorts).values(cohort);
  await db.insert(enrollments).values([{ cohortId: cohort.id, userId: teacher, role: "instructor" }, { cohortId: cohort.id, userId: learner ?? "", role: "learner" }]);
  const taught = await findTaughtCohort(cohort.slug, { id: teacher, admin: false });
  const found = taught && learner && (await findTaughtLearner(taught, learner));
  if (!found) throw new Error("The learner is not there.");
  return { taught, learner: found };
}

describe("what was written is read", () => {
  test.each(KEPT)("%j, as a name, in a note, as evidence, in a message, an announcement and an application, as a group", async (text) => {
    const { taught, learner } = await makeLearner(text);
    const { id } = learner;
    await saveNote(learner, noteInput.parse({ learner: id, id: uuidv7(), body: text }));
    await saveMessages(taught, { ...messageInput.parse({ id: uuidv7(), to: [id], body: text }), learnerIds: [id] });
    await addAnnouncement(taught, announcementInput.parse({ id: uuidv7(), body: text }));
    await saveGroup(taught, { learnerId: id, groupName: groupInput.parse({ person: id, group: text.slice(0, 60) }).group });
    await saveEvidence({ userId: id, file: null, ...evidenceInput.parse({ item: "shell-basics", kind: "text", link: "", text, repo: "", commit: "", then: "hand-in" }) });
    const application = await addApplication(id, newApplicationInput.parse({ id: uuidv7(), stage: "applied", title: text, company: text, url: "", appliedOn: "", contact: text, nextAction: text, nextOn: "", notes: text }));

    expect((await listNotes(learner))[0]?.body).toBe(text);
    expect((await listReceived(id, null)).messages[0]?.body).toBe(text);
    expect(await listLearners(taught)).toMatchObject([{ name: text, groupName: text.slice(0, 60) }]);
    expect((await listOwnVersions(id, "shell-basics"))[0]?.body).toBe(text);
    expect(await findApplication(id, application)).toMatchObject({ title: text, company: text, contact: text, nextAction: text, notes: text });
  });
});

test.each(TWINS)("a person called %j is found under %j", async (nfc, nfd) => {
  const { learner } = await makeLearner(nfd);
  await addAuditEvent({ actorId: learner.id, action: "learner.read", personId: learner.id });
  for (const who of [nfc, nfd]) {
    const events = await listAuditEvents(readAuditView({ who }), { limit: 1_000, timeZone: "Asia/Kolkata" });
    expect(events.filter(({ personName }) => personName === nfc).length).toBeGreaterThan(0);
  }
});

describe("a password", () => {
  async function signIn(email: string, password: string): Promise<boolean> {
    const given = signInInput.parse({ email, password });
    const account = await findPasswordAccount(given.email, null);
    return passwordMatches(given.password, account?.passwordHash ?? null);
  }

  async function signUp(password: string): Promise<string> {
    const person = signUpInput.parse({ name: "Sneha", email: `${randomUUID()}@example.org`, password });
    await addUser({ name: person.name, email: person.email, passwordHash: await hashPassword(person.password) });
    return person.email;
  }

  test.each(TWINS)("%j chosen on one keyboard is the %j of another", async (nfc, nfd) => {
    const [one, other] = [await signUp(`${nfc}, quiet mango`), await signUp(`${nfd}, quiet mango`)];
    for (const email of [one, other]) {
      for (const twin of [nfc, nfd]) expect(await signIn(email, `${twin}, quiet mango`)).toBe(true);
      expect(await signIn(email, `${nfc}, quiet Mango`)).toBe(false);
    }
  });

  test.each([["a letter", "mango-", "x", "y"], ["Devanagari", "आम-", "क", "ख"], ["an emoji", "🥭-", "🌧", "🌨"]])("of 72 bytes is not the one of 73 that begins alike, nor another one in %s", async (_, begin, last, otherLast) => {
    const of72 = begin + "ab".repeat(36).slice(0, 72 - Buffer.byteLength(begin));
    expect(Buffer.byteLength(of72)).toBe(72);
    const email = await signUp(of72);
    expect(await signIn(email, of72)).toBe(true);
    expect(await signIn(email, `${of72}c`)).toBe(false);
    const longer = await signUp(of72 + last);
    expect(await signIn(longer, of72 + last)).toBe(true);
    for (const wrong of [of72, of72 + otherLast, `${of72}${last}c`]) expect(await signIn(longer, wrong)).toBe(false);
  });
});
