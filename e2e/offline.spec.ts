import type { BrowserContext, Page } from "playwright/test";
import { expect, recordedFor, settled, test, tick } from "./fixtures";

test.use({ serviceWorkers: "allow" });

/** The first visit is over when the service worker has kept every page. */
async function visitOnce(page: Page) {
  await page.goto("/roadmap");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
}

async function cutConnection(context: BrowserContext, cut: boolean) {
  await context.setOffline(cut);
}

test("after one visit every roadmap page opens without a connection, and a tick made there arrives later", async ({ page, context, login }) => {
  const sneha = await login();
  await visitOnce(page);
  await settled(page, sneha);
  await page.close();
  await cutConnection(context, true);

  const train = await context.newPage();
  await train.goto("/roadmap/testing");
  await expect(train.getByRole("heading", { level: 1, name: /Testing/ })).toBeVisible();
  await expect(train.getByText("No connection.")).toBeVisible();
  await train.getByRole("link", { name: "The whole road" }).click();
  await expect(train).toHaveURL(/\/roadmap$/);
  await tick(train, "Set up a working environment").click();
  await expect(train.getByText("Kept on this device, sent when you are online.", { exact: true })).toBeVisible();
  await train.close();

  const tunnel = await context.newPage();
  await tunnel.goto("/home");
  await expect(tunnel.getByRole("heading", { level: 1, name: "Move around in the shell" })).toBeVisible();
  expect(await recordedFor(sneha)).toEqual([]);
  await cutConnection(context, false);
  await expect.poll(() => recordedFor(sneha)).toEqual(["set-up-workspace done"]);
});

test("a page that needs the server says so kindly", { tag: "@all" }, async ({ page, context }) => {
  await visitOnce(page);
  await cutConnection(context, true);
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { level: 1, name: "This page needs a connection" })).toBeVisible();
  await page.getByRole("link", { name: "Read the roadmap" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The road to back-end work" })).toBeVisible();
});

test("what is kept is documents and their scripts, never an answer for a person", { tag: "@all" }, async ({ page, login }) => {
  const sneha = await login();
  await visitOnce(page);
  await settled(page, sneha);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => new URL(request.url).pathname);
  });
  expect(kept).toContain("/roadmap/testing/test-first");
  expect(kept.filter((path) => path.startsWith("/api"))).toEqual([]);
});

test("with data saver on nothing is kept in the background", async ({ page }) => {
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  await page.addInitScript(() => {
    const connection = {
      get saveData() {
        console.info("data saver is on");
        return true;
      },
    };
    Object.defineProperty(navigator, "connection", { value: connection });
    ServiceWorkerContainer.prototype.register = () => {
      console.info("pages are kept");
      return new Promise(() => undefined);
    };
  });
  await page.goto("/roadmap");
  await expect.poll(() => said).toContain("data saver is on");
  // What the page does upon it, it does at once.
  await page.evaluate(() => undefined);
  expect(said).not.toContain("pages are kept");
});
