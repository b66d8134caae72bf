import { expect, recordedFor, settled, test, tick } from "./fixtures";

const FIRST = "Set up a working environment";
const SECOND = "Move around in the shell";

test("where the browser keeps nothing, that is said, and a signed-in tick is still sent", async ({ page, login }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("not allowed here", "SecurityError");
    };
  });
  const sneha = await login();
  await page.goto("/roadmap");
  await settled(page, sneha);
  await expect(page.getByText("This browser keeps nothing.")).toBeVisible();
  await tick(page, FIRST).click();
  await expect.poll(() => recordedFor(sneha)).toEqual(["set-up-workspace done"]);
});

test("a tick that no longer fits on the device is not called kept", async ({ page }) => {
  await page.goto("/roadmap");
  await settled(page, null);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await tick(page, FIRST).click();
  await expect(page.getByText("This browser has no room left: this change is lost when you close the page.")).toBeVisible();
  await expect(page.getByText("Kept on this device.")).toBeHidden();
});

test("what did not fit is kept with the next change that does", async ({ page }) => {
  await page.goto("/roadmap");
  await settled(page, null);
  await page.evaluate(() => {
    const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "put") ?? {};
    IDBObjectStore.prototype.put = () => {
      Object.defineProperty(IDBObjectStore.prototype, "put", own);
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await tick(page, FIRST).click();
  const full = page.getByText("This browser has no room left: this change is lost when you close the page.");
  await expect(full).toBeVisible();
  await tick(page, SECOND).click();
  await expect(full).toBeHidden();
  await page.reload();
  await expect(tick(page, FIRST)).toBeChecked();
  await expect(tick(page, SECOND)).toBeChecked();
});

test("who signs in on a device without room is signed in there, and what they tick is sent", async ({ page, login }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  const sneha = await login();
  await page.goto("/roadmap");
  await settled(page, sneha);
  await tick(page, FIRST).click();
  await expect.poll(() => recordedFor(sneha)).toEqual(["set-up-workspace done"]);
});

test("two tabs show the same", async ({ page, context }) => {
  await page.goto("/roadmap");
  await settled(page, null);
  const other = await context.newPage();
  await other.goto("/roadmap");
  await settled(other, null);
  await tick(page, FIRST).click();
  await expect(tick(other, FIRST)).toBeChecked();
  await tick(other, SECOND).click();
  await expect(tick(page, SECOND)).toBeChecked();
});

test("a change that the server refuses stays, visibly not saved", async ({ page, login }) => {
  const sneha = await login();
  await page.goto("/roadmap");
  await settled(page, sneha);
  // What is sent names an item that the roadmap does not have: the server itself refuses it.
  await page.route("**/roadmap", (route) => {
    const body = route.request().postData();
    return body ? route.continue({ postData: body.replaceAll("set-up-workspace", "an-item-that-is-gone") }) : route.continue();
  });
  await tick(page, FIRST).click();
  await expect(page.getByText("Not saved. The roadmap has no item of this name.")).toBeVisible();
  await expect(page.getByText("One change could not be saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("One change could not be saved.")).toBeVisible();
  await expect(tick(page, FIRST)).toHaveAccessibleName(/done: a claim, not saved$/);
  expect(await recordedFor(sneha)).toEqual([]);
});
