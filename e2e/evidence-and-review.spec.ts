import { request } from "node:http";
import { and, desc, eq } from "drizzle-orm";
import type { BrowserContext, Page } from "playwright/test";
import { db } from "@/db/client";
import { audit } from "@/db/schema/audit";
import { enrollments } from "@/db/schema/cohorts";
import { submissions } from "@/db/schema/evidence";
import { env } from "@/lib/env";
import { expect, recordedFor, settled, test, type Cohort, type Person } from "./fixtures";
import { expectGood } from "./good-page";

const ITEM = { slug: "debug-with-a-debugger", title: "Debug with breakpoints", path: "/roadmap/learn-programming-basics/debug-with-a-debugger" };
const PEER_ITEM = { slug: "functions-and-modules", title: "Functions and modules" };
const RUBRIC_ITEM = "model-entities";
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

const reviewsOf = (cohort: Cohort) => `/teach/cohorts/${cohort.slug}/reviews`;

async function newestOf(learner: Person) {
  const [row] = await db
    .select({ id: submissions.id, state: submissions.state, fileId: submissions.fileId })
    .from(submissions)
    .where(eq(submissions.userId, learner.id))
    .orderBy(desc(submissions.version))
    .limit(1);
  if (!row) throw new Error("Nothing was given.");
  return row;
}

async function handInText(page: Page, item: string, text: string) {
  await page.goto(`/evidence/${item}`);
  await handIn(page, text);
}

async function handIn(page: Page, text: string) {
  await page.getByText("Text", { exact: true }).first().click();
  await page.getByRole("textbox", { name: "Text" }).fill(text);
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByRole("heading", { name: "It waits for a reviewer" })).toBeVisible();
}

/** 2 MB whose length is not said before. */
function sendInChunks(url: URL, headers: Record<string, string>): Promise<number | "cut off"> {
  return new Promise((resolve) => {
    const sending = request(url, { method: "POST", headers: { ...headers, "Transfer-Encoding": "chunked" } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sending.on("error", () => resolve("cut off"));
    for (let chunk = 0; chunk < 32; chunk += 1) sending.write(Buffer.alloc(65_536, "a"));
    sending.end();
  });
}

async function leave(cohort: Cohort, person: Person) {
  await db.update(enrollments).set({ leftAt: new Date() }).where(and(eq(enrollments.cohortId, cohort.id), eq(enrollments.userId, person.id)));
}

test("a draft is nobody else’s, and a reviewer reads it as text with its links and says why it comes back", async ({ page, login, makeCohort, otherDevice }) => {
  const sneha = await login();
  const farida = await login({ name: "Farida Qureshi", on: otherDevice });
  const cohort = await makeCohort({ teachers: [farida], learners: [sneha] });
  await page.goto(`/evidence/${ITEM.slug}`);
  await settled(page, sneha);
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByRole("textbox", { name: "Text" })).toHaveAccessibleDescription(/Write what you did/);
  await page.getByRole("textbox", { name: "Text" }).fill("I stopped at the loop.\n\n- [ ] <b>see</b> [the log](https://example.org/log)");
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByText(/Version 1 is a draft/)).toBeVisible();

  const desk = await otherDevice.newPage();
  await desk.goto(reviewsOf(cohort));
  await expect(desk.getByText("Nothing waits for a review.")).toBeVisible();
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByText(/Version 1 was handed in on/)).toBeVisible();

  await desk.reload();
  await desk.getByRole("link", { name: `Sneha Kulkarni: ${ITEM.title}` }).click();
  const link = desk.getByRole("link", { name: "the log" });
  await expect(link).toHaveAttribute("rel", "nofollow noopener");
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(desk.getByText("<b>see</b>")).toBeVisible();
  await desk.getByRole("button", { name: "Return" }).click();
  await expect(desk.getByRole("textbox", { name: "Comment" })).toHaveAccessibleDescription(/Write what is missing/);
});

test("handing in ticks the item too, unless the learner says otherwise", async ({ page, login }) => {
  const sneha = await login();
  await page.goto(`/evidence/${ITEM.slug}`);
  await settled(page, sneha);
  await page.getByLabel(/tick it too/).uncheck();
  await handIn(page, "I stopped at the loop.");
  await handInText(page, PEER_ITEM.slug, "Three modules.");
  await expect.poll(() => recordedFor(sneha)).toEqual([`${PEER_ITEM.slug} done`]);
});

