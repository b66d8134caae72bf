import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect } from "./fixtures";

const pathOf = (page: Page) => new URL(page.url()).pathname;

/** What axe finds on the page as it is, or only what these rules of it find. */
export async function expectNoFault(page: Page, only?: string[]) {
  // While one page goes over into another there is none.
  await expect(page).toHaveTitle(/./);
  // Of one document, which asks for nothing from other hosts: without a second page to put results together.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (only ? axe.withRules(only) : axe).analyze();
  expect(violations.map(({ id, nodes }) => `${pathOf(page)} ${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
}

const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 600;

/** Between light and dark nothing but colours changes, and those are the same on a phone: there they are looked at once. */
export async function expectNoFaultLightAndDark(page: Page) {
  await page.emulateMedia({ colorScheme: "light" });
  await expectNoFault(page);
  if (isPhone(page)) return;
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoFault(page, ["color-contrast"]);
}

/** On the desktop at every width, 390 among them; on a phone, which lays pages out by its own rules, at its own. */
export async function expectNothingWider(page: Page) {
  const size = page.viewportSize();
  for (const width of isPhone(page) ? [390] : [320, 390, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${pathOf(page)} at ${width}`).toBeLessThanOrEqual(0);
  }
  if (size) await page.setViewportSize(size);
}

/** No accessibility fault, light and dark, and nothing wider than any screen. Looking takes longer than most journeys: the short form leaves it out. */
export async function expectGood(page: Page) {
  if (process.env.JOURNEYS === "short") return;
  await expectNoFaultLightAndDark(page);
  await expectNothingWider(page);
}
