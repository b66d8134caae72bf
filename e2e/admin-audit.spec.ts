import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures";
import { expectGood } from "./good-page";

test("what an admin looked at in a cohort is found in the record, and in its file", { tag: "@all" }, async ({ page, login, makeCohort }) => {
  const sneha = await login({ name: "Sneha Kulkarni" });
  const farida = await login({ name: "Farida Qureshi" });
  const cohort = await makeCohort({ teachers: [farida], learners: [sneha], name: "Evening" });
  const admin = await login({ name: `Asha ${cohort.slug}`, admin: true });
  await page.goto(`/teach/cohorts/${cohort.slug}/learners/${sneha.id}`);

  await page.goto("/teach");
  await page.getByRole("link", { name: "Administration" }).click();
  await page.getByRole("link", { name: "What was done" }).click();
  await page.getByLabel("Who, or about whom").fill(admin.name);
  await page.getByRole("combobox", { name: "What" }).selectOption("learners’ pages");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  const rows = page.getByRole("row").filter({ hasText: "looked at a learner" });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Sneha Kulkarni");
  await expectGood(page);

  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download as CSV" }).click()]);
  const [header, line] = (await readFile(await file.path(), "utf8")).split("\r\n");
  expect(header).toContain('"When (UTC)","Who","What"');
  expect(line).toContain(`"${admin.name}","learner.read","Sneha Kulkarni"`);
});