test("a reviewer ticks the lines of the rubric that are met, and the learner reads each of them", { tag: "@all" }, async ({ page, login, makeCohort, otherDevice }) => {
  const sneha = await login();
  const farida = await login({ name: "Farida Qureshi", on: otherDevice });
  const cohort = await makeCohort({ teachers: [farida], learners: [sneha] });
  await page.goto(`/evidence/${RUBRIC_ITEM}`);
  await settled(page, sneha);
  await expect(page.getByRole("region", { name: "What proves it" }).getByRole("listitem")).toHaveCount(3);
  await handInText(page, RUBRIC_ITEM, "Shops, orders and customers.");

  const desk = await otherDevice.newPage();
  await desk.goto(reviewsOf(cohort));
  await desk.getByRole("button", { name: "Begin with the oldest" }).click();
  const rubric = desk.getByRole("group", { name: "Rubric" });
  await expect(rubric.getByRole("checkbox")).toHaveCount(3);
  await rubric.getByRole("checkbox", { name: /primary key/ }).check();
  await expectGood(desk);
  await desk.getByRole("button", { name: "Return" }).click();
  await expect(desk.getByRole("textbox", { name: "Comment" })).toHaveAccessibleDescription(/Write what is missing/);
  await expect(rubric.getByRole("checkbox", { name: /primary key/ })).toBeChecked();
  await desk.getByRole("textbox", { name: "Comment" }).fill("The sentences are missing.");
  await desk.getByRole("button", { name: "Return" }).click();
  await expect(desk).toHaveURL(reviewsOf(cohort));

  await page.reload();
  const judged = page.getByRole("list", { name: "The rubric, 1 of 3 met" }).getByRole("listitem");
  await expect(judged).toHaveText([/^Met: Each table has a primary key/, /^Not met: /, /^Not met: /]);
  await expectGood(page);
});

