import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments, invitations, rosterEntries } from "@/db/schema/cohorts";
import { outbox } from "@/db/schema/mail";
import { findTaughtCohort, type TaughtCohort } from "./cohorts";
import { listLearners } from "./enrollments";
import { listInvitations, saveLinkForAddress } from "./invitations";
import { compareRoster, EXPECTED_PER_PAGE, listExpected, listExpectedForExport, removeFromRoster, saveRoster, type RosterLine } from "./roster";

async function makePerson() {
  const person = { id: uuidv7(), name: "A person", email: `${randomUUID()}@example.org` };
  await db.insert(users).values(person);
  return person;
}

async function makeCohort(): Promise<TaughtCohort> {
  const teacher = await makePerson();
  const cohort = { id: uuidv7(), slug: `t-${randomUUID()}`, name: "Evening" };
  await db.insert(cohorts).values({ ...cohort, startsOn: "2026-01-05", endsOn: "2026-06-28", hoursPerWeek: 8 });
  await db.insert(enrollments).values({ cohortId: cohort.id, userId: teacher.id, role: "instructor" });
  const taught = await findTaughtCohort(cohort.slug, { id: teacher.id, admin: false });
  if (!taught) throw new Error("Its instructor finds it.");
  return taught;
}

const line = (change: Partial<RosterLine> = {}): RosterLine => ({ email: `${randomUUID()}@example.org`, name: "Aisha", group: null, ...change });
const entriesOf = (cohort: TaughtCohort) =>
  db
    .select({ email: rosterEntries.email, name: rosterEntries.name, group: rosterEntries.groupName })
    .from(rosterEntries)
    .where(eq(rosterEntries.cohortId, cohort.id))
    .orderBy(rosterEntries.email);
const invitationsOf = (cohort: TaughtCohort) => db.select({ id: invitations.id, email: invitations.email }).from(invitations).where(eq(invitations.cohortId, cohort.id));
const mailTo = (email: string) => db.select({ reason: outbox.reason, about: outbox.about }).from(outbox).where(eq(outbox.address, email));

describe("importing a roster", () => {
  test("adds each new line with one invitation and one mail; the same lines again change nothing", async () => {
    const cohort = await makeCohort();
    const lines = [line({ name: "स्नेहल", group: "B1" }), line({ name: 'O"Brien, \\ {}' })];
    expect(await compareRoster(cohort, lines)).toEqual(["new", "new"]);
    expect(await saveRoster(cohort, lines)).toEqual({ added: 2, changed: 0, invited: 2 });
    expect(await entriesOf(cohort)).toEqual([...lines].sort((a, b) => (a.email < b.email ? -1 : 1)));
    for (const { email } of lines) {
      const [mail, second] = await mailTo(email);
      const invitation = (await invitationsOf(cohort)).find((row) => row.email === email);
      expect(mail).toEqual({ reason: `invitation:${invitation?.id ?? ""}`, about: { cohortId: cohort.id, invitationId: invitation?.id } });
      expect(second).toBeUndefined();
    }

    expect(await compareRoster(cohort, lines)).toEqual(["unchanged", "unchanged"]);
    expect(await saveRoster(cohort, lines)).toEqual({ added: 0, changed: 0, invited: 0 });
    expect(await invitationsOf(cohort)).toHaveLength(2);
  });

  test("twenty times at once invites each address once", async () => {
    const cohort = await makeCohort();
    const lines = Array.from({ length: 30 }, () => line());
    const counts = await Promise.all(Array.from({ length: 20 }, (_, index) => saveRoster(cohort, index % 2 ? lines : [...lines].reverse())));
    expect(counts.reduce((sum, { invited }) => sum + invited, 0)).toBe(30);
    expect(await invitationsOf(cohort)).toHaveLength(30);
  });

  test("knows who joined with an address that they do not have any more", async () => {
    const cohort = await makeCohort();
    const here = await makePerson();
    await db.insert(enrollments).values({ cohortId: cohort.id, userId: here.id, role: "learner", groupName: "B1" });
    const before = line({ group: "B1" });
    await db.insert(rosterEntries).values({ cohortId: cohort.id, email: before.email, name: before.name, groupName: "B1", joinedAs: here.id });
    expect(await listExpected(cohort, 1)).toEqual([]);
    expect(await saveRoster(cohort, [{ ...before, group: "B2" }])).toEqual({ added: 0, changed: 1, invited: 0 });
    expect(await listLearners(cohort)).toMatchObject([{ id: here.id, groupName: "B2" }]);
    await db.update(enrollments).set({ leftAt: new Date() }).where(eq(enrollments.userId, here.id));
    expect(await listExpected(cohort, 1)).toMatchObject([{ email: before.email }]);
  });

  test("changes names and groups, of people enrolled too, and invites nobody twice", async () => {
    const cohort = await makeCohort();
    const [here, gone] = [await makePerson(), await makePerson()];
    await db.insert(enrollments).values([
      { cohortId: cohort.id, userId: here.id, role: "learner", groupName: "by hand" },
      { cohortId: cohort.id, userId: gone.id, role: "learner", leftAt: new Date() },
    ]);
    const lines = [line({ email: here.email, group: "B1" }), line({ email: gone.email }), line()];
    expect(await saveRoster(cohort, lines)).toEqual({ added: 3, changed: 0, invited: 2 });
    expect(await listLearners(cohort)).toMatchObject([{ id: here.id, groupName: "B1" }]);

    const changed = lines.map((row, index) => (index === 2 ? row : { ...row, group: "B2" }));
    expect(await compareRoster(cohort, changed)).toEqual(["changed", "changed", "unchanged"]);
    expect(await saveRoster(cohort, changed)).toEqual({ added: 0, changed: 2, invited: 0 });
    expect(await listLearners(cohort)).toMatchObject([{ groupName: "B2" }]);
    expect(await invitationsOf(cohort)).toHaveLength(2);
  });

  test("is all or nothing, and touches no other cohort", async () => {
    const [cohort, other] = [await makeCohort(), await makeCohort()];
    const shared = line();
    await saveRoster(other, [shared]);
    const twice = line();
    await expect(saveRoster(cohort, [shared, twice, { ...twice, name: "Other" }])).rejects.toMatchObject({ cause: { code: "21000" } });
    expect(await entriesOf(cohort)).toEqual([]);
    expect(await invitationsOf(cohort)).toEqual([]);
    await saveRoster(cohort, [{ ...shared, name: "Here" }]);
    expect(await entriesOf(other)).toEqual([shared]);
  });

  test("of 5,000 lines stays within the time a statement has", async () => {
    const cohort = await makeCohort();
    const lines = Array.from({ length: 5000 }, () => line({ group: "B1" }));
    expect(await saveRoster(cohort, lines)).toEqual({ added: 5000, changed: 0, invited: 5000 });
    expect((await compareRoster(cohort, lines)).every((change) => change === "unchanged")).toBe(true);
    await db.delete(outbox).where(sql`${outbox.about}->>'cohortId' = ${cohort.id}`);
    await db.delete(cohorts).where(eq(cohorts.id, cohort.id));
  });
});

