import { erase, expect, recordedFor, settled, test, tick } from "./fixtures";

const FIRST = "Set up a working environment";
const SECOND = "Move around in the shell";

test("a tick reaches the server, and undo is a new change", async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/roadmap");
  await settled(page, sneha);
  await tick(page, FIRST).click();
  await expect(tick(page, FIRST)).toBeChecked();
  await expect.poll(() => recordedFor(sneha)).toEqual(["set-up-workspace done"]);
  await page.getByRole("button", { name: `Undo the change to ${FIRST}` }).click();
  await expect(tick(page, FIRST)).not.toBeChecked();
  await expect(tick(page, FIRST)).toBeFocused();
  await expect.poll(() => recordedFor(sneha)).toEqual(["set-up-workspace done", "set-up-workspace todo"]);
});

test("a tick made before the page's scripts have come is kept", async ({ page, login }) => {
  const sneha = await login();
  let letThrough: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route("**/*.js*", (route) => held.then(() => route.continue()));
  await page.goto("/roadmap", { waitUntil: "commit" });
  await tick(page, FIRST).click();
  letThrough();
  await expect(tick(page, FIRST)).toHaveAccessibleName(/done: a claim/);
  await expect.poll(() => recordedFor(sneha)).toEqual(["set-up-workspace done"]);
});

test("a double tap is one tick", async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/roadmap");
  await settled(page, sneha);
  await tick(page, FIRST).dblclick();
  await expect(tick(page, FIRST)).toBeChecked();
  await expect.poll(() => recordedFor(sneha)).toEqual(["set-up-workspace done"]);
});

test("at home a tick leaves its row where it is, with its undo", async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/home");
  await settled(page, sneha);
  const open = page.getByRole("region", { name: "Open to you now" });
  await expect(open.getByRole("checkbox")).toHaveCount(1);
  await open.getByRole("checkbox").dblclick();
  await expect(open.getByRole("checkbox").first()).toHaveAccessibleName(`${FIRST}: done: a claim`);
  await expect(open.getByRole("checkbox")).not.toHaveCount(1);
  await expect.poll(() => recordedFor(sneha)).toEqual(["set-up-workspace done"]);
  await page.getByRole("button", { name: `Undo the change to ${FIRST}` }).click();
  await expect(tick(page, FIRST)).toBeFocused();
  await expect(open.getByRole("checkbox")).toHaveCount(1);
  await expect.poll(() => recordedFor(sneha)).toEqual(["set-up-workspace done", "set-up-workspace todo"]);
});

test("ticks made without a connection survive a closed tab and are sent when there is one", async ({ page, context, login }) => {
  const sneha = await login();
  await page.goto("/roadmap");
  await settled(page, sneha);
  await context.setOffline(true);
  await expect(page.getByText("No connection.")).toBeVisible();
  await tick(page, FIRST).click();
  await expect(page.getByText("Kept on this device, sent when you are online.", { exact: true })).toBeVisible();
  await tick(page, SECOND).click();
  await expect(page.getByText("2 changes are kept on this device, sent when you are online.")).toBeVisible();
  await page.close();
  expect(await recordedFor(sneha)).toEqual([]);

  // The page itself comes again, the server behind it does not answer yet.
  await context.setOffline(false);
  await context.route("**/*", (route) => (isForServer(route.request()) ? route.abort() : route.continue()));
  const again = await context.newPage();
  await again.goto("/roadmap");
  await expect(tick(again, FIRST)).toBeChecked();
  await expect(tick(again, SECOND)).toHaveAccessibleName(/kept on this device/);
  expect(await recordedFor(sneha)).toEqual([]);

  await context.unroute("**/*");
  await again.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect.poll(() => recordedFor(sneha)).toHaveLength(2);
  await expect(tick(again, FIRST)).not.toHaveAccessibleName(/kept on this device/);
});

