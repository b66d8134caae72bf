import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { identities, users } from "@/db/schema/accounts";
import { installation } from "@/db/schema/installation";
import { addUser, findOrAddUserOfIdentity, hashToken, saveFirstAdmin } from "./accounts";

const someone = () => ({ name: "Sneha", email: `${randomUUID()}@example.org`, passwordHash: "$argon2id$" });

async function makeUser(): Promise<string> {
  const id = await addUser(someone());
  if (!id) throw new Error("no user was made");
  return id;
}

describe("an account", () => {
  test("is made once for an address, however many ask at once", async () => {
    const person = someone();
    const made = await Promise.all(Array.from({ length: 20 }, () => addUser(person)));
    expect(made.filter((id) => id !== null)).toHaveLength(1);
  });
});

describe("signing in with another service", () => {
  const identity = () => ({ provider: "github", providerAccountId: randomUUID(), name: "Sneha", email: `${randomUUID()}@example.org` });

  test("makes an account the first time and finds it again", async () => {
    const known = identity();
    const made = await findOrAddUserOfIdentity(known);
    expect(made).not.toBeNull();
    expect(await findOrAddUserOfIdentity({ ...known, email: "changed@example.org" })).toBe(made);
  });

  test("never takes over an account with the same address", async () => {
    const person = someone();
    await addUser(person);
    const attempt = { ...identity(), email: person.email };
    expect(await findOrAddUserOfIdentity(attempt)).toBeNull();
    const rows = await db.select({ userId: identities.userId }).from(identities).where(eq(identities.providerAccountId, attempt.providerAccountId));
    expect(rows).toHaveLength(0);
  });
});

describe("the first admin", () => {
  test("is claimed once, with the token in the log and no other", async () => {
    await db.update(users).set({ admin: false });
    await db.update(installation).set({ adminClaimHash: hashToken("the token") });
    const [one, other] = [await makeUser(), await makeUser()];
    expect(await saveFirstAdmin({ userId: one, token: "a guess" })).toBe(false);
    const claims = await Promise.all([one, other].map((userId) => saveFirstAdmin({ userId, token: "the token" })));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await saveFirstAdmin({ userId: other, token: "the token" })).toBe(false);
  });
});
