import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { cohorts, enrollments, messages } from "@/db/schema/cohorts";
import { expect, settled, test, type Cohort, type Person } from "./fixtures";
import { expectGood } from "./good-page";

const receivedBy = (person: Person) => db.select({ body: messages.body, readAt: messages.readAt }).from(messages).where(eq(messages.learnerId, person.id));
const messagesOf = (cohort: Cohort) => `/teach/cohorts/${cohort.slug}/messages`;

test("an instructor writes to some learners once, a learner reads it, and the instructor sees that", { tag: "@all" }, async ({ page, login, makeCohort, otherDevice }) => {
  const asha = await login({ name: "Asha Rao", on: otherDevice });
  const imran = await login({ name: "Imran Shaikh" });
  const farida = await login({ name: "Farida Khan" });
  const cohort = await makeCohort({ teachers: [farida], learners: [asha, imran] });
  await db.update(enrollments).set({ groupName: "Morning" }).where(eq(enrollments.userId, imran.id));

  await page.goto(`${messagesOf(cohort)}?to=${asha.id}&to=not-an-id`);
  await settled(page, farida);
  await expect(page.getByLabel("Asha Rao")).toBeChecked();
  await expect(page.getByLabel("Imran Shaikh")).not.toBeChecked();
  await expect(page.getByText("1 of 2 chosen")).toBeVisible();
  await expectGood(page);

  const send = page.getByRole("button", { name: "Send" });
  await send.click();
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveAccessibleDescription(/Write what you want to say/);
  await page.getByRole("textbox", { name: "Message" }).fill("Come to the session.\n<b>Bring</b> the diagram.");
  await send.dblclick();
  await expect(page.getByText("Sent to 1 learner.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("");
  await expect(page.getByRole("link", { name: "To Asha Rao, not read yet" })).toBeVisible();
  expect((await receivedBy(asha)).map(({ body }) => body)).toEqual(["Come to the session.\n<b>Bring</b> the diagram."]);

  await page.getByLabel("All 2 learners").check();
  await page.getByRole("checkbox", { name: "Morning" }).uncheck();
  await expect(page.getByText("1 of 2 chosen")).toBeVisible();
  await page.getByLabel("Imran Shaikh").check();
  await page.getByRole("textbox", { name: "Message" }).fill("To both of you.");
  await send.click();
  await expect(page.getByRole("link", { name: "To Asha Rao and 1 other, read by 0 of 2" })).toBeVisible();

  const phone = await otherDevice.newPage();
  await phone.goto("/home");
  await phone.getByRole("link", { name: "Two messages" }).click();
  await expect(phone.getByText("<b>Bring</b> the diagram.")).toBeVisible();
  await expect(phone.getByText("Farida Khan").first()).toBeVisible();
  await expect.poll(async () => (await receivedBy(asha)).every(({ readAt }) => readAt !== null)).toBe(true);
  await expectGood(phone);
  await phone.getByRole("link", { name: "Home", exact: true }).click();
  await expect(phone.getByRole("link", { name: "Messages, none of them new" })).toBeVisible();

  await page.reload();
  await page.getByRole("link", { name: "To Asha Rao and 1 other, read by 1 of 2" }).click();
  await expect(page.getByRole("heading", { name: "Who got it" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Asha Rao" })).toContainText("Read");
  await expect(page.getByRole("listitem").filter({ hasText: "Imran Shaikh" })).toContainText("Not read yet");
});

test("what is announced is deleted by who wrote it, and a message that is being written stays", async ({ page, login, makeCohort, otherDevice }) => {
  const asha = await login({ name: "Asha Rao", on: otherDevice });
  const farida = await login({ name: "Farida Khan" });
  const cohort = await makeCohort({ teachers: [farida], learners: [asha] });
  await page.goto(messagesOf(cohort));
  await settled(page, farida);
  await page.getByRole("textbox", { name: "Message" }).fill("Not finished");
  // Also when somebody else has sent one meanwhile.
  await db.insert(messages).values({ learnerId: asha.id, id: uuidv7(), cohortId: cohort.id, body: "From a colleague" });
  await page.getByRole("textbox", { name: "Announcement" }).fill("The session moves to Friday.");
  await page.getByRole("button", { name: "Announce", exact: true }).click();
  await expect(page.getByText("The session moves to Friday.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Announcement" })).toHaveValue("");
  await expect(page.getByText("From a colleague")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("Not finished");
  await page.getByRole("button", { name: /^Delete what you announced/ }).click();
  await expect(page.getByText("The session moves to Friday.")).toBeHidden();
});

test("nobody can send through the form of another cohort", { tag: "@once" }, async ({ page, login, makeCohort, otherDevice }) => {
  const asha = await login({ name: "Asha Rao", on: otherDevice });
  const stranger = await login({ name: "A stranger", on: otherDevice });
  const farida = await login({ name: "Farida Khan" });
  const [own, other] = [await makeCohort({ teachers: [farida], learners: [stranger] }), await makeCohort({ learners: [asha] })];

  // The form as it is, with somebody else's learner in it: nothing is written to them.
  await page.goto(messagesOf(own));
  await settled(page, farida);
  await page.getByLabel("The one learner").check();
  await page.getByRole("textbox", { name: "Message" }).fill("Hello");
  await page.locator("input[name=to]").evaluate((box, id) => box.setAttribute("value", id), asha.id);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Nobody you chose is enrolled now.")).toBeVisible();
  expect(await receivedBy(asha)).toEqual([]);

  // And with the name of another cohort in it.
  await page.locator("input[name=cohort]").first().evaluate((field, slug) => field.setAttribute("value", slug), other.slug);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Send" }).click();
  await answered;
  await expect(page.getByRole("heading", { name: "Messages" })).toBeHidden();
  expect(await receivedBy(asha)).toEqual([]);
});

test("a form that was open when its cohort was archived says so, and keeps what was typed", { tag: "@once" }, async ({ page, login, makeCohort }) => {
  const farida = await login({ name: "Farida Khan" });
  const cohort = await makeCohort({ teachers: [farida] });
  await page.goto(messagesOf(cohort));
  await settled(page, farida);
  const words = page.getByRole("textbox", { name: "Announcement" });
  await words.fill("We meet at six.");
  await db.update(cohorts).set({ archivedAt: new Date() }).where(eq(cohorts.id, cohort.id));
  await page.getByRole("button", { name: "Announce" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The cohort is archived." })).toBeVisible();
  await expect(words).toHaveValue("We meet at six.");

  await page.reload();
  await expect(page.getByText("archived: it can be read and not changed")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sent" })).toBeVisible();
  await expect(words).toBeHidden();
  await expectGood(page);
});
