import { randomUUID } from "node:crypto";
import { asc, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { cohorts, invitations } from "@/db/schema/cohorts";
import { instructorInvitations } from "@/db/schema/instructor-invitations";
import { mailCodes } from "@/db/schema/mail";
import { addUser, findOrAddUserOfIdentity, hashToken } from "./accounts";
import { addUserByCode } from "./mail-codes";
import { findSettings, findSignUpRefusal, saveSettings, type Settings } from "./settings";

/** A database of its own: what is set here holds for everyone who makes an account. */
const own = await vi.hoisted(async () => {
  const { default: postgres } = await import("postgres");
  const { migrate } = await import("../migrate.mjs");
  const given = process.env.DATABASE_URL ?? "";
  const name = `settings_${process.pid}_${Date.now()}`;
  const url = new URL(given);
  url.pathname = `/${name}`;
  const server = postgres(given, { max: 1, onnotice: () => undefined });
  await server.unsafe(`create database ${name}`);
  await migrate(url.href, "db/migrations");
  process.env.DATABASE_URL = url.href;
  return {
    drop: async () => {
      await server.unsafe(`drop database ${name} with (force)`);
      await server.end();
    },
  };
});

afterAll(() => own.drop());

const OPEN: Settings = { name: "", signUp: "open", addressDomains: [] };
const admin = uuidv7();
const address = (domain = "example.org") => `${randomUUID()}@${domain}`;

beforeEach(() => saveSettings(admin, OPEN));

async function invite({ email = null, to = "cohort" }: { email?: string | null; to?: "cohort" | "teach" } = {}): Promise<string> {
  const code = randomUUID();
  const open = { id: uuidv7(), codeHash: hashToken(code), email, expiresAt: new Date(Date.now() + 60_000) };
  if (to === "teach") await db.insert(instructorInvitations).values(open);
  else {
    const cohortId = uuidv7();
    await db.insert(cohorts).values({ id: cohortId, slug: cohortId, name: "Evening", startsOn: "2026-01-05", endsOn: "2026-06-28", hoursPerWeek: 8 });
    await db.insert(invitations).values({ ...open, cohortId, role: "learner", usesAllowed: 1 });
  }
  return code;
}

/** Every way in which an account is made: whether it was, of an address and an invitation. */
const WAYS: Record<string, (email: string, invitation: string | null) => Promise<boolean>> = {
  "with a password": async (email, invitation) => (await addUser({ name: "Sneha", email, passwordHash: "$argon2id$", invitation })) !== null,
  "with another service": async (email, invitation) => (await findOrAddUserOfIdentity({ provider: "github", providerAccountId: email, name: "Sneha", email, invitation })) !== null,
  "with a link in a mail": async (email, invitation) => {
    const code = randomUUID();
    await db.insert(mailCodes).values({ id: uuidv7(), purpose: "sign-up", address: email, detail: { name: "Sneha", next: "/home" }, codeHash: hashToken(code), expiresAt: new Date(Date.now() + 60_000) });
    return (await addUserByCode(code, "$argon2id$", invitation)) !== null;
  },
};

describe.each(Object.entries(WAYS))("an account %s", (_, make) => {
  const made = async (email: string, invitation: string | null = null) => {
    const answered = await make(email, invitation);
    const stands = (await db.select({ id: users.id }).from(users).where(eq(users.email, email))).length === 1;
    expect(stands).toBe(answered);
    // What is said beforehand is what comes of it.
    expect((await findSignUpRefusal(email, invitation)) === null).toBe(answered);
    return answered;
  };

  test("is made for everyone while nothing else is set", async () => {
    expect(await made(address())).toBe(true);
  });

  test("is made by invitation only, when that is set: open, not used, and for this address or any", async () => {
    await saveSettings(admin, { ...OPEN, signUp: "invited" });
    expect(await made(address())).toBe(false);
    expect(await made(address(), "a guess")).toBe(false);
    for (const to of ["cohort", "teach"] as const) {
      expect(await made(address(), await invite({ to }))).toBe(true);
      const email = address();
      const code = await invite({ to, email });
      expect(await made(address(), code)).toBe(false);
      expect(await made(email, code)).toBe(true);
    }
    const ended = [await invite(), await invite(), await invite(), await invite(), await invite({ to: "teach" }), await invite({ to: "teach" })] as const;
    const hashes = ended.map(hashToken);
    await db.update(invitations).set({ revokedAt: new Date() }).where(eq(invitations.codeHash, hashes[0] ?? ""));
    await db.update(invitations).set({ expiresAt: new Date() }).where(eq(invitations.codeHash, hashes[1] ?? ""));
    await db.update(invitations).set({ uses: 1 }).where(eq(invitations.codeHash, hashes[2] ?? ""));
    await db.execute(sql`update cohorts set archived_at = now() where id = (select cohort_id from invitations where code_hash = ${hashes[3]})`);
    await db.update(instructorInvitations).set({ usedAt: new Date() }).where(eq(instructorInvitations.codeHash, hashes[4] ?? ""));
    await db.update(instructorInvitations).set({ revokedAt: new Date() }).where(eq(instructorInvitations.codeHash, hashes[5] ?? ""));
    for (const code of ended) expect(await made(address(), code)).toBe(false);
  });

  test("is made for addresses of the domains that are set, and no others, also by invitation", async () => {
    await saveSettings(admin, { ...OPEN, addressDomains: ["pune.example", "example.org"] });
    expect(await made(address("pune.example"))).toBe(true);
    for (const domain of ["mumbai.example", "sub.pune.example", "pune.example.net", "notpune.example"]) {
      expect(await made(address(domain))).toBe(false);
      expect(await made(address(domain), await invite())).toBe(false);
    }
  });
});

test("whoever has an account with another service gets in whatever is set later", async () => {
  const known = { provider: "github", providerAccountId: randomUUID(), name: "Sneha", email: address() };
  const id = await findOrAddUserOfIdentity(known);
  await saveSettings(admin, { name: "", signUp: "invited", addressDomains: ["other.example"] });
  expect(await findOrAddUserOfIdentity(known)).toBe(id);
});

test("settings are saved whole, and written down when they changed", async () => {
  const by = uuidv7();
  const settings: Settings = { name: "पुणे Institute", signUp: "invited", addressDomains: ["example.org", "pune.example"] };
  for (let time = 0; time < 2; time += 1) await saveSettings(by, settings);
  expect(await findSettings()).toEqual(settings);
  await saveSettings(by, OPEN);
  expect(await findSettings()).toEqual(OPEN);
  const acts = await db.select({ action: audit.action, detail: audit.detail }).from(audit).where(eq(audit.actorId, by)).orderBy(asc(audit.id));
  expect(acts).toEqual([
    { action: "settings.save", detail: { name: "पुणे Institute", signUp: "invited", domains: "example.org pune.example" } },
    { action: "settings.save", detail: { name: "", signUp: "open", domains: "" } },
  ]);
});

test("what was changed elsewhere meanwhile is not written over, and of two at once one is saved", async () => {
  const invited: Settings = { ...OPEN, signUp: "invited" };
  await saveSettings(admin, { ...invited, was: OPEN });
  await saveSettings(admin, { ...OPEN, name: "Pune Institute", was: OPEN });
  expect(await findSettings()).toEqual(invited);
  await Promise.all(["One", "Two", "Three"].map((name) => saveSettings(admin, { ...invited, name, was: invited })));
  const saved = await db.select({ id: audit.id }).from(audit).where(sql`${audit.actorId} = ${admin} and ${audit.detail}->>'name' in ('One', 'Two', 'Three')`);
  expect(saved).toHaveLength(1);
});
