import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { applications, jobSources, listings, postings } from "@/db/schema/jobs";
import {
  addApplication,
  countSharedStages,
  findApplication,
  findListingToSave,
  findShare,
  listApplications,
  listApplicationsForExport,
  listNextActions,
  listStages,
  removeApplication,
  removeNextAction,
  saveApplicationFields,
  saveListingAsApplication,
  saveShare,
  saveStage,
  type Application,
  type TypedApplication,
} from "./applications";
import { findTaughtCohort, type TaughtCohort } from "./cohorts";
import { writeWhileErased } from "./while-erased";

const TODAY = "2026-11-23";
const madeListings: string[] = [];
const madeSources: string[] = [];

// They would stand among the listings of whoever looks at this database.
afterAll(async () => {
  await db.delete(listings).where(inArray(listings.id, madeListings));
  await db.delete(jobSources).where(inArray(jobSources.id, madeSources));
});

async function makePerson(): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, name: "A learner", email: `${randomUUID()}@example.org` });
  return id;
}

async function wordsOf(learner: string, id: string): Promise<Application> {
  const application = await findApplication(learner, id);
  if (!application) throw new Error("There is no such application.");
  return application;
}

async function makeListing(change: Partial<typeof listings.$inferInsert> = {}): Promise<string> {
  const id = uuidv7();
  madeListings.push(id);
  const base = { slug: id, identity: id, title: "Junior back-end developer", company: "Kaveri Software", hash: id, description: "", words: "" };
  await db.insert(listings).values({ id, ...base, places: [], placeKeys: [], remote: false, postedAt: new Date(), asks: [], skills: [], ...change });
  return id;
}

const typed = (change: Partial<TypedApplication> = {}): TypedApplication => ({
  id: uuidv7(), title: "API developer", company: "Mango Ledger", url: null, stage: "saved", appliedOn: null, contact: "", nextAction: "", nextOn: null, notes: "", ...change,
});

const stagesOf = async (userId: string, id: string) => (await listStages(userId, id)).map(({ stage }) => stage);

test("a stage that is said while the person is erased holds nothing up", async () => {
  const learner = await makePerson();
  const id = await addApplication(learner, typed());
  await writeWhileErased(learner, () => saveStage(learner, { id, stage: "interview", today: TODAY }));
});

describe("an application of a listing", () => {
  test("is one however often and however fast the listing is saved, with one stage in its history", async () => {
    const [learner, listing] = [await makePerson(), await makeListing()];
    const ids = await Promise.all(Array.from({ length: 8 }, () => saveListingAsApplication(learner, listing)));
    ids.push(await saveListingAsApplication(learner, listing));
    expect(new Set(ids).size).toBe(1);
    expect(await listApplications(learner, "next")).toMatchObject([{ id: ids[0], title: "Junior back-end developer", company: "Kaveri Software", stage: "saved" }]);
    expect(await stagesOf(learner, ids[0] ?? "")).toEqual(["saved"]);
  });

  test("is each person’s own, and saving it again changes nothing in it", async () => {
    const [learner, other, listing] = [await makePerson(), await makePerson(), await makeListing()];
    const id = (await saveListingAsApplication(learner, listing)) ?? "";
    await saveStage(learner, { id, stage: "interview", today: TODAY });
    const before = await findApplication(learner, id);
    expect(await saveListingAsApplication(other, listing)).not.toBe(id);
    expect(await saveListingAsApplication(learner, listing)).toBe(id);
    expect(await findApplication(learner, id)).toEqual(before);
  });

  test("takes the address at which one applies from a posting that is open", async () => {
    const [learner, listing] = [await makePerson(), await makeListing()];
    for (const [url, closedAt] of [["https://old.example/apply", new Date()], ["https://kaveri.example/apply", null]] as const) {
      const sourceId = uuidv7();
      madeSources.push(sourceId);
      await db.insert(jobSources).values({ id: sourceId, name: "A source", format: "by-hand" });
      await db.insert(postings).values({ sourceId, externalId: "1", listingId: listing, applyUrl: url, hash: "x", closedAt });
    }
    const id = (await saveListingAsApplication(learner, listing)) ?? "";
    expect(await findApplication(learner, id)).toMatchObject({ url: "https://kaveri.example/apply" });
  });

  test("stays with title and company when the listing closes and when it is gone, and says that it closed", async () => {
    const [learner, listing] = [await makePerson(), await makeListing()];
    const id = (await saveListingAsApplication(learner, listing)) ?? "";
    expect((await findApplication(learner, id))?.listing).toEqual({ slug: listing, closed: false });
    await db.update(listings).set({ closedAt: new Date() }).where(eq(listings.id, listing));
    expect((await listApplications(learner, "changed"))[0]?.listing).toEqual({ slug: listing, closed: true });
    expect(await findListingToSave(listing)).toMatchObject({ closed: true });
    await db.delete(listings).where(eq(listings.id, listing));
    expect(await findApplication(learner, id)).toMatchObject({ title: "Junior back-end developer", company: "Kaveri Software", listing: null });
  });

  test("is not made of a listing that does not exist", async () => {
    expect(await saveListingAsApplication(await makePerson(), uuidv7())).toBeNull();
    expect(await findListingToSave(uuidv7())).toBeNull();
  });

  test("a listing whose last day has passed counts as closed", async () => {
    expect(await findListingToSave(await makeListing({ validUntil: new Date(Date.now() - 1000) }))).toMatchObject({ closed: true });
  });
});