describe("who is expected", () => {
  test("is whoever is on the roster and not enrolled, with what became of the invitation", async () => {
    const cohort = await makeCohort();
    const here = await makePerson();
    await db.insert(enrollments).values({ cohortId: cohort.id, userId: here.id, role: "learner" });
    const [aisha, binod] = [line({ name: "Aisha" }), line({ name: "Binod", group: "B1" })];
    await saveRoster(cohort, [line({ email: here.email }), binod, aisha]);
    await saveLinkForAddress(cohort, { email: binod.email, code: randomUUID() });
    expect(await listExpected(cohort, 1)).toEqual([
      { email: aisha.email, name: "Aisha", groupName: null, mail: "waiting", invited: true, total: 2 },
      { email: binod.email, name: "Binod", groupName: "B1", mail: null, invited: true, total: 2 },
    ]);
    expect(await listInvitations(cohort)).toEqual([]);
  });

  test("comes page by page", async () => {
    const cohort = await makeCohort();
    await saveRoster(cohort, Array.from({ length: EXPECTED_PER_PAGE + 10 }, () => line()));
    const pages = await Promise.all([1, 2, 3].map((page) => listExpected(cohort, page)));
    expect(pages.map((page) => page.length)).toEqual([EXPECTED_PER_PAGE, 10, 0]);
    expect(new Set(pages.flat().map(({ email }) => email)).size).toBe(EXPECTED_PER_PAGE + 10);
  });

  test("is exported once each, in pages that go on by name and address", async () => {
    const [cohort, other] = [await makeCohort(), await makeCohort()];
    await saveRoster(other, [line()]);
    await saveRoster(cohort, Array.from({ length: 1_001 }, (_, index) => line({ name: ["=1+1", "Aisha", "स्नेहल"][index % 3] })));
    const here = line();
    await saveRoster(cohort, [here]);
    const person = { id: uuidv7(), name: "Here", email: here.email };
    await db.insert(users).values(person);
    await db.insert(enrollments).values({ cohortId: cohort.id, userId: person.id, role: "learner" });

    const seen: string[] = [];
    for (let page = await listExpectedForExport(cohort, null); page.length > 0; page = await listExpectedForExport(cohort, page.at(-1) ?? null)) {
      expect(page.length).toBeLessThanOrEqual(500);
      seen.push(...page.map(({ email }) => email));
    }
    expect(seen).toHaveLength(1_001);
    expect(new Set(seen).size).toBe(1_001);
    expect(seen).not.toContain(here.email);
    expect(seen.slice(0, EXPECTED_PER_PAGE)).toEqual((await listExpected(cohort, 1)).map(({ email }) => email));
  });

  test("is no more once taken out, here only, and the invitation goes too", async () => {
    const [cohort, other] = [await makeCohort(), await makeCohort()];
    const both = line();
    for (const each of [cohort, other]) await saveRoster(each, [both]);
    for (let time = 0; time < 2; time += 1) await removeFromRoster(cohort, both.email);
    expect(await listExpected(cohort, 1)).toEqual([]);
    expect(await listExpected(other, 1)).toHaveLength(1);
    expect(await listInvitations(cohort)).toMatchObject([{ email: both.email, state: "revoked", mail: null }]);
    expect(await mailTo(both.email)).toHaveLength(1);
  });
});
