import { defineConfig, devices } from "playwright/test";

// The short form: journeys on one screen, without those that take longest or look at pages for their own sake.
const short = process.env.JOURNEYS === "short";

export default defineConfig({
  testDir: "e2e",
  // The longest journeys take half a minute where nothing else runs.
  timeout: 90_000,
  // On a machine that does much else.
  expect: { timeout: 15_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  outputDir: "test-results",
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : [["list"]],
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    // A service worker answers before a journey's own routes can: only the journeys without a connection have it.
    serviceWorkers: "block",
    // A trace of every journey takes as long as the journey: --trace retain-on-failure when one fails.
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
    },
  },
  projects: [
    { name: "desktop", grepInvert: short ? /@look|@all/ : undefined, use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 900 } } },
    // What a screen makes no difference to (who may see what, limits, files) is tried once.
    ...(short ? [] : [{ name: "phone", grepInvert: /@once/, use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } } }]),
  ],
});