describe("an application that was typed", () => {
  test("is one when the same form comes twice, and another one when its words are others", async () => {
    const learner = await makePerson();
    const form = typed({ stage: "applied", appliedOn: "2026-11-20", nextAction: "Call", nextOn: "2026-12-01" });
    const made = await Promise.all([addApplication(learner, form), addApplication(learner, form)]);
    expect([...made, await addApplication(learner, form)]).toEqual([form.id, form.id, form.id]);
    expect(await stagesOf(learner, form.id)).toEqual(["applied"]);
    const other = await addApplication(learner, { ...form, notes: "By train" });
    expect(other).not.toBe(form.id);
    expect(await findApplication(learner, form.id)).toMatchObject({ notes: "", nextOn: "2026-12-01", appliedOn: "2026-11-20", listing: null });
    expect(await findApplication(learner, other)).toMatchObject({ notes: "By train", stage: "applied" });
  });

  test("is listed by next action, by company and by what changed last", async () => {
    const learner = await makePerson();
    const companies = async (sort: "next" | "company" | "changed") => (await listApplications(learner, sort)).map(({ company }) => company);
    for (const [company, nextOn] of [["banyan", null], ["Areca", "2026-12-02"], ["Cedar", "2026-12-01"]] as const) {
      await addApplication(learner, typed({ company, nextOn, nextAction: nextOn ? "Call" : "" }));
    }
    expect(await companies("next")).toEqual(["Cedar", "Areca", "banyan"]);
    expect(await companies("company")).toEqual(["Areca", "banyan", "Cedar"]);
    expect(await companies("changed")).toEqual(["Cedar", "Areca", "banyan"]);
  });

  test("is in the file once, page after page", async () => {
    const learner = await makePerson();
    for (let made = 0; made < 3; made += 1) await addApplication(learner, typed());
    const [first, ...rest] = await listApplicationsForExport(learner, null);
    expect((await listApplicationsForExport(learner, first?.id ?? null)).map(({ id }) => id)).toEqual(rest.map(({ id }) => id));
    expect(await listApplicationsForExport(learner, rest.at(-1)?.id ?? null)).toEqual([]);
  });
});

describe("a stage", () => {
  test("gets one row of history for each change, and none when it is the same", async () => {
    const learner = await makePerson();
    const id = await addApplication(learner, typed());
    const move = (stage: "applied" | "saved") => saveStage(learner, { id, stage, today: TODAY });
    expect(new Set(await Promise.all(Array.from({ length: 8 }, () => move("applied"))))).toEqual(new Set([true]));
    expect(await stagesOf(learner, id)).toEqual(["saved", "applied"]);
    expect(await findApplication(learner, id)).toMatchObject({ stage: "applied", appliedOn: TODAY });
    await move("saved");
    await move("saved");
    expect(await stagesOf(learner, id)).toEqual(["saved", "applied", "saved"]);
  });

  test("of applied keeps the day that was written before, and other fields do not touch the history", async () => {
    const learner = await makePerson();
    const { id, ...form } = typed({ appliedOn: "2026-11-01" });
    await addApplication(learner, { ...form, id });
    await saveStage(learner, { id, stage: "applied", today: TODAY });
    const was = await wordsOf(learner, id);
    expect(await saveApplicationFields(learner, { id, was, fields: { ...form, notes: "Two rounds" } })).toBe(true);
    expect(await findApplication(learner, id)).toMatchObject({ stage: "applied", appliedOn: "2026-11-01", notes: "Two rounds" });
    expect(await stagesOf(learner, id)).toEqual(["saved", "applied"]);
  });
});

