import { and, eq } from "drizzle-orm";
import type { APIRequestContext } from "playwright/test";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { enrollments } from "@/db/schema/cohorts";
import { ACTIONS, PAGES, RULES, WRITES, type Asker, type Rule } from "@/lib/access/matrix";
import { ABSENT, aimedAt, callAction, callWrite, found, judge, judgeWrite, KINDS, placeIn, type Fields } from "./access-calls";
import { fill, makePerson, makeWorld, readAll, removeWorld, type World } from "./access-world";
import { cookieOf, erase, expect, test as base, type Person } from "./fixtures";

type Who = "learner" | "instructor" | "admin";
/** `cookie` is the old one of the person, with which everything is asked for again. */
type Ground = { world: World; request: APIRequestContext; person: Person; cookie: string; byAdmin: (action: string, fields: Fields) => Promise<void> };
/** `left` are the rules under which the person may go on with that cookie; without it nobody is signed in with it any more. */
type End = { what: string; of: Who; end: (ground: Ground) => Promise<unknown>; left?: readonly Rule[] };

const disable = ({ byAdmin, person }: Ground) => byAdmin("disablePerson", { person: person.id });
const takeRoles = ({ byAdmin, person }: Ground) => byAdmin("giveRoles", { person: person.id });
const leaveCohort = ({ world, person }: Ground) =>
  db.update(enrollments).set({ leftAt: new Date() }).where(and(eq(enrollments.cohortId, world.cohort.id), eq(enrollments.userId, person.id)));

const ENDS: readonly End[] = [
  { what: "signing out", of: "instructor", end: async (ground) => callWrite(ground, "DELETE /api/session") },
  { what: "signing out everywhere on another device", of: "learner", end: async (ground) => callWrite({ ...ground, cookie: await cookieOf(ground.person) }, "DELETE /api/sessions") },
  { what: "being signed out by an admin", of: "learner", end: ({ byAdmin, person }) => byAdmin("signPersonOut", { person: person.id }) },
  { what: "being disabled", of: "learner", end: disable },
  { what: "being disabled", of: "instructor", end: disable },
  { what: "being disabled", of: "admin", end: disable },
  { what: "being erased", of: "learner", end: ({ person }) => erase(person) },
  { what: "being erased", of: "instructor", end: ({ person }) => erase(person) },
  { what: "losing their roles", of: "instructor", end: takeRoles },
  { what: "losing their roles", of: "admin", end: takeRoles },
  // Who stays signed in, and may less than the moment before.
  { what: "being no admin any more", of: "admin", end: ({ person }) => db.update(users).set({ admin: false }).where(eq(users.id, person.id)), left: ["own"] },
  { what: "teaching the cohort no more", of: "instructor", end: leaveCohort, left: ["own"] },
  { what: "leaving the cohort", of: "learner", end: leaveCohort, left: ["own", "owner", "given-file"] },
];

const test = base.extend<{ ground: (of: Who) => Promise<Ground> }>({
  ground: async ({ request }, provide) => {
    const world = await makeWorld("canary-of-what-ends");
    const [admin, other] = [await makePerson("Asha Admin", { admin: true }), await makePerson("Other Admin", { admin: true })];
    await provide(async (of) => {
      const person = of === "admin" ? admin : world[of];
      const byAdmin = async (action: string, fields: Fields) => {
        const answer = await callAction({ world, request, cookie: await cookieOf(other) }, action, fields);
        expect(await answer.text()).toContain('"ok":true');
      };
      return { world, request, person, cookie: await cookieOf(person), byAdmin };
    });
    await removeWorld(world, [admin, other]);
  },
});

test.describe.configure({ mode: "parallel", timeout: 180_000 });

/** The rows of a table that this person may before, and that ask who it is. */
const rowsOf = (table: Record<string, Rule>, of: Asker) =>
  Object.entries(table).filter(([name, rule]) => rule !== "everyone" && (RULES[rule] as readonly Asker[]).includes(of) && !ABSENT.includes(name));

async function askForAll({ world, request, cookie }: Ground, { of, left }: End): Promise<(string | null)[]> {
  const as = left ? of : "nobody";
  const may = (rule: Rule) => left?.includes(rule) ?? false;
  const problems: (string | null)[] = [];
  for (const [address, rule] of rowsOf(PAGES, of)) {
    for (const { headers, query } of KINDS) {
      const answer = await request.get(fill(address, world) + query, { headers: { ...headers, cookie }, maxRedirects: 0 });
      const text = await answer.text();
      problems.push(judge({ as, name: `${address}${query}`, may: may(rule), answer, text: query && text }));
      if (!left && text.includes(world.canary)) problems.push(`${address}${query} tells of the learner`);
    }
  }
  for (const [name, rule] of rowsOf(ACTIONS, of)) {
    problems.push(judge({ as, name, may: may(rule), answer: await callAction({ world, request, cookie }, name, aimedAt(world)[name] ?? placeIn(world)) }));
  }
  for (const [name, rule] of rowsOf(WRITES, of)) problems.push(judgeWrite({ as, name, may: may(rule), answer: await callWrite({ world, request, cookie }, name) }));
  return problems;
}

for (const end of ENDS) {
  const person = `${end.of === "learner" ? "a" : "an"} ${end.of}`;
  const finds = end.left ? "what is left to them alone" : "nothing that asks who it is";
  test(`${end.what} acts on the next request: with the old cookie ${person} finds ${finds}, be it a page, a soft navigation, an action or a route`, { tag: end === ENDS[0] ? "@once" : ["@once", "@all"] }, async ({ ground }) => {
    const given = await ground(end.of);
    const { world, request, cookie } = given;
    // One page of each rule shows that the cookie was good.
    for (const [, address] of new Map(rowsOf(PAGES, end.of).map(([address, rule]) => [rule, address]))) {
      const before = await request.get(fill(address, world), { headers: { cookie }, maxRedirects: 0 });
      expect(before.status(), address).toBeLessThan(400);
    }

    await end.end(given);
    const stands = await readAll(world);
    expect(found(await askForAll(given, end))).toEqual([]);
    if (end.of !== "learner" || !end.left) expect(await readAll(world)).toBe(stands);
    const snapshot = await request.get("/api/progress", { headers: { cookie } });
    if (end.left === undefined && snapshot.status() !== 410) expect(await snapshot.json()).toMatchObject({ viewer: null });
  });
}
