import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { findPerson, listCohortsOf, listPeople } from "./people";

type Made = { id: string; name: string; email: string };

async function makePerson(name: string, more: Partial<typeof users.$inferInsert> = {}): Promise<Made> {
  const person = { id: uuidv7(), name, email: `${randomUUID()}@example.org` };
  await db.insert(users).values({ ...person, ...more });
  return person;
}

async function makeCohort(name: string, people: { userId: string; role: "learner" | "instructor" }[]): Promise<void> {
  const id = uuidv7();
  await db.insert(cohorts).values({ id, slug: `t-${randomUUID()}`, name, startsOn: "2026-01-05", endsOn: "2026-06-28", hoursPerWeek: 8 });
  await db.insert(enrollments).values(people.map((person) => ({ ...person, cohortId: id })));
}

const find = async (who: string) => (await listPeople({ who, kind: null, after: null }, 50)).map(({ id }) => id);

describe("the list of people", () => {
  test("finds a part of a name or of an address, whatever its case, and takes no sign for a pattern", async () => {
    const mark = randomUUID();
    const [sneha, ravi] = [await makePerson(`स्नेहा Sneha ${mark}`), await makePerson(`Ravi 100%_${mark}`)];
    expect(await find(`SNEHA ${mark}`)).toEqual([sneha.id]);
    expect(await find(`स्नेहा sneha ${mark}`)).toEqual([sneha.id]);
    expect(await find(ravi.email.slice(3, 30).toUpperCase())).toEqual([ravi.id]);
    expect(await find(`0%_${mark}`)).toEqual([ravi.id]);
    expect(await find(`1%0_${mark}`)).toEqual([]);
    expect(await find(`\\${mark}`)).toEqual([]);
  });

  test("of instructors has whoever may make cohorts or teaches one now", async () => {
    const mark = randomUUID();
    const [may, teaches, left, learns] = [await makePerson(`A ${mark}`, { mayTeach: true }), await makePerson(`B ${mark}`), await makePerson(`C ${mark}`), await makePerson(`D ${mark}`)];
    await makeCohort("Evening", [{ userId: teaches.id, role: "instructor" }, { userId: may.id, role: "instructor" }, { userId: left.id, role: "instructor" }, { userId: learns.id, role: "learner" }]);
    await db.update(enrollments).set({ leftAt: new Date() }).where(eq(enrollments.userId, left.id));
    const listed = await listPeople({ who: mark, kind: "instructors", after: null }, 50);
    expect(listed.map(({ id, instructor }) => [id, instructor])).toEqual([[may.id, true], [teaches.id, true]]);
    const all = await listPeople({ who: mark, kind: null, after: null }, 50);
    expect(all.filter(({ instructor }) => instructor).map(({ id }) => id)).toEqual([may.id, teaches.id]);
  });

  test("finds whose address, or name, has what was typed around an @", async () => {
    const mark = randomUUID().slice(0, 8);
    const asha = await makePerson("Asha", { email: `asha.rao-${mark}@example.org` });
    const rao = await makePerson("Rao", { email: `rao-${mark}@example.com` });
    const named = await makePerson(`asha.rao-${mark}@old.example.org`);
    expect(await find(`Asha.Rao-${mark}@`)).toEqual([asha.id, named.id]);
    expect(await find(`rao-${mark}@ex`)).toEqual([asha.id, rao.id]);
    expect(await find(`${mark}@EXAMPLE.org`)).toEqual([asha.id]);
    expect(await find(`asha.rao-${mark}@example.org`)).toEqual([asha.id]);
    expect(await find(`%-${mark}@`)).toEqual([]);
    expect(await find(`o_${mark}@`)).toEqual([]);
    expect(await find(`-${mark}@example.c`)).toEqual([rao.id]);
    expect(await find(`Rao rao-${mark}@`)).toEqual([rao.id]);
  });

  test("goes on after the last of a page, also between people of the same name", async () => {
    const mark = randomUUID();
    const made = [];
    for (let n = 0; n < 5; n += 1) made.push(await makePerson(`Same ${mark}`));
    const seen: string[] = [];
    for (let after: string | null = null; ; after = seen.at(-1) ?? null) {
      const page = await listPeople({ who: mark, kind: null, after }, 2);
      seen.push(...page.map(({ id }) => id));
      if (page.length < 2) break;
    }
    expect(seen).toEqual(made.map(({ id }) => id));
  });
});

test("a person is shown with what lets them in and where they are enrolled now", async () => {
  const sneha = await makePerson("Sneha", { passwordHash: "$argon2id$" });
  await makeCohort("Morning", [{ userId: sneha.id, role: "learner" }]);
  await makeCohort("Left", [{ userId: sneha.id, role: "learner" }]);
  await db.execute(sql`update enrollments set left_at = now() from cohorts where cohorts.id = cohort_id and cohorts.name = 'Left' and user_id = ${sneha.id}`);
  await db.execute(sql`insert into identities (provider, provider_account_id, user_id) values ('github', ${randomUUID()}, ${sneha.id})`);
  expect(await findPerson(sneha.id)).toMatchObject({ ...sneha, emailChecked: false, admin: false, instructor: false, disabledAt: null, lastActiveAt: null, hasPassword: true, services: ["github"], passkeys: 0 });
  expect(await listCohortsOf(sneha.id)).toMatchObject([{ name: "Morning", role: "learner", archivedAt: null }]);
  expect(await findPerson(uuidv7())).toBeNull();
});