describe("what a form replaces", () => {
  test("is what it began with and nothing that was written since, whatever the stage; what is sent twice is saved once", async () => {
    const learner = await makePerson();
    const { id, ...form } = typed({ nextAction: "Call", nextOn: TODAY, appliedOn: TODAY });
    await addApplication(learner, { ...form, id });
    const opened = await wordsOf(learner, id);
    await saveStage(learner, { id, stage: "interview", today: TODAY });
    const fields = { ...form, notes: "Two rounds" };
    expect(await saveApplicationFields(learner, { id, was: opened, fields })).toBe(true);
    // No answer came, so it is sent again.
    expect(await saveApplicationFields(learner, { id, was: opened, fields })).toBe(true);
    expect(await saveApplicationFields(learner, { id, was: opened, fields: form })).toBe(false);
    await removeNextAction(learner, { id, nextAction: "Call", nextOn: TODAY });
    expect(await saveApplicationFields(learner, { id, was: { ...opened, ...fields }, fields: { ...fields, contact: "Ms Rao" } })).toBe(false);
    expect(await findApplication(learner, id)).toMatchObject({ nextAction: "", nextOn: null, notes: "Two rounds", contact: "" });
  });

  test("is replaced by one of those that were sent at once", async () => {
    const learner = await makePerson();
    const { id, ...form } = typed();
    await addApplication(learner, { ...form, id });
    const was = await wordsOf(learner, id);
    const answers = await Promise.all(["One", "Two", "Three"].map((notes) => saveApplicationFields(learner, { id, was, fields: { ...form, notes } })));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });
});

describe("next actions", () => {
  test("are those with a day, up to a day, of applications that are not closed", async () => {
    const learner = await makePerson();
    for (const [title, nextOn, stage] of [["late", "2026-11-20", "saved"], ["today", TODAY, "offer"], ["soon", "2026-11-24", "saved"], ["closed", "2026-11-20", "closed"]] as const) {
      await addApplication(learner, typed({ title, nextOn, stage, nextAction: "Call" }));
    }
    await addApplication(learner, typed({ title: "some day", nextAction: "Call" }));
    const titles = async (until: string | null) => (await listNextActions(learner, until)).map(({ title }) => title);
    expect(await titles(TODAY)).toEqual(["late", "today"]);
    expect(await titles(null)).toEqual(["late", "today", "soon"]);
  });

  test("that are done go away, and one that was written since stays", async () => {
    const learner = await makePerson();
    const first = { nextAction: "Call", nextOn: "2026-11-20" };
    const { id, ...form } = typed(first);
    await addApplication(learner, { ...form, id });
    await removeNextAction(learner, { id, nextAction: "Call", nextOn: "2026-11-21" });
    expect(await findApplication(learner, id)).toMatchObject(first);
    await removeNextAction(learner, { id, ...first });
    expect(await findApplication(learner, id)).toMatchObject({ nextAction: "", nextOn: null });
    await saveApplicationFields(learner, { id, was: await wordsOf(learner, id), fields: { ...form, nextAction: "Write", nextOn: "2026-11-30" } });
    await removeNextAction(learner, { id, ...first });
    expect(await findApplication(learner, id)).toMatchObject({ nextAction: "Write", nextOn: "2026-11-30" });
  });
});

describe("another person’s application", () => {
  test("is not found and cannot be changed, moved, finished or removed, even with its id", async () => {
    const [learner, other] = [await makePerson(), await makePerson()];
    const { id, ...form } = typed({ nextAction: "Call", nextOn: "2026-11-20" });
    await addApplication(learner, { ...form, id });
    const before = await findApplication(learner, id);

    expect(await findApplication(other, id)).toBeNull();
    expect(await listStages(other, id)).toEqual([]);
    expect(await saveApplicationFields(other, { id, was: await wordsOf(learner, id), fields: { ...form, title: "Taken" } })).toBe(false);
    expect(await saveStage(other, { id, stage: "closed", today: TODAY })).toBe(false);
    await removeNextAction(other, { id, nextAction: "Call", nextOn: "2026-11-20" });
    await removeApplication(other, id);
    expect([await listApplications(other, "next"), await listNextActions(other, null), await listApplicationsForExport(other, null)]).toEqual([[], [], []]);

    expect(await findApplication(learner, id)).toEqual(before);
    expect(await stagesOf(learner, id)).toEqual(["saved"]);
    // The same id is another application of another person.
    await addApplication(other, { ...form, id, title: "Own" });
    expect(await findApplication(learner, id)).toEqual(before);
  });

  test("removing one’s own takes its history with it, and twice is the same", async () => {
    const learner = await makePerson();
    const id = await addApplication(learner, typed());
    await removeApplication(learner, id);
    await removeApplication(learner, id);
    expect([await findApplication(learner, id), await stagesOf(learner, id)]).toEqual([null, []]);
  });
});

