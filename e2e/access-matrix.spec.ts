import { eq } from "drizzle-orm";
import type { APIRequestContext } from "playwright/test";
import { db } from "@/db/client";
import { cohorts } from "@/db/schema/cohorts";
import { ACTIONS, PAGES, PEOPLE, RULES, WHILE_ARCHIVED, WRITES, type Asker, type Rule } from "@/lib/access/matrix";
import { aimedAt, ABSENT, BUILT, callAction, callWrite, found, judge, judgeWrite, KINDS, placeIn, type Fields } from "./access-calls";
import { cookiesOf, fill, makePerson, makeWorld, readAll, removeWorld, type World } from "./access-world";
import { expect, test as base, type Person } from "./fixtures";

/** Those who see nothing at all of the learner and the cohort. */
const STRANGERS: readonly Asker[] = ["nobody", "outsider", "other-instructor"];

type Ground = { world: World; other: World; cookies: Record<Asker, string>; request: APIRequestContext };

const test = base.extend<{ ground: Ground }>({
  ground: async ({ request }, provide) => {
    const [world, other] = [await makeWorld("canary-of-this"), await makeWorld("canary-of-the-other")];
    const [outsider, admin] = [await makePerson("Nobody In Particular"), await makePerson("Asha Admin", { admin: true })];
    const people: Record<Asker, Person | null> = {
      nobody: null, outsider, admin, learner: world.learner, classmate: world.classmate, instructor: world.instructor, "other-instructor": other.instructor,
    };
    const cookies = (await cookiesOf(people)) as Record<Asker, string>; // the keys are those of `people`
    await provide({ world, other, cookies, request });
    await removeWorld(world, [outsider, admin]);
    await removeWorld(other, []);
  },
});

test.describe.configure({ mode: "parallel", timeout: 240_000 });

const may = (rule: Rule, as: Asker) => (RULES[rule] as readonly Asker[]).includes(as);

for (const { kind, headers, query } of KINDS) {
  test(`every ${kind} is there for those who may, and for nobody else; a stranger reads nothing of a learner in any of them`, { tag: kind === "page" ? "@once" : ["@once", "@all"] }, async ({ ground: { world, other, cookies, request } }) => {
    const problems: (string | null)[] = [];
    for (const as of PEOPLE) {
      for (const [address, rule] of Object.entries(PAGES).filter(([address]) => !ABSENT.includes(address))) {
        const answer = await request.get(fill(address, world) + query, { headers: { ...headers, cookie: cookies[as] }, maxRedirects: 0 });
        const text = await answer.text();
        problems.push(judge({ as, name: address, may: may(rule, as), answer, text: query && text }));
        const byAddress = address === "/calendar/[secret]" || address === "/join/[code]";
        if (STRANGERS.includes(as) && !byAddress && text.includes(world.canary)) problems.push(`${address} as ${as} tells of the learner`);
        if (as !== "admin" && as !== "other-instructor" && text.includes(other.canary)) problems.push(`${address} as ${as} tells of another cohort`);
      }
    }
    expect(found(problems)).toEqual([]);
  });
}

/** As somebody of the ground. */
const call = ({ world, request, cookies }: Ground, as: Asker, name: string, sent: Fields | { argument: unknown }) => callAction({ world, request, cookie: cookies[as] }, name, sent);

test("every action of the build has a row", { tag: "@once" }, () => {
  expect(Object.keys(BUILT).sort()).toEqual(Object.keys(ACTIONS).sort());
});

test("every action answers those who may, is not there for the others, and touches nothing of a learner for them", { tag: "@once" }, async ({ ground }) => {
  const { world } = ground;
  const problems: (string | null)[] = [];
  const tryAll = async (as: Asker) => {
    for (const [name, rule] of Object.entries(ACTIONS)) problems.push(judge({ as, name, may: may(rule, as), answer: await call(ground, as, name, aimedAt(world)[name] ?? placeIn(world)) }));
  };
  const before = await readAll(world);
  for (const as of PEOPLE.filter((one) => one !== "learner")) await tryAll(as);
  expect(await readAll(world)).toBe(before);
  // The same calls by the learner: what they named was there to be taken.
  await tryAll("learner");
  expect(await readAll(world)).not.toBe(before);
  expect(found(problems)).toEqual([]);
});

test("a learner, message or submission of another cohort is not there under one’s own", { tag: "@once" }, async ({ ground }) => {
  const { world, other, cookies, request } = ground;
  const mixed = { ...other, cohort: world.cohort };
  const before = await readAll(other);
  const problems: string[] = [];
  for (const as of ["instructor", "admin"] as const) {
    for (const address of Object.keys(PAGES).filter((one) => one.startsWith("/teach/cohorts/[cohort]/") && /\[(learner|message)\]/.test(one))) {
      const status = (await request.get(fill(address, mixed), { headers: { cookie: cookies[as] } })).status();
      if (status !== 404) problems.push(`${address} as ${as}: ${status}`);
    }
    for (const name of ["writeNote", "deleteNote", "waiveItem", "takeWaiverBack", "claimReview", "giveVerdict", "takeVerdictBack", "settleSignal", "reopenSignal"]) {
      const status = (await call(ground, as, name, placeIn(mixed))).status();
      if (status !== 404) problems.push(`${name} as ${as}: ${status}`);
    }
  }
  const moved = await call(ground, "instructor", "moveToCohort", { cohort: world.cohort.slug, person: world.learner.id, to: other.cohort.slug });
  if (moved.status() !== 404) problems.push(`moveToCohort to a cohort of somebody else: ${moved.status()}`);
  const file = await request.get(`/api/evidence/files/${other.learner.id}/${other.file}`, { headers: { cookie: cookies.instructor } });
  if (file.status() !== 404) problems.push(`a file of another cohort: ${file.status()}`);
  expect(problems).toEqual([]);
  expect(await readAll(other)).toBe(before);
});

test("an archived cohort is read as before, and whatever would change it says why not", { tag: "@once" }, async ({ ground }) => {
  const { world, cookies, request } = ground;
  await db.update(cohorts).set({ archivedAt: new Date() }).where(eq(cohorts.id, world.cohort.id));
  const before = await readAll(world);
  const problems: (string | null)[] = [];
  for (const as of RULES.taught) {
    const mine = (rules: Record<string, Rule>) => Object.entries(rules).filter(([, rule]) => (rule === "taught" || rule === "instructs") && may(rule, as));
    for (const [address] of mine(PAGES)) {
      problems.push(judge({ as, name: address, may: true, answer: await request.get(fill(address, world), { headers: { cookie: cookies[as] } }) }));
    }
    for (const [name] of mine(ACTIONS).filter(([name]) => !WHILE_ARCHIVED.includes(name))) {
      const text = await (await call(ground, as, name, placeIn(world))).text();
      if (!text.includes("The cohort is archived.")) problems.push(`${name} as ${as}: ${text.slice(0, 200)}`);
    }
  }
  expect(found(problems)).toEqual([]);
  expect(await readAll(world)).toBe(before);
});

test("every other method of a route refuses whoever may not", { tag: "@once" }, async ({ ground: { world, cookies, request } }) => {
  const problems: (string | null)[] = [];
  for (const as of PEOPLE) {
    for (const [name, rule] of Object.entries(WRITES).filter(([, rule]) => rule !== "everyone")) {
      problems.push(judgeWrite({ as, name, may: may(rule, as), answer: await callWrite({ world, request, cookie: cookies[as] }, name) }));
    }
  }
  expect(found(problems)).toEqual([]);
});
