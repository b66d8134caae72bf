/** The slug of the newest listing of the trial. */
export async function findListing(origin) {
  const feed = await (await fetch(new URL("/jobs/feed.xml", origin))).text();
  const [, slug] = /<link>[^<]*\/jobs\/([a-z0-9-]+)<\/link>/.exec(feed) ?? [];
  if (!slug) throw new Error("There is no listing to measure.");
  return slug;
}

/** The cookies of somebody who tries Milepost out as a learner, as `storageState` takes them. */
export async function signInAsLearner(browser, origin) {
  const context = await browser.newContext({ baseURL: origin });
  try {
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByRole("button", { name: /Try as learner/ }).click();
    await page.waitForURL("**/home");
    const { cookies } = await context.storageState();
    return { cookies, origins: [] };
  } finally {
    await context.close();
  }
}