describe("counts for instructors", () => {
  async function makeCohort(teacher: string, learner: string): Promise<{ id: string; slug: string; seenBy: (viewer: string, admin?: boolean) => Promise<TaughtCohort | null> }> {
    const cohort = { id: uuidv7(), slug: `test-${randomUUID()}` };
    await db.insert(cohorts).values({ ...cohort, name: "Evening", startsOn: "2026-01-01", endsOn: "2027-12-31", hoursPerWeek: 8 });
    await db.insert(enrollments).values([
      { cohortId: cohort.id, userId: teacher, role: "instructor" },
      { cohortId: cohort.id, userId: learner, role: "learner" },
    ]);
    return { ...cohort, seenBy: (id, admin = false) => findTaughtCohort(cohort.slug, { id, admin }) };
  }

  test("are given only while the learner shares them, and are nothing but counts", async () => {
    const [teacher, learner] = [await makePerson(), await makePerson()];
    const cohort = await (await makeCohort(teacher, learner)).seenBy(teacher);
    if (!cohort) throw new Error("The instructor does not see the cohort.");
    for (const stage of ["saved", "saved", "applied", "closed"] as const) await addApplication(learner, typed({ stage }));
    expect(await countSharedStages(cohort, learner)).toBeNull();
    await saveShare(learner, true);
    await saveShare(learner, true);
    expect(await findShare(learner)).toBeInstanceOf(Date);
    expect(await countSharedStages(cohort, learner)).toEqual({ saved: 2, applied: 1, interview: 0, offer: 0, closed: 1 });
    await saveShare(learner, false);
    expect([await countSharedStages(cohort, learner), await findShare(learner)]).toEqual([null, null]);
  });

  test("are zeros, not nothing, for somebody who shares and has no application", async () => {
    const [teacher, learner] = [await makePerson(), await makePerson()];
    const cohort = await (await makeCohort(teacher, learner)).seenBy(teacher);
    if (!cohort) throw new Error("The instructor does not see the cohort.");
    await saveShare(learner, true);
    expect(await countSharedStages(cohort, learner)).toEqual({ saved: 0, applied: 0, interview: 0, offer: 0, closed: 0 });
  });

  test("are not for the instructor of another cohort, an admin, or somebody who no longer teaches or learns there", async () => {
    const [teacher, other, learner, admin] = [await makePerson(), await makePerson(), await makePerson(), await makePerson()];
    const [mine, theirs] = [await makeCohort(teacher, learner), await makeCohort(other, await makePerson())];
    await saveShare(learner, true);
    await addApplication(learner, typed());
    const [seen, elsewhere, asAdmin] = [await mine.seenBy(teacher), await theirs.seenBy(other), await mine.seenBy(admin, true)];
    if (!seen || !elsewhere || !asAdmin) throw new Error("The cohorts are not seen.");
    expect(await countSharedStages(seen, learner)).not.toBeNull();
    expect(await countSharedStages(elsewhere, learner)).toBeNull();
    expect(await countSharedStages(asAdmin, learner)).toBeNull();
    await db.update(enrollments).set({ leftAt: new Date() }).where(eq(enrollments.userId, teacher));
    expect(await countSharedStages(seen, learner)).toBeNull();
    await db.update(enrollments).set({ leftAt: null }).where(eq(enrollments.userId, teacher));
    await db.update(enrollments).set({ leftAt: new Date() }).where(eq(enrollments.userId, learner));
    expect(await countSharedStages(seen, learner)).toBeNull();
  });
});

test("an account that is erased takes its applications, history and share with it", async () => {
  const learner = await makePerson();
  const id = await addApplication(learner, typed());
  await saveShare(learner, true);
  await db.delete(users).where(eq(users.id, learner));
  expect([await db.select({ id: applications.id }).from(applications).where(eq(applications.userId, learner)), await stagesOf(learner, id), await findShare(learner)]).toEqual([[], [], null]);
});
