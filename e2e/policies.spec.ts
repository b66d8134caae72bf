import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { expect, test } from "./fixtures";

/** An answer of each kind; those of somebody begin with who asks. */
const ANSWERS: { kind: string; path: string; as?: "learner"; headers?: Record<string, string>; status?: number; method?: string }[] = [
  { kind: "a page that was built", path: "/roadmap" },
  { kind: "a page that was built, of which there are many", path: "/roadmap/testing/test-first" },
  { kind: "the first page", path: "/" },
  { kind: "a page made when it is asked for", path: "/jobs" },
  { kind: "a page of somebody", path: "/plan", as: "learner" },
  { kind: "a page that is not theirs", path: "/admin", as: "learner", status: 404 },
  { kind: "a soft navigation", path: "/plan?_rsc", as: "learner", headers: { RSC: "1" } },
  { kind: "a way to sign in", path: "/plan", status: 307 },
  { kind: "no page at all", path: "/no-such-page", status: 404 },
  { kind: "an address that cannot be read", path: "/%", status: 400 },
  { kind: "another host's name", path: "/", headers: { Host: "evil.example" }, status: 421 },
  { kind: "a write from elsewhere", path: "/roadmap", method: "POST", headers: { Origin: "https://evil.example" }, status: 403 },
  { kind: "data", path: "/api/progress" },
  { kind: "data that is not there", path: "/api/no-such", status: 404 },
  { kind: "a file of somebody", path: "/applications/applications.csv", as: "learner" },
  { kind: "a feed", path: "/jobs/feed.xml" },
  { kind: "a map of the site", path: "/sitemap.xml" },
  { kind: "the search index", path: "/search-index.json" },
  { kind: "a calendar that is not there", path: "/calendar/x.ics", status: 404 },
  { kind: "the service worker", path: "/sw.js" },
  { kind: "the manifest", path: "/manifest.webmanifest" },
  { kind: "a picture", path: "/icon.svg" },
  { kind: "a file of the build that is not there", path: "/_next/static/none.js", status: 404 },
  { kind: "health", path: "/livez" },
  { kind: "next-auth", path: "/api/auth/csrf" },
];

for (const { kind, path, as, headers = {}, status = 200, method = "GET" } of ANSWERS) {
  test(`the policy sent with ${kind} has no grave fault`, { tag: "@once" }, async ({ context, login }) => {
    if (as) await login();
    const answer = await context.request.fetch(path, { method, headers, maxRedirects: 0 });
    expect(answer.status()).toBe(status);
    const policy = answer.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
    expect(findings.filter(({ severity }) => severity <= Severity.MEDIUM).map(({ description }) => description)).toEqual([]);
  });
}

test("a script of the build has one too", { tag: "@once" }, async ({ page, context }) => {
  await page.goto("/roadmap");
  const script = await page.locator("script[src]").first().getAttribute("src");
  expect((await context.request.get(script ?? "")).headers()["content-security-policy"]).toContain("default-src 'none'");
});

/** What every journey is watched for does fail one: on its own device, and on any that it opens. */
for (const device of ["own", "another"] as const) {
  test.fail(`a script that the policy stops fails the journey, on ${device} device`, { tag: "@once" }, async ({ page, browser, contextOptions }) => {
    const said: string[] = [];
    const here = device === "own" ? page : await (await browser.newContext(contextOptions)).newPage();
    here.on("console", (message) => /Content Security/.test(message.text()) && said.push(message.text()));
    await here.goto("/roadmap");
    await here.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'ran'";
      document.head.append(script);
    });
    await expect(here).not.toHaveTitle("ran");
    // Nothing here may throw: that would be the failure that is waited for.
    for (const until = Date.now() + 10_000; said.length === 0 && Date.now() < until; ) await here.waitForTimeout(50);
  });
}
