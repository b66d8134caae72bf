import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { eq } from "drizzle-orm";
import { request as requests, type APIRequestContext, type APIResponse } from "playwright/test";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/accounts";
import { ACTIONS, PAGES, WRITES, type Rule } from "@/lib/access/matrix";
import { ABSENT, aimedAt, callAction, callWrite, found, KINDS, placeIn } from "./access-calls";
import { fill, makePerson, makeWorld, readAll, removeWorld } from "./access-world";
import { cookieOf, expect, test as base } from "./fixtures";

/** What somebody may who has yet to make a passkey: make one, and show again who they are. */
const IN_MAKING = ["/settings/security/passkeys", "/confirm", "beginPasskey", "finishPasskey", "confirmIdentity"];

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("No port is free.");
  return address.port;
}

/** The same build and database, in an installation that requires passkeys of its staff. */
const test = base.extend<{ strict: { request: APIRequestContext; origin: string } }>({
  strict: async ({}, provide) => {
    const origin = `http://127.0.0.1:${await freePort()}`;
    const environment = { ...process.env, APP_URL: origin, NEXTAUTH_URL: origin, STAFF_PASSKEYS: "required", NODE_ENV: "production" as const };
    const server = spawn(process.execPath, ["scripts/server.mjs", "--port", new URL(origin).port, "--host", "127.0.0.1"], { env: environment, stdio: ["ignore", "ignore", "inherit"] });
    const request = await requests.newContext({ baseURL: origin });
    await expect.poll(async () => request.get("/readyz").then((answer) => answer.status(), () => 0), { timeout: 60_000 }).toBe(200);
    await provide({ request, origin });
    await request.dispose();
    server.kill("SIGTERM");
    await once(server, "exit");
  },
});

/** What is wrong with an answer to somebody without a passkey, or null. */
function judge(name: string, as: string, answer: APIResponse, text: string): string | null {
  const status = text.includes("NEXT_HTTP_ERROR_FALLBACK;404") ? 404 : answer.status();
  const leadsTo = answer.headers()["x-action-redirect"] ?? answer.headers().location ?? /NEXT_REDIRECT;\w+;([^;]*)/.exec(text)?.[1] ?? "";
  if (IN_MAKING.some((one) => name.split("?")[0] === one)) return status < 400 && !leadsTo ? null : `${name} as ${as}: ${status} ${leadsTo}, and takes to make one`;
  return [401, 403, 404].includes(status) || leadsTo.includes("/settings/security/passkeys") ? null : `${name} as ${as}: ${status} ${leadsTo}`;
}

const rowsOf = (table: Record<string, Rule>) => Object.entries(table).filter(([name, rule]) => rule !== "everyone" && !ABSENT.includes(name));

test("without a passkey an instructor and an admin reach the page where one is made, and no other page, answer, action or route", { tag: ["@once", "@all"] }, async ({ strict: { request, origin } }) => {
  test.setTimeout(240_000);
  const world = await makeWorld("canary-of-passkeys");
  const admin = await makePerson("Asha Admin", { admin: true });
  const stands = await readAll(world);
  const problems: (string | null)[] = [];
  for (const [as, person] of [["instructor", world.instructor], ["admin", admin]] as const) {
    const cookie = await cookieOf(person);
    for (const [address] of rowsOf(PAGES)) {
      for (const { headers, query } of KINDS) {
        const answer = await request.get(fill(address, world) + query, { headers: { ...headers, cookie }, maxRedirects: 0 });
        const text = await answer.text();
        problems.push(judge(address + query, as, answer, query && text));
        if (text.includes(world.canary)) problems.push(`${address}${query} as ${as} tells of the learner`);
      }
    }
    const sender = { world, request, cookie, origin };
    for (const [name] of rowsOf(ACTIONS)) problems.push(judge(name, as, await callAction(sender, name, aimedAt(world)[name] ?? placeIn(world)), ""));
    for (const [name] of rowsOf(WRITES)) problems.push(judge(name, as, await callWrite(sender, name), ""));
    expect(await (await request.get("/api/progress", { headers: { cookie } })).json()).toMatchObject({ viewer: null });
    const led = await request.get("/sign-in/passkey?next=/home", { headers: { cookie }, maxRedirects: 0 });
    expect(led.headers().location, "after the password").toContain("/settings/security/passkeys");
  }
  expect(found(problems)).toEqual([]);
  expect(await readAll(world)).toBe(stands);

  // Who has shown one, and who need not, get in.
  const cookie = await cookieOf(world.instructor);
  await db.update(sessions).set({ passkeyAt: new Date() }).where(eq(sessions.userId, world.instructor.id));
  const pages = [["/teach", cookie], [`/teach/cohorts/${world.cohort.slug}/grid`, cookie], ["/messages", await cookieOf(world.learner)]] as const;
  for (const [page, who] of pages) expect((await request.get(page, { headers: { cookie: who }, maxRedirects: 0 })).status(), page).toBe(200);
  await removeWorld(world, [admin]);
});
