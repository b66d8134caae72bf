import { readdirSync } from "node:fs";
import path from "node:path";
import { and, eq } from "drizzle-orm";
import type { BrowserContext } from "playwright/test";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { audit } from "@/db/schema/audit";
import { enrollments, messages } from "@/db/schema/cohorts";
import { submissions } from "@/db/schema/evidence";
import { expect, test, type Cohort, type Person } from "./fixtures";

const TEACH = "app/(teach)/teach";

/** Every page and file under /teach, as it lies in the folder: what is added is asked for without being listed. */
const ROUTES = readdirSync(TEACH, { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  .map((file) => `/teach/${path.dirname(file)}`.replace(/\/\.$/, ""));
const OF_COHORT = ROUTES.filter((route) => route.includes("[cohort]"));

type World = { cohort: Cohort; learner: Person; submissionId: string; messageId: string };

const fill = (route: string, { cohort, learner, submissionId, messageId }: World) =>
  route.replace("[cohort]", cohort.slug).replace("[learner]", learner.id).replace("[submission]", submissionId).replace("[message]", messageId);

async function statuses(context: BrowserContext, routes: string[], world: World): Promise<Record<string, number>> {
  const entries: [string, number][] = [];
  for (const route of routes) entries.push([route, (await context.request.get(fill(route, world), { maxRedirects: 0 })).status()]);
  return Object.fromEntries(entries);
}

const all = (routes: string[], status: number) => Object.fromEntries(routes.map((route) => [route, status]));

async function handIn(learner: Person): Promise<string> {
  const id = uuidv7();
  await db.insert(submissions).values({
    userId: learner.id, id, itemId: "debug-with-a-debugger", version: 1, kind: "text", body: `Canary of ${learner.name}.`, state: "handed-in", handedInAt: new Date(),
  });
  return id;
}

async function write({ id: cohortId }: Cohort, { id: learnerId, name }: Person): Promise<string> {
  const id = uuidv7();
  await db.insert(messages).values({ learnerId, id, cohortId, body: `For ${name}.` });
  return id;
}

test("nobody but those who teach a cohort finds any of its pages and files, and removal acts on the next request", { tag: "@once" }, async ({ context, login, makeCohort }) => {
  test.setTimeout(180_000);
  const [sneha, arjun, farida, vikram, outsider, admin] = [
    await login({ name: "Sneha Kulkarni" }),
    await login({ name: "Arjun Nair" }),
    await login({ name: "Farida Qureshi" }),
    await login({ name: "Vikram Rao" }),
    await login({ name: "Nobody In Particular" }),
    await login({ name: "Asha Admin", admin: true }),
  ];
  const cohort = await makeCohort({ teachers: [farida], learners: [sneha], name: "Evening" });
  const otherCohort = await makeCohort({ teachers: [vikram], learners: [arjun], name: "Morning" });
  const world = { cohort, learner: sneha, submissionId: await handIn(sneha), messageId: await write(cohort, sneha) };
  const stranger = { cohort, learner: arjun, submissionId: await handIn(arjun), messageId: await write(otherCohort, arjun) };
  const ofLearner = OF_COHORT.filter((route) => route.includes("[learner]"));
  const ofOne = OF_COHORT.filter((route) => /\[(learner|message)\]/.test(route));
  expect(OF_COHORT.length).toBeGreaterThan(13);

  for (const person of [outsider, sneha, vikram]) {
    await login({ as: person });
    expect(await statuses(context, OF_COHORT, world), person.name).toEqual(all(OF_COHORT, 404));
  }
  await login({ as: sneha });
  expect(await statuses(context, ROUTES, world), "a learner").toEqual(all(ROUTES, 404));

  await login({ as: farida });
  expect(await statuses(context, ROUTES, world), "the instructor").toEqual(all(ROUTES, 200));
  // Somebody else's learner and message under one's own cohort.
  expect(await statuses(context, ofOne, stranger), "a foreign learner").toEqual(all(ofOne, 404));
  expect(await statuses(context, ofOne, { ...world, learner: { ...sneha, id: "1" }, messageId: "1" }), "no id").toEqual(all(ofOne, 404));

  await login({ as: admin });
  expect(await statuses(context, OF_COHORT, world), "the admin").toEqual(all(OF_COHORT, 200));
  const looked = await db.select({ action: audit.action }).from(audit).where(and(eq(audit.actorId, admin.id), eq(audit.cohortId, cohort.id)));
  expect(new Set(looked.map(({ action }) => action)).size, "actions in the audit").toBeGreaterThan(5);

  await login({ as: farida });
  await db.update(enrollments).set({ leftAt: new Date() }).where(eq(enrollments.userId, sneha.id));
  expect(await statuses(context, ofLearner, world), "a removed learner").toEqual(all(ofLearner, 404));
  await db.update(enrollments).set({ leftAt: new Date() }).where(eq(enrollments.userId, farida.id));
  expect(await statuses(context, OF_COHORT, world), "a removed instructor").toEqual(all(OF_COHORT, 404));
  expect((await context.request.get("/teach")).status()).toBe(404);

  await context.clearCookies();
  const anonymous = await statuses(context, OF_COHORT, world);
  expect(Object.values(anonymous).every((status) => status === 307), JSON.stringify(anonymous)).toBe(true);
});

test("who is signed out comes back to what was asked for, whatever a header of the request says", { tag: "@once" }, async ({ context }) => {
  for (const asked of ["/teach", "/teach/cohorts/evening/grid?sort=done&group=B1", "/teach/cohorts/evening/grid.csv", "/applications/new?listing=a%26b", "/readiness/x?to=70"]) {
    const answer = await context.request.get(asked, { maxRedirects: 0, headers: { "x-milepost-path": "/elsewhere" } });
    expect(answer.headers().location, asked).toBe(`/sign-in?next=${encodeURIComponent(asked)}`);
  }
});

test("who asks for a part of a file gets the whole, and ends no server", { tag: "@once" }, async ({ request }) => {
  const [script = ""] = /\/_next\/static\/[^"]+\.js/.exec(await (await request.get("/roadmap")).text()) ?? [];
  for (const address of ["/roadmap", "/sw.js", script, "/search-index.json"]) {
    for (const range of ["bytes=9-1", "bytes=-9", "bytes=0-99999999999", "bytes=x"]) {
      expect((await request.get(address, { headers: { range } })).status(), `${address} ${range}`).toBe(200);
    }
  }
});

test("an answer for one cohort holds nothing of another, and no e-mail address", { tag: "@once" }, async ({ context, login, makeCohort }) => {
  test.setTimeout(120_000);
  const [sneha, arjun, vikram, farida] = [
    await login({ name: "Sneha Kulkarni" }),
    await login({ name: "Canary Of Another Cohort" }),
    await login({ name: "Vikram Rao" }),
    await login({ name: "Farida Qureshi" }),
  ];
  const cohort = await makeCohort({ teachers: [farida], learners: [sneha] });
  await makeCohort({ teachers: [vikram], learners: [arjun], name: "Canary cohort" });
  const world = { cohort, learner: sneha, submissionId: await handIn(sneha), messageId: await write(cohort, sneha) };
  await handIn(arjun);
  for (const route of ROUTES) {
    const answer = await context.request.get(fill(route, world));
    expect([route, answer.status()]).toEqual([route, 200]);
    expect(await answer.text(), route).not.toMatch(/Canary Of Another|Canary cohort|@example\.org/);
  }
});
