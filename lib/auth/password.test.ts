import { expect, test } from "vitest";
import { hashPassword, passwordMatches } from "./password";

test("a password is kept as argon2id of 19 MiB and two passes", async () => {
  expect(await hashPassword("three quiet mangoes")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("72 and 73 bytes that begin alike are different passwords", async () => {
  const long = "ab".repeat(36);
  expect(await passwordMatches(`${long}c`, await hashPassword(long))).toBe(false);
});

test("an unknown address takes as long as a wrong password", async () => {
  const known = await hashPassword("three quiet mangoes");
  await passwordMatches("warming up", null);
  // Of this process alone: other tests run beside it.
  const timeOf = async (hash: string | null) => {
    const start = process.cpuUsage();
    await passwordMatches("not the right one", hash);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  };
  const times: Record<"wrong" | "unknown", number[]> = { wrong: [], unknown: [] };
  for (let round = 0; round < 15; round += 1) {
    times.wrong.push(await timeOf(known));
    times.unknown.push(await timeOf(null));
  }
  expect(Math.abs(median(times.wrong) - median(times.unknown))).toBeLessThan(10);
});

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
