import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/accounts";
import { enrollments } from "@/db/schema/cohorts";
import { expect, settled, test, tick } from "./fixtures";

const STEP = "learn-programming-basics";
const FIRST = "Set up a working environment";
const NEWS = "One learner recorded something.";

/** One more than may wait of one person, and more than the requests that are worked on at once. */
const BOARDS = 11;

test("the grid says that a learner recorded something, and shows it when it is asked to", async ({ page, login, makeCohort, otherDevice }) => {
  const farida = await login({ name: "Farida Shah" });
  const sneha = await login({ on: otherDevice });
  const { slug } = await makeCohort({ teachers: [farida], learners: [sneha] });
  await page.goto(`/teach/cohorts/${slug}/grid?step=${STEP}`);
  const line = page.locator(".board-changes");
  const height = () => page.locator("header").filter({ has: line }).evaluate((head) => head.getBoundingClientRect().height);
  await expect(line).toContainText("As of");
  const before = await height();
  const hers = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: sneha.name }) }).getByRole("gridcell");
  await expect(hers.first()).toHaveAccessibleName("to do");

  const phone = await otherDevice.newPage();
  await phone.goto("/roadmap");
  await settled(phone, sneha);
  await tick(phone, FIRST).click();
  await expect(line).toContainText(NEWS, { timeout: 15_000 });
  await expect(hers.first(), "nothing changes before it is asked for").toHaveAccessibleName("to do");
  expect(await height(), "and nothing moves").toBe(before);

  await page.getByRole("button", { name: "Show it" }).click();
  await expect(hers.first()).toHaveAccessibleName("done, claimed");
  await expect(line).toContainText("As of");
  await expect(line).toBeFocused();
});

test("boards that wait take no place from those who work, and learn nothing once they may not", { tag: "@once" }, async ({ page, login, makeCohort }) => {
  const farida = await login({ name: "Farida Shah" });
  const { id, slug } = await makeCohort({ teachers: [farida] });
  const changes = `/api/cohorts/${slug}/changes?since=${new Date().toISOString()}`;
  let answered = 0;
  const boards = Array.from({ length: BOARDS }, async () => {
    const answer = await page.request.get(changes);
    if (answer.ok()) answered += 1;
    return answer;
  });
  await page.waitForTimeout(500);
  expect((await page.request.get(`/teach/cohorts/${slug}/grid`)).status()).toBe(200);
  expect(answered, "while all of them wait").toBe(0);
  const answers = await Promise.all(boards);
  expect(answers.map((answer) => answer.status()).sort()).toEqual([...Array<number>(BOARDS - 1).fill(200), 429]);
  for (const answer of answers.filter((one) => one.ok())) expect(await answer.json()).toEqual({ learners: 0 });

  for (const since of ["yesterday", "0000-01-01T00:00:00Z"]) expect((await page.request.get(changes.replace(/since=.*/, `since=${since}`))).status()).toBe(400);
  await db.update(enrollments).set({ leftAt: new Date() }).where(and(eq(enrollments.cohortId, id), eq(enrollments.userId, farida.id)));
  expect((await page.request.get(changes)).status()).toBe(404);
});

test("a board that is left open keeps no session from running out", { tag: "@once" }, async ({ page, login, makeCohort }) => {
  const farida = await login({ name: "Farida Shah" });
  const { slug } = await makeCohort({ teachers: [farida] });
  const mine = eq(sessions.userId, farida.id);
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await db.update(sessions).set({ lastSeenAt: anHourAgo }).where(mine);
  const seen = async () => (await db.select({ at: sessions.lastSeenAt }).from(sessions).where(mine)).map(({ at }) => at.getTime() - anHourAgo.getTime());
  expect((await page.request.get(`/api/cohorts/${slug}/changes?since=${anHourAgo.toISOString()}&known=1`)).status()).toBe(200);
  expect(await seen()).toEqual([0]);
  expect((await page.request.get(`/teach/cohorts/${slug}/grid`)).status()).toBe(200);
  expect(await seen()).not.toEqual([0]);
});
