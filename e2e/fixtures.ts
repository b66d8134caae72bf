import { createHash, randomBytes, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { test as base, expect, type BrowserContext, type Page } from "playwright/test";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/accounts";
import { cohorts, enrollments } from "@/db/schema/cohorts";
import { consents } from "@/db/schema/privacy";
import { progressOperations } from "@/db/schema/progress";
import { env } from "@/lib/env";
import { IN_ENGLISH } from "@/lib/privacy/words";

export type Person = { id: string; name: string };
export type Cohort = { id: string; slug: string; name: string };

type Fixtures = {
  /** Makes a person, who was told of privacy, and signs them in on this device (or another one). They are removed afterwards. */
  login: (options?: { name?: string; on?: BrowserContext; as?: Person; admin?: boolean; told?: boolean }) => Promise<Person>;
  /** Makes a cohort of these people, who exist already. It is removed afterwards. */
  makeCohort: (people: { teachers?: Person[]; learners?: Person[]; name?: string }) => Promise<Cohort>;
  /** A second device of anybody's. */
  otherDevice: BrowserContext;
  /** Watches every page of every device that is opened: nothing breaks the policy, nothing goes to another host, no script fails. */
  watch: undefined;
};

export const test = base.extend<Fixtures>({
  login: async ({ context }, provide) => {
    const made: string[] = [];
    await provide(async ({ name = "Sneha Kulkarni", on = context, as, admin = false, told = true } = {}) => {
      const person = as ?? { id: uuidv7(), name };
      if (!as) {
        await db.insert(users).values({ ...person, admin, email: `${randomUUID()}@example.org` });
        if (told) await db.insert(consents).values({ id: uuidv7(), userId: person.id, purpose: "account", given: true, ...IN_ENGLISH });
        made.push(person.id);
      }
      await signIn(on, person);
      return person;
    });
    for (const id of made) await db.delete(users).where(eq(users.id, id));
  },
  makeCohort: async ({}, provide) => {
    const made: string[] = [];
    await provide(async ({ teachers = [], learners = [], name = "Evening back-end" }) => {
      const cohort = { id: uuidv7(), slug: `test-${randomUUID()}`, name };
      const [startsOn, endsOn] = [-60, 120].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)) as [string, string];
      await db.insert(cohorts).values({ ...cohort, startsOn, endsOn, hoursPerWeek: 8 });
      made.push(cohort.id);
      await db.insert(enrollments).values([
        ...teachers.map(({ id }) => ({ cohortId: cohort.id, userId: id, role: "instructor" as const })),
        ...learners.map(({ id }) => ({ cohortId: cohort.id, userId: id, role: "learner" as const })),
      ]);
      return cohort;
    });
    for (const id of made) await db.delete(cohorts).where(eq(cohorts.id, id));
  },
  otherDevice: async ({ browser, contextOptions }, provide) => {
    const context = await browser.newContext(contextOptions);
    await provide(context);
    await context.close();
  },
  watch: [
    async ({ browser, context, baseURL }, provide) => {
      const troubles = [await watchOver(context, baseURL)];
      const open = browser.newContext.bind(browser);
      browser.newContext = async (options) => {
        const another = await open(options);
        troubles.push(await watchOver(another, baseURL));
        return another;
      };
      await provide(undefined);
      browser.newContext = open;
      expect(troubles.flat()).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** What the proxies say of somebody who asks from an address of their own: what is counted by address is not counted together. */
export function elsewhere(): string {
  const [first, second, third] = [0, 0, 0].map(() => Math.floor(Math.random() * 255));
  return `203.0.113.${first}, 198.18.${second}.${third}`;
}

/** What goes wrong on a device from now on. */
async function watchOver(context: BrowserContext, baseURL = ""): Promise<string[]> {
  const troubles: string[] = [];
  const { host } = new URL(baseURL);
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  context.on("console", (message) => {
    if (message.type() === "error" && /policy:|Content Security|hydrat|Minified React/i.test(message.text())) troubles.push(message.text());
  });
  context.on("weberror", (event) => troubles.push(event.error().message));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^http/.test(url.protocol) && url.host !== host) troubles.push(`asked ${url.href}`);
  });
  return troubles;
}

async function signIn(context: BrowserContext, person: Person) {
  await context.addCookies([{ name: SESSION_COOKIE, value: await openSession(person), url: env.APP_URL, httpOnly: true, sameSite: "Lax" }]);
}

const SESSION_COOKIE = "milepost-session";

/** What the cookie of a new session of this person holds. */
async function openSession(person: Person): Promise<string> {
  const sid = randomBytes(32).toString("base64url");
  await db.insert(sessions).values({ idHash: createHash("sha256").update(sid).digest("hex"), userId: person.id });
  return encode({ token: { sid }, secret: env.AUTH_SECRET });
}

/** The `Cookie` header of somebody who is signed in, for requests without a browser. */
export async function cookieOf(person: Person): Promise<string> {
  return `${SESSION_COOKIE}=${await openSession(person)}`;
}

/** What the server has of a person, as "item state", in the order it came. */
export async function recordedFor(person: Person): Promise<string[]> {
  const rows = await db
    .select({ said: sql<string>`${progressOperations.itemId} || ' ' || ${progressOperations.state}` })
    .from(progressOperations)
    .where(eq(progressOperations.userId, person.id))
    .orderBy(progressOperations.receivedAt, progressOperations.clock);
  return rows.map((row) => row.said);
}

export async function erase(person: Person): Promise<void> {
  await db.delete(users).where(eq(users.id, person.id));
}

/** The tick of an item in the list of the page. */
export function tick(page: Page, title: string) {
  return page.getByRole("checkbox", { name: new RegExp(`^${title}:`) });
}

/** The page has heard from the server who is here, and listens to taps. */
export async function settled(page: Page, person: Person | null) {
  const header = page.locator("header.top");
  if (person) await expect(header.locator("summary")).toContainText(person.name.split(" ")[0] ?? "");
  else await expect(header.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
}
