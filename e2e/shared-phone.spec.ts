import { expect, recordedFor, settled, test, tick } from "./fixtures";

const FIRST = "Set up a working environment";
const SECOND = "Move around in the shell";

test("signing out sends what waits and takes the data off the device", async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/roadmap");
  await settled(page, sneha);
  await tick(page, FIRST).click();
  await page.locator("summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/$/);
  await settled(page, null);
  expect(await recordedFor(sneha)).toEqual(["set-up-workspace done"]);
  await page.goto("/roadmap");
  await settled(page, null);
  await expect(tick(page, FIRST)).not.toBeChecked();
  expect(await page.evaluate(heldOnDevice)).toEqual([0, 0, 0]);
});

test("signing out with changes that cannot be sent asks first, and staying keeps them", async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/roadmap");
  await settled(page, sneha);
  await page.route("**/roadmap", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await tick(page, FIRST).click();
  await page.locator("summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("dialog")).toContainText("One change is only on this device");
  await page.getByRole("button", { name: "Stay signed in" }).click();
  await expect(tick(page, FIRST)).toBeChecked();

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign out and lose it" }).click();
  await expect(page).toHaveURL(/\/$/);
  await settled(page, null);
  expect(await recordedFor(sneha)).toEqual([]);
  expect(await page.evaluate(heldOnDevice)).toEqual([0, 0, 0]);
});

test("signing out in one tab takes the person out of the other, whatever that one was waiting for", { tag: "@all" }, async ({ page, context, login }) => {
  const sneha = await login();
  const other = await context.newPage();
  // The other tab's answer is under way when the first one signs out.
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await other.route(
    "**/api/progress",
    async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await held;
      await route.fulfill({ response, body });
    },
    // What it asks for afterwards may be under way when the journey ends.
    { times: 1 },
  );
  await page.goto("/roadmap");
  await settled(page, sneha);
  await other.goto("/roadmap");
  await page.locator("summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await settled(page, null);
  answer();
  await settled(other, null);
  // It is loaded again, which ends what runs in it.
  await expect.poll(() => other.evaluate(heldOnDevice).catch(() => null)).toEqual([0, 0, 0]);
});

test("signing out in one tab takes what was drawn for the person off the other", { tag: "@all" }, async ({ page, context, login }) => {
  const sneha = await login();
  const other = await context.newPage();
  await page.goto("/roadmap");
  await settled(page, sneha);
  await other.goto("/settings");
  await settled(other, sneha);
  await page.locator("summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(other).toHaveURL(/\/sign-in\?next=%2Fsettings$/);
});

test("a sign-in without a connection keeps what was typed and says so", async ({ page, context }) => {
  await page.goto("/sign-in");
  await settled(page, null);
  await page.getByLabel("E-mail").fill("sneha@example.org");
  await page.getByLabel("Password").fill("three quiet mangoes");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/The server could not be reached/);
  await expect(page.getByLabel("E-mail")).toHaveValue("sneha@example.org");
  await expect(page.getByLabel("Password")).toHaveValue("three quiet mangoes");
});

test("without a connection nobody is signed out and nothing is removed", async ({ page, context, login }) => {
  const sneha = await login();
  await page.goto("/roadmap");
  await settled(page, sneha);
  await page.locator("summary").click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Signing out needs a connection" })).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await settled(page, sneha);
});

test("one person's unsent ticks are neither shown to the next person nor sent to their account", async ({ page, context, login }) => {
  const sneha = await login();
  await page.goto("/roadmap");
  await settled(page, sneha);
  await context.setOffline(true);
  await tick(page, FIRST).click();
  await expect(page.getByText("Kept on this device, sent when you are online.", { exact: true })).toBeVisible();

  // The phone changes hands without signing out: another session stands in the cookie while the old tab is still open.
  await context.clearCookies();
  const ravi = await login({ name: "Ravi Das" });
  await context.setOffline(false);
  await settled(page, ravi);
  await expect(tick(page, FIRST)).not.toBeChecked();
  await expect(page.getByText("One change of another account waits on this device")).toBeVisible();
  await tick(page, SECOND).click();
  await expect.poll(() => recordedFor(ravi)).toEqual(["shell-basics done"]);
  expect(await recordedFor(sneha)).toEqual([]);

  // Back with its owner it is sent.
  await context.clearCookies();
  await login({ as: sneha });
  await page.reload();
  await settled(page, sneha);
  await expect.poll(() => recordedFor(sneha)).toEqual(["set-up-workspace done"]);
  expect(await recordedFor(ravi)).toEqual(["shell-basics done"]);
});

test("ticks of before signing in join an account with progress only after one question", { tag: "@all" }, async ({ page, context, login, otherDevice }) => {
  const sneha = await login({ on: otherDevice });
  const laptop = await otherDevice.newPage();
  await laptop.goto("/roadmap");
  await settled(laptop, sneha);
  await tick(laptop, FIRST).click();
  await expect.poll(() => recordedFor(sneha)).toHaveLength(1);

  await page.goto("/roadmap");
  await settled(page, null);
  await tick(page, SECOND).click();
  await expect(page.getByText("Kept on this device.")).toBeVisible();
  await login({ on: context, as: sneha });
  await page.reload();
  await expect(page.getByText("One change was made on this device before you signed in.")).toBeVisible();
  await expect(tick(page, SECOND)).not.toBeChecked();
  expect(await recordedFor(sneha)).toHaveLength(1);
  await page.getByRole("button", { name: "Yes, add it to my account" }).click();
  await expect(tick(page, SECOND)).toBeChecked();
  await expect.poll(() => recordedFor(sneha)).toEqual(["set-up-workspace done", "shell-basics done"]);
});

test("ticks that somebody else made can be removed instead", { tag: "@all" }, async ({ page, context, login }) => {
  const sneha = await login({ on: context });
  await page.goto("/roadmap");
  await settled(page, sneha);
  await tick(page, FIRST).click();
  await expect.poll(() => recordedFor(sneha)).toHaveLength(1);
  await context.clearCookies();
  await page.reload();
  await settled(page, null);
  await tick(page, SECOND).click();
  await expect(page.getByText("Kept on this device.")).toBeVisible();
  await login({ as: sneha });
  await page.reload();
  await page.getByRole("button", { name: "No, remove it" }).click();
  await expect(page.getByText("made on this device before")).toBeHidden();
  await page.reload();
  await settled(page, sneha);
  expect(await recordedFor(sneha)).toEqual(["set-up-workspace done"]);
});

/** How many rows each store of the device has. */
async function heldOnDevice(): Promise<number[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("milepost");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error("IndexedDB did not open"));
  });
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names);
  const counts = names.map(
    (name) =>
      new Promise<number>((resolve) => {
        const counting = transaction.objectStore(name).count();
        counting.onsuccess = () => resolve(counting.result);
      }),
  );
  const held = await Promise.all(counts);
  database.close();
  return held;
}
