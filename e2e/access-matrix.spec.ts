import { readFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import type { APIRequestContext, APIResponse } from "playwright/test";
import { db } from "@/db/client";
import { cohorts } from "@/db/schema/cohorts";
import { ACTIONS, PAGES, PEOPLE, RULES, WHILE_ARCHIVED, WRITES, type Asker, type Rule } from "@/lib/access/matrix";
import { env } from "@/lib/env";
import { cookiesOf, fill, makePerson, makeWorld, readAll, removeWorld, type World } from "./access-world";
import { expect, test as base, type Person } from "./fixtures";

/** Not there where an installation sets nothing for them, as here. */
const UNSET = ["/course", "/community", "/.well-known/security.txt"];
/** There once the listings fill more than one sitemap. */
const NOT_YET = ["/sitemap/[part]"];
/** Those who see nothing at all of the learner and the cohort. */
const STRANGERS: readonly Asker[] = ["nobody", "outsider", "other-instructor"];

type Call = { as: Asker; name: string; rule: Rule; answer: APIResponse; text?: string };
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

/** What is wrong with an answer, or null. A soft navigation is answered 200, and its text says that nothing is there or where to go. */
function judge({ as, name, rule, answer, text = "" }: Call): string | null {
  const may = (RULES[rule] as readonly Asker[]).includes(as);
  const status = text.includes("NEXT_HTTP_ERROR_FALLBACK;404") ? 404 : answer.status();
  const leadsTo = answer.headers()["x-action-redirect"] ?? answer.headers().location ?? /NEXT_REDIRECT;\w+;([^;]*)/.exec(text)?.[1] ?? "";
  const signsIn = /\/sign-in/.test(leadsTo) || status === 401;
  const said = `${name} as ${as}: ${status} ${leadsTo}`;
  if (may) return status < 400 && !signsIn ? null : `${said}, and may`;
  return status === 404 || (as === "nobody" && signsIn) ? null : `${said}, and may not`;
}

const found = (problems: (string | null)[]) => problems.filter((problem) => problem !== null);

const KINDS: { kind: string; headers: Record<string, string>; query: string }[] = [
  { kind: "page", headers: {}, query: "" },
  { kind: "answer for a soft navigation", headers: { RSC: "1" }, query: "?_rsc" },
];

for (const { kind, headers, query } of KINDS) {
  test(`every ${kind} is there for those who may, and for nobody else; a stranger reads nothing of a learner in any of them`, { tag: "@once" }, async ({ ground: { world, other, cookies, request } }) => {
    const problems: (string | null)[] = [];
    for (const as of PEOPLE) {
      for (const [address, rule] of Object.entries(PAGES).filter(([address]) => ![...UNSET, ...NOT_YET].includes(address))) {
        const answer = await request.get(fill(address, world) + query, { headers: { ...headers, cookie: cookies[as] }, maxRedirects: 0 });
        const text = await answer.text();
        problems.push(judge({ as, name: address, rule, answer, text: query && text }));
        const byAddress = address === "/calendar/[secret]" || address === "/join/[code]";
        if (STRANGERS.includes(as) && !byAddress && text.includes(world.canary)) problems.push(`${address} as ${as} tells of the learner`);
        if (as !== "admin" && as !== "other-instructor" && text.includes(other.canary)) problems.push(`${address} as ${as} tells of another cohort`);
      }
    }
    expect(found(problems)).toEqual([]);
  });
}

type Manifest = { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> };

/** What the build calls each action, and a page that calls it. */
const BUILT = Object.fromEntries(
  Object.entries((JSON.parse(readFileSync(path.join(process.env.NEXT_DIST_DIR ?? ".next", "server/server-reference-manifest.json"), "utf8")) as Manifest).node).map(
    ([id, { exportedName, workers }]) => [exportedName, { id, page: addressOf(Object.keys(workers)[0] ?? "") }] as const,
  ),
);

/** "app/(teach)/teach/page" answers at "/teach". */
function addressOf(worker: string): string {
  return `/${worker.split("/").slice(1, -1).filter((part) => !/^\(.*\)$/.test(part)).join("/")}`;
}

type Fields = Record<string, string>;

/** As React sends `action(null, formData)`, or one argument that is no form. */
async function callAction({ world, request, cookies }: Ground, as: Asker, name: string, sent: Fields | { argument: unknown }): Promise<APIResponse> {
  const { id = "", page = "/" } = BUILT[name] ?? {};
  const headers = { "Next-Action": id, Accept: "text/x-component", Origin: new URL(env.APP_URL).origin, cookie: cookies[as] };
  if ("argument" in sent) return request.post(fill(page, world), { headers: { ...headers, "Content-Type": "text/plain;charset=UTF-8" }, data: JSON.stringify([sent.argument]), maxRedirects: 0 });
  const multipart = new FormData();
  for (const [field, value] of Object.entries(sent)) multipart.append(`_1_${field}`, value);
  // Last: what it refers to must have come before.
  multipart.append("0", '[null,"$K1"]');
  return request.post(fill(page, world), { headers, multipart, maxRedirects: 0 });
}

/** What names the place of an action. The rest is missing: who may is told so, and nothing is written. */
const placeIn = ({ cohort, learner, submission, source }: World): Fields => ({ cohort: cohort.slug, learner: learner.id, submission, source });

/** The learner’s own things, named by somebody else. */
const aimedAt = ({ application, search, message, submission, session }: World): Record<string, Fields | { argument: unknown }> => ({
  takeEvidenceBack: { submission },
  changeApplication: { id: application, title: "Taken", company: "Taken", url: "", appliedOn: "", notes: "", contact: "", nextAction: "", nextOn: "" },
  moveApplication: { argument: { id: application, stage: "closed" } },
  moveByForm: { id: application, stage: "closed" },
  finishNextAction: { done: application },
  deleteApplication: { id: application },
  markMessagesRead: { argument: [message] },
  markSeen: { id: search, until: new Date().toISOString() },
  setSearchMail: { id: search, mail: "day" },
  endSearchMail: {},
  dropSearch: { id: search },
  signOutDevice: { session },
});

test("every action of the build has a row", { tag: "@once" }, () => {
  expect(Object.keys(BUILT).sort()).toEqual(Object.keys(ACTIONS).sort());
});

test("every action answers those who may, is not there for the others, and touches nothing of a learner for them", { tag: "@once" }, async ({ ground }) => {
  const { world } = ground;
  const problems: (string | null)[] = [];
  const tryAll = async (as: Asker) => {
    for (const [name, rule] of Object.entries(ACTIONS)) problems.push(judge({ as, name, rule, answer: await callAction(ground, as, name, aimedAt(world)[name] ?? placeIn(world)) }));
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
      const status = (await callAction(ground, as, name, placeIn(mixed))).status();
      if (status !== 404) problems.push(`${name} as ${as}: ${status}`);
    }
  }
  const moved = await callAction(ground, "instructor", "moveToCohort", { cohort: world.cohort.slug, person: world.learner.id, to: other.cohort.slug });
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
    const mine = (rules: Record<string, Rule>) => Object.entries(rules).filter(([, rule]) => (rule === "taught" || rule === "instructs") && (RULES[rule] as readonly Asker[]).includes(as));
    for (const [address, rule] of mine(PAGES)) {
      problems.push(judge({ as, name: address, rule, answer: await request.get(fill(address, world), { headers: { cookie: cookies[as] } }) }));
    }
    for (const [name] of mine(ACTIONS).filter(([name]) => !WHILE_ARCHIVED.includes(name))) {
      const text = await (await callAction(ground, as, name, placeIn(world))).text();
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
      const [method = "", address = ""] = name.split(" ");
      const answer = await request.fetch(fill(address, world), { method, headers: { cookie: cookies[as], Origin: new URL(env.APP_URL).origin }, data: "", maxRedirects: 0 });
      const may = (RULES[rule] as readonly Asker[]).includes(as);
      // Who may is told what is wrong with an empty body.
      const refused = [401, 403, 404].includes(answer.status());
      problems.push(may === !refused ? null : `${name} as ${as}: ${answer.status()}`);
    }
  }
  expect(found(problems)).toEqual([]);
});
