import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { identities } from "@/db/schema/accounts";
import { addUser, findOrAddUserOfIdentity } from "./accounts";
import { findCredentials } from "./credentials";

const someone = () => ({ name: "Sneha", email: `${randomUUID()}@example.org`, passwordHash: "$argon2id$" });

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

  test("takes an address for checked where the service says so, and nowhere else", async () => {
    const [google, github] = [await findOrAddUserOfIdentity({ ...identity(), emailChecked: true }), await findOrAddUserOfIdentity(identity())];
    expect([await findCredentials(google ?? ""), await findCredentials(github ?? "")]).toMatchObject([{ checked: true }, { checked: false }]);
    const early = identity();
    const id = await findOrAddUserOfIdentity(early);
    await findOrAddUserOfIdentity({ ...early, email: "changed@example.org", emailChecked: true });
    expect(await findCredentials(id ?? "")).toMatchObject({ checked: false });
    await findOrAddUserOfIdentity({ ...early, emailChecked: true });
    expect(await findCredentials(id ?? "")).toMatchObject({ checked: true });
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
