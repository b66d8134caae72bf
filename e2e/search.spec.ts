import type { Locator, Page } from "playwright/test";
import { expect, settled, test } from "./fixtures";
import { expectNoFaultLightAndDark } from "./good-page";

const trigger = (page: Page) => page.getByRole("button", { name: "Search", exact: true });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Search" });
const field = (page: Page) => dialog(page).getByRole("textbox", { name: "Search the guide" });
const results = (page: Page) => dialog(page).getByRole("listitem").getByRole("link");

async function visit(page: Page, path: string) {
  await page.goto(path);
  await settled(page, null);
}

test("the keyboard opens the search, finds with a typo and opens an item", async ({ page }) => {
  await visit(page, "/roadmap");
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("transactoin");
  await expect(results(page).first()).toHaveAccessibleName("Use transactions Item of step 2: Understand databases");
  await expect(dialog(page).getByRole("status")).toContainText(/^\d+ results?\b/);

  await page.keyboard.press("ArrowDown");
  await expect(results(page).first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(results(page).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/transactions-in-practice$/);
  await expect(page.getByRole("heading", { level: 1, name: "Use transactions" })).toBeVisible();
  await expect(dialog(page)).toBeHidden();
});

test("typing goes on from a result, and Enter in the field opens the first", async ({ page }) => {
  await visit(page, "/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("kubernet");
  await expect(results(page).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("s");
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue("kubernets");
  const first = await results(page).first().getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(first ?? "");
});

test("Enter opens the first result from the moment when it is shown", async ({ page }) => {
  // A key pressed in the task that shows the results: whatever listens later has not heard it.
  await page.addInitScript(() => {
    const shown = new MutationObserver(() => {
      if (!document.querySelector("dialog li a")) return;
      shown.disconnect();
      document.querySelector("dialog input")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    });
    shown.observe(document, { childList: true, subtree: true });
  });
  let serve = () => {};
  const asked = new Promise<void>((resolve) => (serve = resolve));
  await page.route("**/search-index.json", async (route) => asked.then(() => route.continue()));
  await visit(page, "/roadmap");
  await page.keyboard.press("/");
  await page.keyboard.type("transactons");
  serve();
  await expect(page).toHaveURL(/\/transactions-in-practice$/);
});

test("no letter is lost between the shortcut and the field, also at the moment when the field comes", async ({ page }) => {
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  // The page is never done loading, so that the frame is fetched when it is asked for, and a key is pressed as soon as it is shown.
  await page.addInitScript(() => {
    Object.defineProperty(document, "readyState", { get: () => "interactive" });
    addEventListener("load", (event) => event.stopImmediatePropagation(), true);
    document.addEventListener("focusin", ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.closest("dialog")) return;
      const left = target.dispatchEvent(new KeyboardEvent("keydown", { key: "u", bubbles: true, cancelable: true }));
      console.info(`a letter is ${left ? "left to" : "taken from"} the field`);
    });
  });
  await visit(page, "/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("k");
  await expect(field(page)).toHaveValue("k");
  expect(said.filter((text) => text.startsWith("a letter"))).toEqual(["a letter is left to the field"]);
});

test("Escape closes it and gives the focus back", async ({ page }) => {
  await visit(page, "/roadmap");
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("git");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(trigger(page)).toBeFocused();

  const box = page.getByRole("checkbox").first();
  await box.focus();
  await page.keyboard.press("/");
  await expect(field(page)).toHaveValue("git");
  await page.keyboard.press("Escape");
  await expect(box).toBeFocused();
});

test("what is typed into a field stays there", async ({ page }) => {
  await visit(page, "/sign-in");
  await page.getByLabel("E-mail").focus();
  await page.keyboard.type("a/b");
  await page.keyboard.press("Control+k");
  await expect(page.getByLabel("E-mail")).toHaveValue("a/b");
  await expect(dialog(page)).toBeHidden();
});

test("a thumb finds and opens an item, and a tap beside a panel closes it", async ({ page, hasTouch }) => {
  const press = (target: Locator) => (hasTouch ? target.tap() : target.click());
  await visit(page, "/");
  await press(trigger(page));
  await expect(field(page)).toBeFocused();
  await field(page).fill("dockerfile");
  for (const target of [await trigger(page).boundingBox(), await results(page).first().boundingBox(), await dialog(page).getByRole("button", { name: "Close" }).boundingBox()]) {
    expect(target?.height).toBeGreaterThanOrEqual(44);
  }
  await press(results(page).first());
  await expect(page.getByRole("heading", { level: 1, name: "Write a Dockerfile" })).toBeVisible();

  await press(trigger(page));
  await press(dialog(page).getByRole("button", { name: "Close" }));
  await expect(dialog(page)).toBeHidden();
  if (!hasTouch) {
    await trigger(page).click();
    await page.mouse.click(20, 400);
    await expect(dialog(page)).toBeHidden();
  }
});

test("the search has no accessibility fault, light and dark, and nothing wider than the screen", { tag: "@look" }, async ({ page }) => {
  await visit(page, "/roadmap");
  await trigger(page).click();
  for (const query of ["", "databse", "zzqqxx"]) {
    await field(page).fill(query);
    await expect(dialog(page).getByRole("status")).toContainText(query === "" ? "Finds" : query === "databse" ? "The best 12 of" : "Nothing found for “zzqqxx”");
    await expectNoFaultLightAndDark(page);
  }
  await field(page).fill("databse");
  for (const width of [320, 390, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await dialog(page).evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBeLessThanOrEqual(0);
  }
});

test("nothing of it is fetched before it is opened, and once is enough", async ({ page }) => {
  let asked = 0;
  page.on("request", (request) => (asked += Number(request.url().includes("search-index"))));
  await visit(page, "/roadmap");
  await page.waitForLoadState("networkidle");
  expect(asked).toBe(0);
  for (const query of ["docker", "backup"]) {
    await page.keyboard.press("/");
    await field(page).fill(query);
    await expect(results(page).first()).toBeVisible();
    const first = await results(page).first().getAttribute("href");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(first ?? "");
  }
  expect(asked).toBe(1);
});

test("without a connection it says so and tries again", async ({ page, context }) => {
  await visit(page, "/roadmap");
  await context.setOffline(true);
  await page.keyboard.press("/");
  await page.keyboard.type("docker");
  await expect(dialog(page).getByRole("status")).toContainText("could not be fetched");
  await context.setOffline(false);
  await dialog(page).getByRole("button", { name: "Try again" }).click();
  await expect(results(page).first()).toBeVisible();
  await expect(field(page)).toBeFocused();
});
