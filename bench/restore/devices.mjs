import { chromium } from "playwright";
import { whenLeaving } from "../../scripts/leave.mjs";
import { watchCalls } from "./watch.mjs";

const ARGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"];

/** Browsers with the application's own pages: what is ticked, kept and sent again is the product's doing, and only watched. */
export async function openDevices({ people, origin, executablePath, history }) {
  const browser = await chromium.launch({ executablePath, args: ARGS });
  whenLeaving(() => browser.close());
  return Promise.all(people.map((person) => openDevice(browser, person, { origin, history })));
}

async function openDevice(browser, { name, owner, cookie }, { origin, history }) {
  const context = await browser.newContext({ baseURL: origin, serviceWorkers: "block" });
  const equals = cookie.indexOf("=");
  await context.addCookies([{ name: cookie.slice(0, equals), value: cookie.slice(equals + 1), url: origin, httpOnly: true, sameSite: "Lax" }]);
  const sent = await watchCalls(context, { name, owner, history });
  let page;
  let taps = 0;

  async function open() {
    page = await context.newPage();
    await page.goto("/roadmap");
    await page.locator("header.top summary").waitFor();
  }

  await open();
  return {
    name,
    owner,
    sent,
    open,
    close: () => page.close(),
    goOffline: () => context.setOffline(true),
    goOnline: () => context.setOffline(false),
    /** Taps the next boxes of the page, one after another. */
    async tick(count) {
      await page.evaluate(tapBoxes, { from: taps, count });
      taps += count;
    },
    taps: () => taps,
    /** Somebody looks at the tab again. */
    comeBack: () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))),
    /** Every operation on the device, as IndexedDB has it. */
    held: () => page.evaluate(readOperations),
  };
}

async function tapBoxes({ from, count }) {
  const boxes = [...document.querySelectorAll("input.tick")];
  for (let tap = from; tap < from + count; tap += 1) {
    boxes[tap % boxes.length].click();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function readOperations() {
  const result = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await result(indexedDB.open("milepost"));
  const operations = await result(database.transaction("operations").objectStore("operations").getAll());
  database.close();
  return operations;
}
