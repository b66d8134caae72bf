import { afterEach, describe, expect, test, vi } from "vitest";

async function cookiesAt(address: string) {
  vi.stubEnv("APP_URL", address);
  vi.resetModules();
  const { authCookies } = await import("./cookie");
  return Object.values(authCookies);
}

describe("cookies", () => {
  afterEach(() => vi.unstubAllEnvs());

  test("over https each belongs to this host alone and is sent over https only", async () => {
    const cookies = await cookiesAt("https://milepost.example.org");
    expect(cookies).toHaveLength(6);
    for (const { name, options } of cookies) {
      expect(name).toMatch(/^__Host-milepost-/);
      expect(options).toMatchObject({ secure: true, httpOnly: true, sameSite: "lax", path: "/" });
      // A browser throws a `__Host-` cookie with a domain away.
      expect(options).not.toHaveProperty("domain");
    }
  });

  test("over http, where a browser would refuse such a cookie, they are plain", async () => {
    for (const { name, options } of await cookiesAt("http://localhost:3000")) {
      expect(name).toMatch(/^milepost-/);
      expect(options.secure).toBe(false);
    }
  });
});
