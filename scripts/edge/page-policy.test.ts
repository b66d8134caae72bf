import { expect, test } from "vitest";
import { givePolicy } from "./page-policy.mjs";

function give(url: string, headers: Record<string, string> = {}) {
  const set = new Map<string, string>();
  const request = { url, headers };
  const response = { setHeader: (name: string, value: string) => set.set(name.toLowerCase(), value) };
  givePolicy(request, response, url.split("?", 1)[0] ?? "");
  return { headers: request.headers, policy: set.get("content-security-policy") ?? "" };
}

test("a page made when it is asked for has a nonce of its own, which the application is told", () => {
  const [first, second] = [give("/messages"), give("/messages")];
  expect(first.policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='/);
  expect(first.headers["content-security-policy"]).toBe(first.policy);
  expect(first.policy).not.toBe(second.policy);
});

test("what a request says of itself is not believed", () => {
  const { headers, policy } = give("/messages", { "content-security-policy": "script-src 'unsafe-inline'", "x-milepost-path": "//evil.example" });
  expect(headers["content-security-policy"]).toBe(policy);
  expect(headers["x-milepost-path"]).toBe("/messages");
});

test.each([
  ["/jobs?q=go&_rsc=1a2b", "/jobs?q=go"],
  ["/jobs?_rsc=1a2b", "/jobs"],
  ["/jobs?_rsc", "/jobs"],
  ["/jobs?q=a?b", "/jobs?q=a?b"],
])("%s was asked for as %s", (url, asked) => {
  expect(give(url).headers["x-milepost-path"]).toBe(asked);
});

test("data is no page: nothing of it runs", () => {
  expect(give("/api/evidence/files/a/b").policy).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
});
