import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { env } from "@/lib/env";
import { openCookie } from "./session-cookie";

const token = { sid: "a random id" };

test("a cookie that next-auth sealed is opened", async () => {
  expect(await openCookie(await encode({ token, secret: env.AUTH_SECRET }))).toMatchObject(token);
});

test.each([
  ["of another secret", () => encode({ token, secret: `${env.AUTH_SECRET}.` })],
  ["that ran out", () => encode({ token, secret: env.AUTH_SECRET, maxAge: -60 })],
  ["that was changed", async () => (await encode({ token, secret: env.AUTH_SECRET })).replace(/.{4}$/, "AAAA")],
  ["that was cut", async () => (await encode({ token, secret: env.AUTH_SECRET })).slice(0, -10)],
  ["that is none", () => Promise.resolve("none")],
])("one %s is not, and the error is one of jose", async (_, make) => {
  await expect(openCookie(await make())).rejects.toMatchObject({ code: expect.stringMatching(/^ERR_J/) as string });
});
