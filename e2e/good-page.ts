import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect } from "./fixtures";

const pathOf = (page: Page) => new URL(page.url()).pathname;

export async function expectNoFault(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${pathOf(page)} ${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
}

export async function expectNoFaultLightAndDark(page: Page) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoFault(page);
  }
}

export async function expectNothingWider(page: Page) {
  const size = page.viewportSize();
  for (const width of [320, 390, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${pathOf(page)} at ${width}`).toBeLessThanOrEqual(0);
  }
  if (size) await page.setViewportSize(size);
}

/** No accessibility fault, light and dark, and nothing wider than any screen. */
export async function expectGood(page: Page) {
  await expectNoFaultLightAndDark(page);
  await expectNothingWider(page);
}