test("someone who is not signed in is led to sign in, and back", async ({ page }) => {
  await page.goto(ITEM.path);
  await settled(page, null);
  await page.getByRole("link", { name: "Add evidence" }).click();
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(`/evidence/${ITEM.slug}`)}`);
});

test("what is handed in can be withdrawn, and its level falls with it", { tag: "@once" }, async ({ page, login }) => {
  await login();
  await handInText(page, ITEM.slug, "I stopped at the loop.");
  await page.getByRole("button", { name: "Withdraw it" }).click();
  await expect(page.getByText(/You withdrew version 1/)).toBeVisible();
  await expect(page.getByText("none yet")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue("I stopped at the loop.");
});

test("a file is given, kept, and sent back as an attachment and nothing else", async ({ page, login }) => {
  const sneha = await login();
  await page.goto(`/evidence/${ITEM.slug}`);
  await settled(page, sneha);
  await page.getByText("File", { exact: true }).first().click();
  const file = page.getByLabel("File", { exact: true }).last();
  await expect(page.getByText("At most 1 MB: text, PDF, PNG or JPEG.")).toBeVisible();

  await file.setInputFiles({ name: "video.mp4", mimeType: "video/mp4", buffer: Buffer.from([0, 0, 0, 24, 102, 116]) });
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByText(/This is no text, PDF, PNG or JPEG file/)).toBeVisible();
  await expect(file).toHaveValue(/video\.mp4$/);

  await file.setInputFiles({ name: "चित्र 1.png", mimeType: "image/png", buffer: PNG });
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByText(/चित्र 1\.png \(.*\) is kept unless you choose another/)).toBeVisible();
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByText(/Version 1 was handed in on/)).toBeVisible();

  await page.getByText("What was given").click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /चित्र 1\.png/ }).click();
  expect((await download).suggestedFilename()).toBe("चित्र 1.png");

  const { fileId } = await newestOf(sneha);
  const answer = await page.request.get(`/api/evidence/files/${sneha.id}/${fileId}`);
  const headers = answer.headers();
  expect(await answer.body()).toEqual(PNG);
  expect(headers["content-type"]).toBe("image/png");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["cache-control"]).toBe("private, no-store");
  expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
  expect(headers["content-disposition"]).toBe(`attachment; filename="_____ 1.png"; filename*=UTF-8''${encodeURIComponent("चित्र 1.png")}`);
});

test("too big a file and too long a text are refused, and everything typed and chosen is kept", async ({ page, login }) => {
  const sneha = await login();
  await page.goto(`/evidence/${ITEM.slug}`);
  await settled(page, sneha);
  const long = "a".repeat(20_001);
  await page.getByRole("textbox", { name: "Text" }).fill(long);
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByText(/Write at most 20,000 characters; this has 20,001/)).toBeVisible();
  await page.getByText("File", { exact: true }).first().click();
  const file = page.getByLabel("File", { exact: true }).last();
  await file.setInputFiles({ name: "big.txt", mimeType: "text/plain", buffer: Buffer.alloc(1_048_577, "a") });
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByText(/big\.txt has more than 1 MB/)).toBeVisible();
  await expect(file).toHaveValue(/big\.txt$/);
  await page.getByText("Text", { exact: true }).first().click();
  await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue(long);
});

test("a draft that was changed elsewhere is not written over unseen, by a text or by a file", { tag: "@once" }, async ({ page, context, login }) => {
  const sneha = await login();
  await page.goto(`/evidence/${ITEM.slug}`);
  await settled(page, sneha);
  const other = await context.newPage();
  const write = async (on: Page, text: string) => {
    await on.getByText("Text", { exact: true }).first().click();
    await on.getByRole("textbox", { name: "Text" }).fill(text);
    await on.getByRole("button", { name: "Save as draft" }).click();
  };
  const drawnAnew = (on: Page) => expect(on.locator("form[aria-busy=true]")).toHaveCount(0);
  await other.goto(`/evidence/${ITEM.slug}`);
  await settled(other, sneha);
  await write(other, "On the laptop");
  await expect(other.getByText("Saved as a draft. Nobody else sees it.")).toBeVisible();

  const elsewhere = page.getByRole("alert").filter({ hasText: "This draft was changed elsewhere since you opened it, so nothing was saved." });
  await write(page, "On the phone");
  await expect(elsewhere).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue("On the phone");
  await drawnAnew(page);
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByText("Saved as a draft. Nobody else sees it.")).toBeVisible();

  await other.getByText("File", { exact: true }).first().click();
  await other.getByLabel("File", { exact: true }).last().setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("hello") });
  await other.getByRole("button", { name: "Save as draft" }).click();
  await expect(other.getByRole("alert").filter({ hasText: "This draft was changed elsewhere" })).toBeVisible();
  await drawnAnew(other);
  await other.getByRole("button", { name: "Save as draft" }).click();
  await expect(other.getByText("Saved as a draft. Nobody else sees it.")).toBeVisible();
  expect((await newestOf(sneha)).fileId).not.toBeNull();
});

test("an upload is taken from this site's own pages alone, up to 1 MB, and counted as it comes", { tag: "@once" }, async ({ page, login }) => {
  const sneha = await login();
  const path = `/api/evidence/${ITEM.slug}?name=a.txt&then=save`;
  const send = async (data: Buffer, origin?: string, to = path) =>
    (await page.request.post(to, { data, headers: { "Content-Type": "application/octet-stream", ...(origin && { Origin: origin }) } })).status();
  const own = new URL(env.APP_URL).origin;
  const small = Buffer.from("hello");

  expect(await send(small)).toBe(403);
  expect(await send(small, "https://evil.example")).toBe(403);
  expect(await send(small, "null")).toBe(403);
  expect(await send(Buffer.alloc(1_048_577, "a"), own)).toBe(413);
  expect(await send(Buffer.from([0xff, 0xfe, 0x41, 0x00]), own)).toBe(415);
  expect(await send(Buffer.alloc(0), own)).toBe(400);
  expect(await send(small, own, "/api/evidence/shell-basics?name=a.txt&then=save")).toBe(404);
  expect(await send(small, own, `${path}&owner=1`)).toBe(400);
  await expect(newestOf(sneha)).rejects.toThrow("Nothing was given.");

  const [cookie] = await page.context().cookies();
  const answer = await sendInChunks(new URL(path, env.APP_URL), { Origin: own, "Content-Type": "application/octet-stream", Cookie: `${cookie?.name}=${cookie?.value}` });
  expect(answer).toBe(413);
  await expect(newestOf(sneha)).rejects.toThrow("Nothing was given.");

  expect(await send(small, own)).toBe(200);
  await page.context().clearCookies();
  expect(await send(small, own)).toBe(401);
});

test("a classmate confirms what peers may confirm, and sees nothing else", { tag: "@all" }, async ({ page, login, makeCohort, otherDevice }) => {
  const sneha = await login();
  const imran = await login({ name: "Imran Shaikh", on: otherDevice });
  await makeCohort({ learners: [sneha, imran] });
  await handInText(page, ITEM.slug, "Not for peers");
  await handInText(page, PEER_ITEM.slug, "Three functions, one module.");

  const peer = await otherDevice.newPage();
  await peer.goto("/evidence");
  await expect(peer.getByRole("heading", { name: "Your cohort asks for your eyes" })).toBeVisible();
  await expect(peer.getByText(ITEM.title)).toHaveCount(0);
  await peer.getByRole("link", { name: `Sneha Kulkarni: ${PEER_ITEM.title}` }).click();
  await expect(peer.getByText("Three functions, one module.")).toBeVisible();
  await expect(peer.getByRole("heading", { name: "Your word" })).toBeVisible();
  await expectGood(peer);
  const confirmPage = peer.url();
  await peer.getByRole("textbox", { name: "Comment" }).fill("I ran it.");

  // What was confirmed in another tab is not confirmed twice, and nothing that was typed is lost.
  const second = await otherDevice.newPage();
  await second.goto(confirmPage);
  await second.getByRole("textbox", { name: "Comment" }).fill("I read it twice.");
  await peer.getByRole("button", { name: "Confirm it" }).click();
  await expect(peer).toHaveURL("/evidence");
  await expect(peer.getByText("Your cohort asks for your eyes")).toHaveCount(0);
  await peer.getByRole("link", { name: "Home", exact: true }).click();
  await expect(peer.getByRole("link", { name: /^Your cohort: / })).toBeVisible();
  await expect(peer.getByText("of others to confirm")).toHaveCount(0);
  expect((await peer.goto(confirmPage))?.status()).toBe(404);
  await second.getByRole("button", { name: "Confirm it" }).click();
  await expect(second.getByRole("alert").filter({ hasText: "It does not wait for you any more" })).toBeVisible();
  await expect(second.getByRole("textbox", { name: "Comment" })).toHaveValue("I read it twice.");

  await page.goto(`/evidence/${PEER_ITEM.slug}`);
  await expect(page.getByText("3 attested")).toBeVisible();
  await expect(page.getByText("I ran it.")).toBeVisible();
  expect((await page.goto(confirmPage))?.status()).toBe(404);

  await peer.goto("/evidence");
  const confirmed = peer.getByRole("region", { name: "You confirmed" });
  await expect(confirmed.getByText(`Sneha Kulkarni: ${PEER_ITEM.title}`)).toBeVisible();
  await confirmed.getByText("Take your word back").click();
  await expectGood(peer);
  await confirmed.getByRole("button", { name: "Take it back" }).click();
  await expect(confirmed.getByRole("textbox", { name: "Reason" })).toHaveAccessibleDescription(/Write why you take it back/);
  await confirmed.getByRole("textbox", { name: "Reason" }).fill("I looked at another file.");
  await confirmed.getByRole("button", { name: "Take it back" }).click();
  await expect(confirmed).toHaveCount(0);
  await expect(peer.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(peer.getByRole("link", { name: `Sneha Kulkarni: ${PEER_ITEM.title}` })).toBeVisible();

  await page.goto(`/evidence/${PEER_ITEM.slug}`);
  await expect(page.getByText("1 linked")).toBeVisible();
  await expect(page.getByText("Taken back: I looked at another file.")).toBeVisible();
});

test("two instructors do not do the same, and the next one opens by itself", { tag: ["@once", "@all"] }, async ({ page, login, makeCohort, otherDevice, browser, contextOptions }) => {
  test.slow();
  const [sneha, imran] = [await login({ name: "Sneha Kulkarni" }), await login({ name: "Imran Shaikh", on: otherDevice })];
  await handInText(page, ITEM.slug, "Sneha’s work");
  await handInText(await otherDevice.newPage(), ITEM.slug, "Imran’s work");

  const farida = await login({ name: "Farida Qureshi" });
  const vikramsDevice = await browser.newContext(contextOptions);
  const vikram = await login({ name: "Vikram Rao", on: vikramsDevice });
  const cohort = await makeCohort({ teachers: [farida, vikram], learners: [imran, sneha] });

  await page.goto(reviewsOf(cohort));
  await expect(page.getByText("2 submissions wait, the oldest first.")).toBeVisible();
  await expectGood(page);
  await page.getByRole("button", { name: "Begin with the oldest" }).click();
  await expect(page.getByText("Sneha’s work")).toBeVisible();
  await expect(page).toHaveTitle(/^Review of .*, Sneha Kulkarni/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByText("1 more waits.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept" })).toBeVisible();
  await expectGood(page);

  const other = await vikramsDevice.newPage();
  await other.goto(reviewsOf(cohort));
  await expect(other.getByText("Farida Qureshi is looking at it.")).toBeVisible();
  await other.goto(page.url());
  await expect(other.getByText(/Farida Qureshi is looking at it\. From .* on you can\./)).toBeVisible();
  await expect(other.getByRole("button", { name: "Accept" })).toHaveCount(0);

  const first = page.url();
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByText("Imran’s work")).toBeVisible();
  await expect(page).toHaveTitle(/^Review of .*, Imran Shaikh/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByText("No other waits.")).toBeVisible();
  await page.getByRole("button", { name: "Leave it to others" }).press("Enter");
  await expect(page.getByRole("button", { name: "Keep it to yourself for 30 minutes" })).toBeFocused();

  await page.goto(first);
  await page.getByText("Take your verdict back").click();
  await page.getByRole("textbox", { name: "Reason" }).fill("I read the wrong one.");
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("button", { name: "Accept" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Your verdict" })).toBeFocused();
  expect((await newestOf(sneha)).state).toBe("handed-in");
  await vikramsDevice.close();
});

test("to everyone else the queue, the work and the file are not there, by page and by form", { tag: ["@once", "@all"] }, async ({ page, login, makeCohort, otherDevice, browser, contextOptions }) => {
  test.slow();
  const sneha = await login();
  await page.goto(`/evidence/${ITEM.slug}`);
  await settled(page, sneha);
  await page.getByText("File", { exact: true }).first().click();
  await page.getByLabel("File", { exact: true }).last().setInputFiles({ name: "proof.png", mimeType: "image/png", buffer: PNG });
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByText(/Version 1 was handed in on/)).toBeVisible();
  const { id, fileId } = await newestOf(sneha);

  const farida = await login({ name: "Farida Qureshi", on: otherDevice });
  const strangersDevice = await browser.newContext(contextOptions);
  const strangers = { outsider: await login({ on: strangersDevice }), classmate: await login({ on: strangersDevice }), otherInstructor: await login({ on: strangersDevice }) };
  const cohort = await makeCohort({ teachers: [farida], learners: [sneha, strangers.classmate] });
  const otherCohort = await makeCohort({ teachers: [strangers.otherInstructor], learners: [strangers.classmate] });
  const file = `/api/evidence/files/${sneha.id}/${fileId}`;
  const paths = [reviewsOf(cohort), `${reviewsOf(cohort)}/${sneha.id}/${id}`, `${reviewsOf(otherCohort)}/${sneha.id}/${id}`, `/evidence/confirm/${id}`, file];

  const desk = await otherDevice.newPage();
  await desk.goto(`${reviewsOf(cohort)}/${sneha.id}/${id}`);
  expect((await desk.request.get(file)).status()).toBe(200);
  const form = desk.waitForRequest((request) => request.method() === "POST" && "next-action" in request.headers());
  await desk.route("**/*", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await desk.getByRole("button", { name: "Accept" }).click();
  const verdict = await form;
  const headers = Object.fromEntries(Object.entries(await verdict.allHeaders()).filter(([name]) => !/^:|^cookie$|^content-length$/.test(name)));
  const sendVerdict = async (as: BrowserContext) => {
    const [cookie] = await as.cookies();
    const data = verdict.postDataBuffer() ?? Buffer.alloc(0);
    return (await as.request.post(verdict.url(), { data, headers: { ...headers, cookie: `${cookie?.name}=${cookie?.value}` }, maxRedirects: 0 })).status();
  };
  await desk.unroute("**/*");

  for (const stranger of Object.values(strangers)) {
    await login({ as: stranger, on: strangersDevice });
    for (const path of paths) expect([path, (await strangersDevice.request.get(path)).status()]).toEqual([path, 404]);
    expect(await sendVerdict(strangersDevice)).toBe(404);
    expect((await newestOf(sneha)).state).toBe("handed-in");
  }

  await leave(cohort, farida);
  await desk.getByRole("button", { name: "Accept" }).click();
  await expect(desk.getByText("Accept", { exact: true })).toHaveCount(0);
  expect((await desk.goto(`${reviewsOf(cohort)}/${sneha.id}/${id}`))?.status()).toBe(404);
  expect((await desk.request.get(file)).status()).toBe(404);
  expect(await sendVerdict(otherDevice)).toBe(404);
  expect((await newestOf(sneha)).state).toBe("handed-in");

  // The same request of who does teach: what was refused above was a verdict.
  await db.update(enrollments).set({ leftAt: null }).where(eq(enrollments.userId, farida.id));
  await sendVerdict(otherDevice);
  expect((await newestOf(sneha)).state).toBe("accepted");
  await strangersDevice.close();
});

test("an admin may look, which is written down, and gives no verdict", { tag: "@once" }, async ({ page, login, makeCohort, otherDevice }) => {
  const sneha = await login();
  await handInText(page, ITEM.slug, "I stopped at the loop.");
  const { id } = await newestOf(sneha);
  const cohort = await makeCohort({ learners: [sneha] });
  const admin = await login({ name: "Vikram Rao", on: otherDevice, admin: true });
  const desk = await otherDevice.newPage();
  await desk.goto(reviewsOf(cohort));
  await expect(desk.getByRole("button", { name: "Begin with the oldest" })).toHaveCount(0);
  await desk.goto(`${reviewsOf(cohort)}/${sneha.id}/${id}`);
  await expect(desk.getByText("A verdict is given by an instructor of the cohort.")).toBeVisible();
  await expect(desk.getByRole("button", { name: "Accept" })).toHaveCount(0);
  const written = await db.select({ action: audit.action }).from(audit).where(eq(audit.actorId, admin.id)).orderBy(audit.at);
  expect(written.map((row) => row.action)).toEqual(["reviews.read", "learner.read"]);
});

test("the learner's pages have no accessibility fault and nothing wider than the screen", { tag: "@look" }, async ({ page, login, makeCohort, otherDevice }) => {
  test.slow();
  const sneha = await login();
  await makeCohort({ learners: [sneha], teachers: [await login({ name: "Farida Qureshi", on: otherDevice })] });
  await page.goto("/evidence");
  await settled(page, sneha);
  await expect(page.getByText("Nothing is here yet.")).toBeVisible();
  await expectGood(page);
  await page.goto(`/evidence/${ITEM.slug}`);
  await settled(page, sneha);
  for (const kind of ["Link", "Text", "Repository", "File"]) {
    await page.getByText(kind, { exact: true }).first().click();
    await page.getByRole("button", { name: "Hand in" }).click();
    await expect(page.getByText(/Nothing was (sent yet|changed)/)).toBeVisible();
    await expectGood(page);
  }
  await handInText(page, ITEM.slug, `${"wide".repeat(80)}\n\n| a | b |\n|--:|---|\n| ${"x".repeat(60)} | ${"y".repeat(60)} |\n\n\`\`\`\n${"code ".repeat(60)}\n\`\`\``);
  await page.getByText("What was given").click();
  await expect(page.getByRole("button", { name: "Withdraw it" })).toBeVisible();
  await expectGood(page);
  await page.goto("/evidence");
  await expect(page.getByText(/Newest version: handed in/)).toBeVisible();
  await expectGood(page);
});
