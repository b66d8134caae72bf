import { createHash, randomUUID } from "node:crypto";
import path from "node:path";
import { inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/accounts";
import { cohorts, enrollments, invitations, messages, notes, waivers } from "@/db/schema/cohorts";
import { files, submissions } from "@/db/schema/evidence";
import { applications, jobSources, listings, savedSearches } from "@/db/schema/jobs";
import { plans } from "@/db/schema/plans";
import { itemProgress } from "@/db/schema/progress";
import { makeInvitationCode } from "@/lib/cohorts/invitation";
import { calendarPath, makeCalendarSecret } from "@/lib/plan/calendar";
import { cookieOf, type Person } from "./fixtures";

/** A classmate may confirm it. */
const PEER_ITEM = "functions-and-modules";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/** A cohort with an instructor and a learner, and one thing of each kind that is about the learner. Every text of theirs holds the canary. */
export async function makeWorld(canary: string) {
  const [instructor, learner, classmate] = await Promise.all([makePerson("Farida Qureshi"), makePerson(`Sneha ${canary}`), makePerson("Arjun Nair")]);
  const cohort = { id: uuidv7(), slug: `test-${randomUUID()}` };
  const userId = learner.id;
  const ids = { file: uuidv7(), submission: uuidv7(), message: uuidv7(), note: uuidv7(), waiver: uuidv7(), application: uuidv7(), search: uuidv7(), source: uuidv7(), listing: uuidv7() };
  const [secret, code] = [makeCalendarSecret(), makeInvitationCode()];
  await db.insert(cohorts).values({ ...cohort, name: `Cohort ${canary}`, startsOn: "2026-01-01", endsOn: "2027-12-31", hoursPerWeek: 8 });
  await db.insert(enrollments).values([
    { cohortId: cohort.id, userId: instructor.id, role: "instructor" },
    { cohortId: cohort.id, userId, role: "learner" },
    { cohortId: cohort.id, userId: classmate.id, role: "learner" },
  ]);
  await db.insert(itemProgress).values({ userId, itemId: PEER_ITEM, state: "doing", strength: 2, clock: 1, opId: uuidv7() });
  await db.insert(files).values({ userId, id: ids.file, name: `${canary}.txt`, type: "text/plain", size: canary.length, content: Buffer.from(canary) });
  await db.insert(submissions).values({ userId, id: ids.submission, itemId: PEER_ITEM, version: 1, kind: "file", body: "", fileId: ids.file, state: "handed-in", handedInAt: new Date() });
  await db.insert(messages).values({ learnerId: userId, id: ids.message, cohortId: cohort.id, body: `Message ${canary}` });
  await db.insert(notes).values({ cohortId: cohort.id, id: ids.note, learnerId: userId, body: `Note ${canary}`, writtenBy: instructor.id });
  await db.insert(waivers).values({ cohortId: cohort.id, id: ids.waiver, learnerId: userId, itemId: PEER_ITEM, state: "known", reason: `Reason ${canary}`, givenBy: instructor.id });
  await db.insert(jobSources).values({ id: ids.source, name: `Source ${ids.source}`, format: "json", state: "paused" });
  await db.insert(listings).values({ id: ids.listing, slug: ids.listing, identity: ids.listing, hash: ids.listing, title: "Backend Developer", company: "Mango Ledger", words: "", places: [], placeKeys: [], remote: false, postedAt: new Date(), description: "<p>Payouts.</p>", asks: [], skills: [] });
  await db.insert(applications).values({ userId, id: ids.application, title: "Backend Developer", company: `Company ${canary}`, notes: `Notes ${canary}`, nextAction: "Write", nextOn: "2026-12-24" });
  await db.insert(savedSearches).values({ userId, id: ids.search, name: `Search ${canary}`, query: "q=python" });
  await db.insert(plans).values({ userId, hoursPerWeek: 8, calendarHash: hash(secret) });
  const session = hash(randomUUID());
  await db.insert(sessions).values({ idHash: session, userId, device: `Device ${canary}` });
  await db.insert(invitations).values({ cohortId: cohort.id, id: uuidv7(), codeHash: hash(code), role: "learner", usesAllowed: 1, expiresAt: new Date(Date.now() + 86_400_000), createdBy: instructor.id });
  return { canary, cohort, instructor, learner, classmate, secret, code, session, ...ids };
}

export type World = Awaited<ReturnType<typeof makeWorld>>;

export async function makePerson(name: string, { admin = false } = {}): Promise<Person> {
  const person = { id: uuidv7(), name };
  await db.insert(users).values({ ...person, admin, email: `${randomUUID()}@example.org` });
  return person;
}

export async function removeWorld(world: World, others: readonly Person[]): Promise<void> {
  await db.delete(cohorts).where(inArray(cohorts.id, [world.cohort.id]));
  await db.delete(users).where(inArray(users.id, [world.instructor, world.learner, world.classmate, ...others].map(({ id }) => id)));
  await db.delete(jobSources).where(inArray(jobSources.id, [world.source]));
  await db.delete(listings).where(inArray(listings.id, [world.listing]));
}

/** An address of the matrix with the ids of a world in it. */
export function fill(address: string, world: World): string {
  const parts: Record<string, string> = {
    cohort: world.cohort.slug,
    learner: world.learner.id,
    person: world.learner.id,
    submission: world.submission,
    message: world.message,
    file: world.file,
    source: world.source,
    application: world.application,
    listing: world.listing,
    secret: path.basename(calendarPath(world.secret)),
    code: world.code,
    item: PEER_ITEM,
    role: "backend-developer",
    step: "testing",
    language: "python",
    skill: "testing",
    part: "submissions.csv",
  };
  const filled = address.replace("/roadmap/[step]/[item]", "/roadmap/testing/test-first");
  return filled.replace(/\[(\w+)\]/g, (_, name: string) => parts[name] ?? name);
}

/** All that stands about the learner of a world and about the cohort, as one text: equal when nobody touched it. A classmate may leave. */
export async function readAll({ learner, cohort, classmate }: World): Promise<string> {
  const [row] = await db.execute<{ all: string }>(sql`
    select concat_ws(' ',
      (select string_agg(t::text, ' ' order by id) from submissions t where user_id = ${learner.id}),
      (select string_agg(t::text, ' ' order by item_id) from item_progress t where user_id = ${learner.id}),
      (select string_agg(t::text, ' ' order by op_id) from progress_operations t where user_id = ${learner.id}),
      (select string_agg(t::text, ' ' order by id) from item_proofs t where user_id = ${learner.id}),
      (select string_agg(t::text, ' ' order by id) from reviews t where user_id = ${learner.id}),
      (select string_agg(t::text, ' ' order by id) from messages t where learner_id = ${learner.id}),
      (select string_agg(t::text, ' ' order by id) from notes t where learner_id = ${learner.id}),
      (select string_agg(t::text, ' ' order by id) from waivers t where learner_id = ${learner.id}),
      (select string_agg(t::text, ' ' order by id) from applications t where user_id = ${learner.id}),
      (select string_agg(t::text, ' ' order by id) from saved_searches t where user_id = ${learner.id}),
      (select string_agg(t::text, ' ' order by id_hash) from sessions t where user_id = ${learner.id}),
      (select string_agg(t::text, ' ') from plans t where user_id = ${learner.id}),
      (select string_agg(t::text, ' ' order by user_id) from enrollments t where cohort_id = ${cohort.id} and user_id <> ${classmate.id}),
      (select string_agg(t::text, ' ' order by id) from invitations t where cohort_id = ${cohort.id})
    ) as all`);
  return row?.all ?? "";
}

export const cookiesOf = async (people: Record<string, Person | null>): Promise<Record<string, string>> =>
  Object.fromEntries(await Promise.all(Object.entries(people).map(async ([who, person]) => [who, person ? await cookieOf(person) : ""] as const)));