test("two devices that ticked without a connection end with the same", async ({ page, context, login, otherDevice }) => {
  const sneha = await login();
  await login({ on: otherDevice, as: sneha });
  const phone = await otherDevice.newPage();
  for (const device of [page, phone]) {
    await device.goto("/roadmap");
    await settled(device, sneha);
  }
  await Promise.all([context.setOffline(true), otherDevice.setOffline(true)]);
  await tick(page, FIRST).click();
  await tick(phone, FIRST).click();
  await phone.getByRole("button", { name: `Undo the change to ${FIRST}` }).click(); // the longer history
  await tick(phone, SECOND).click();
  await context.setOffline(false);
  await expect.poll(() => recordedFor(sneha)).toHaveLength(1);
  await otherDevice.setOffline(false);
  await expect.poll(() => recordedFor(sneha)).toHaveLength(4);
  for (const device of [page, phone]) {
    await device.reload();
    await expect(tick(device, SECOND)).toBeChecked();
    await expect(tick(device, FIRST)).not.toBeChecked();
  }
});

test("an open tab of before a deploy keeps its tick, loads the new version and sends it", async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/roadmap");
  await settled(page, sneha);
  let deployed = false;
  // The server really does not know this action: it answers as it does after a deploy with another key.
  await page.route("**/roadmap", (route) => {
    const headers = route.request().headers();
    if (!headers["next-action"] || deployed) return route.continue();
    deployed = true;
    return route.continue({ headers: { ...headers, "next-action": "40aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" } });
  });
  const reloaded = page.waitForEvent("load");
  await tick(page, FIRST).click();
  await reloaded;
  await expect(tick(page, FIRST)).toBeChecked();
  await expect.poll(() => recordedFor(sneha)).toEqual(["set-up-workspace done"]);
});

test("all four states can be said on the item's page, and the road shows them", async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/roadmap/learn-programming-basics/shell-basics");
  await settled(page, sneha);
  for (const [name, said] of [["Doing", "Doing since"], ["Done", "a claim until it is proven"], ["Skip", "does not count as done"], ["To do", "It takes about 6 hours"]] as const) {
    await page.getByRole("radio", { name, exact: true }).check({ force: true });
    await expect(page.getByRole("status").filter({ hasText: said })).toBeVisible();
  }
  await expect.poll(() => recordedFor(sneha)).toEqual(["shell-basics doing", "shell-basics done", "shell-basics skipped", "shell-basics todo"]);
});

test("states that arrow keys pass on their way are not said, and one that is left at once is", async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/roadmap/learn-programming-basics/shell-basics");
  await settled(page, sneha);
  const state = (name: string) => page.getByRole("radio", { name, exact: true });
  await state("To do").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(state("Done")).toBeChecked();
  await expect(page.getByRole("status").filter({ hasText: "a claim until it is proven" })).toBeVisible();
  await expect.poll(() => recordedFor(sneha)).toEqual(["shell-basics done"]);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Tab");
  await expect.poll(() => recordedFor(sneha)).toEqual(["shell-basics done", "shell-basics doing"]);
});

test("home goes on past what is skipped", async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/roadmap/learn-programming-basics/set-up-workspace");
  await settled(page, sneha);
  await page.getByRole("radio", { name: "Skip", exact: true }).check({ force: true });
  await expect.poll(() => recordedFor(sneha)).toEqual(["set-up-workspace skipped"]);
  await page.goto("/home");
  await expect(page.getByRole("heading", { level: 1, name: SECOND })).toBeVisible();
});

test("home says what to do next, and changes with each tick", async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/home");
  await expect(page.getByRole("heading", { level: 1, name: FIRST })).toBeVisible();
  await settled(page, sneha);
  await tick(page, FIRST).click();
  await expect(page.getByRole("heading", { level: 1, name: SECOND })).toBeVisible();
  await expect(page.getByText("1 and 0 of 168 items")).toBeVisible();
  await page.getByRole("link", { name: "Begin" }).click();
  await expect(page).toHaveURL(/shell-basics$/);
});

test("the device of an erased account forgets it", async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/roadmap");
  await settled(page, sneha);
  await tick(page, FIRST).click();
  await expect.poll(() => recordedFor(sneha)).toHaveLength(1);
  await erase(sneha);
  await tick(page, SECOND).click();
  await expect(page.getByText("This account was erased.")).toBeVisible();
  await expect(tick(page, FIRST)).not.toBeChecked();
  await page.reload();
  await settled(page, null);
  await expect(tick(page, SECOND)).not.toBeChecked();
});

function isForServer(request: { url(): string; method(): string }): boolean {
  return request.method() === "POST" || request.url().includes("/api/");
}
