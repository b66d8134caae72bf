import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { cohorts, cohortSteps, enrollments, invitations } from "@/db/schema/cohorts";
import { outbox } from "@/db/schema/mail";
import { itemProgress } from "@/db/schema/progress";
import { sendDueMail } from "@/lib/mail/sender";
import { handOver } from "@/lib/mail/transport";
import { hashToken } from "./accounts";
import { findTaughtCohort, type TaughtCohort } from "./cohorts";
import { saveMessages } from "./messages";
import { addMailForAll, addSummaries, CLAIMED, claimMail, saveMailWishes } from "./outbox";
import { saveOperations } from "./progress";
import { findWeek } from "./week";

/** The other side: a mail server that refuses whoever is called nobody, and falls silent when it is told to. */
const server = await vi.hoisted(async () => {
  const { createServer } = await import("node:net");
  const state = { received: [] as { to: string; text: string }[], silent: false, close: () => undefined as unknown };
  const listener = createServer((socket) => {
    const mail = { to: "", text: null as string | null };
    let rest = "";
    const say = (line: string) => socket.writable && !state.silent && socket.write(`${line}\r\n`);
    const read = (line: string) => {
      if (mail.text !== null && line === ".") {
        state.received.push({ to: mail.to, text: mail.text });
        mail.text = null;
        say("250 taken");
      } else if (mail.text !== null) mail.text += `${line.replace(/^\.\./, ".")}\n`;
      else if (line.startsWith("RCPT TO:<nobody")) say("550 5.1.1 there is nobody of this name");
      else if (line.startsWith("RCPT TO:")) {
        mail.to = /<(.*?)>/.exec(line)?.[1] ?? "";
        say("250 yes");
      } else if (line === "DATA") {
        mail.text = "";
        say("354 go on");
      } else say(line === "QUIT" ? "221 good-bye" : "250 yes");
    };
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString("utf8")).split("\r\n");
      rest = lines.pop() ?? "";
      lines.forEach(read);
    });
    say("220 here");
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const address = listener.address();
  if (address === null || typeof address === "string") throw new Error("The mail server has no port.");
  process.env.SMTP_URL = `smtp://127.0.0.1:${address.port}`;
  process.env.MAIL_FROM = "Milepost <milepost@example.org>";
  state.close = () => listener.close();
  return state;
});

afterAll(() => void server.close());

type Person = { id: string; email: string };

async function makePerson({ name = "A person", email = `${randomUUID()}@example.org` } = {}): Promise<Person> {
  const id = uuidv7();
  await db.insert(users).values({ weeklySummary: true, id, name, email });
  return { id, email };
}

async function makeCohort(teacher: Person, learners: Person[]): Promise<TaughtCohort> {
  const id = uuidv7();
  const slug = `test-${randomUUID()}`;
  await db.insert(cohorts).values({ id, slug, name: "Evening शाम", startsOn: "2026-01-01", endsOn: "2027-12-31", hoursPerWeek: 8 });
  await db.insert(enrollments).values([
    { cohortId: id, userId: teacher.id, role: "instructor" },
    ...learners.map((learner) => ({ cohortId: id, userId: learner.id, role: "learner" as const })),
  ]);
  const cohort = await findTaughtCohort(slug, { id: teacher.id, admin: false });
  if (!cohort) throw new Error("The cohort is not there.");
  return cohort;
}

async function write(learners: Person[], body = "Come to the session."): Promise<void> {
  const cohort = await makeCohort(await makePerson({ name: "Farida Khan" }), learners);
  await saveMessages(cohort, { id: uuidv7(), learnerIds: learners.map(({ id }) => id), body });
}

/** Sends until nothing is due: other tests may have written mail too. */
async function sendAll(): Promise<void> {
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const [due] = await db.select({ id: outbox.id }).from(outbox).where(sql`sent_at is null and gave_up_at is null and due_at <= now()`).limit(1);
    if (!due) return;
    await sendDueMail();
  }
}

const receivedBy = ({ email }: Person) => server.received.filter(({ to }) => to === email).map(({ text }) => text);
const rowOf = async ({ email }: Person) =>
  (
    await db
      .select({ id: outbox.id, attempts: outbox.attempts, sentAt: outbox.sentAt, gaveUpAt: outbox.gaveUpAt, trouble: outbox.trouble, wait: sql<number>`round(extract(epoch from due_at - now()))::int` })
      .from(outbox)
      .where(eq(outbox.address, email))
  )[0];
const endLease = ({ email }: Person) => db.update(outbox).set({ dueAt: sql`now()` }).where(eq(outbox.address, email));
/** What a mail says: its body as typed. */
function textOf(mail: string): string {
  const end = mail.indexOf("\n\n");
  const [head, body] = [mail.slice(0, end), mail.slice(end + 2)];
  if (/^Content-Transfer-Encoding: base64$/im.test(head)) return Buffer.from(body, "base64").toString("utf8");
  if (!/^Content-Transfer-Encoding: quoted-printable$/im.test(head)) return body;
  const bytes = body.replace(/=\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

describe("a mail", () => {
  test("is sent once, says what was written and where, and names nobody in its subject", async () => {
    const learner = await makePerson();
    await write([learner], "Come to the session.\n.\nBring your laptop. धन्यवाद");
    await sendAll();
    await sendAll();
    const [mail = "", ...more] = receivedBy(learner);
    expect(more).toEqual([]);
    expect(textOf(mail)).toContain("Farida Khan wrote to you in Evening शाम:\n\nCome to the session.\n.\nBring your laptop. धन्यवाद\n");
    expect(textOf(mail)).toContain("/settings");
    const subject = /^Subject: (.*(?:\n .*)*)/m.exec(mail)?.[1] ?? "";
    expect(subject).toMatch(/^=\?UTF-8\?/);
    expect(subject).not.toContain("Farida");
    expect(mail).toMatch(new RegExp(`^Message-ID: <${(await rowOf(learner))?.id}@`, "m"));
    expect(await rowOf(learner)).toMatchObject({ attempts: 1, sentAt: expect.any(Date) as Date, trouble: null });
  });

  test("that somebody waits for goes before what was due earlier, and a sender that took all it may knows of more", async () => {
    await sendAll();
    const [learners, waiting] = [await Promise.all(Array.from({ length: CLAIMED + 5 }, () => makePerson())), await makePerson()];
    await write(learners);
    await db.insert(outbox).values({ id: uuidv7(), reason: `notice:${waiting.id}`, kind: "notice", userId: waiting.id, address: waiting.email, about: { what: "password-changed" } });
    expect(await sendDueMail()).toMatchObject({ more: true });
    expect(receivedBy(waiting)).toHaveLength(1);
    expect((await Promise.all(learners.map(rowOf))).filter((row) => row?.sentAt === null).length).toBeGreaterThan(5);
    await sendAll();
    expect(learners.filter((learner) => receivedBy(learner).length !== 1)).toEqual([]);
    expect(await sendDueMail()).toMatchObject({ more: false });
  });

  test("claimed by a sender that died is nobody's until its lease ends, and is sent then", async () => {
    const learner = await makePerson();
    await write([learner]);
    for (const claimed = new Set<string>(); !claimed.has(learner.email); ) for (const { address } of await claimMail()) claimed.add(address);
    await sendAll();
    expect(receivedBy(learner)).toEqual([]);
    await endLease(learner);
    await sendAll();
    expect(receivedBy(learner)).toHaveLength(1);
    expect((await rowOf(learner))?.attempts).toBe(2);
  });

  test("handed over by a sender that died before it could say so comes again with the same Message-ID", async () => {
    const learner = await makePerson();
    await write([learner]);
    const row = await rowOf(learner);
    if (!row) throw new Error("There is no mail.");
    await handOver({ id: row.id, address: learner.email, mail: { subject: "s", text: "t" } });
    await sendAll();
    const ids = receivedBy(learner).map((mail) => /^Message-ID: (.*)$/m.exec(mail)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test("is sent once by eight senders at once", async () => {
    const learners = await Promise.all(Array.from({ length: 60 }, () => makePerson()));
    await write(learners);
    await Promise.all(Array.from({ length: 8 }, sendAll));
    expect(learners.map((learner) => receivedBy(learner).length)).toEqual(learners.map(() => 1));
  });

  test("that is refused is tried again after 1, 5, 15 and then 60 minutes, and given up after eight failures with the reason kept", async () => {
    const learner = await makePerson({ email: `nobody-${randomUUID()}@example.org` });
    await write([learner]);
    const waits: (number | undefined)[] = [];
    for (let tries = 1; tries <= 8; tries += 1) {
      await sendAll();
      waits.push((await rowOf(learner))?.wait);
      expect((await rowOf(learner))?.gaveUpAt === null).toBe(tries < 8);
      await endLease(learner);
    }
    await sendAll();
    const minutes = waits.map((wait) => Math.round((wait ?? 0) / 60));
    expect(minutes).toEqual([1, 5, 15, 60, 60, 60, 60, 60]);
    expect(await rowOf(learner)).toMatchObject({ attempts: 8, sentAt: null, trouble: expect.stringContaining("there is nobody of this name") as string });
  });

  test("is cut off when the mail server says nothing for too long", async () => {
    server.silent = true;
    const begun = performance.now();
    const mail = { subject: "s", text: "t" };
    await expect(handOver({ id: uuidv7(), address: "a@example.org", mail, patience: 300 })).rejects.toThrow();
    server.silent = false;
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  test("about messages that the learner wants no more is not sent", async () => {
    const learner = await makePerson();
    await write([learner]);
    await saveMailWishes(learner.id, { weeklySummary: true, messageMail: false });
    await sendAll();
    expect(receivedBy(learner)).toEqual([]);
    expect(await rowOf(learner)).toMatchObject({ sentAt: null, gaveUpAt: expect.any(Date) as Date });
  });

  test("goes when its person goes", async () => {
    const learner = await makePerson();
    await write([learner]);
    await db.delete(users).where(eq(users.id, learner.id));
    await sendAll();
    expect(receivedBy(learner)).toEqual([]);
  });
});

describe("an invitation", () => {
  async function invite(change: Partial<typeof invitations.$inferInsert> = {}) {
    const cohort = await makeCohort(await makePerson({ name: "Farida Khan" }), []);
    const guest = { id: uuidv7(), email: `${randomUUID()}@example.org` };
    const expiresAt = new Date(Date.now() + 864e5);
    await db.insert(invitations).values({ cohortId: cohort.id, id: guest.id, codeHash: randomUUID(), role: "learner", email: guest.email, usesAllowed: 1, expiresAt, createdBy: cohort.viewerId, ...change });
    await db.insert(outbox).values({ id: uuidv7(), reason: `invitation:${guest.id}`, kind: "invitation", address: guest.email, about: { cohortId: cohort.id, invitationId: guest.id } });
    return guest;
  }

  test("brings a code that is nowhere else, and whose hash the invitation has", async () => {
    const guest = await invite();
    await sendAll();
    const [mail = ""] = receivedBy(guest);
    const code = /\/join\/(\S+)/.exec(textOf(mail))?.[1] ?? "";
    const [row] = await db.select({ codeHash: invitations.codeHash }).from(invitations).where(eq(invitations.id, guest.id));
    expect(row?.codeHash).toBe(hashToken(code));
    expect(textOf(mail)).toContain("Farida Khan invites you to the cohort Evening शाम");
  });

  test("that was revoked, ran out or was used is not sent", async () => {
    const guests = [await invite({ revokedAt: new Date() }), await invite({ expiresAt: new Date(Date.now() - 1000) }), await invite({ uses: 1 })];
    await sendAll();
    for (const guest of guests) {
      expect(receivedBy(guest)).toEqual([]);
      expect(await rowOf(guest)).toMatchObject({ gaveUpAt: expect.any(Date) as Date });
    }
  });
});

describe("the weekly summary", () => {
  const MONDAY = "2026-11-23";
  const rowsOf = (people: Person[]) => db.select({ userId: outbox.userId }).from(outbox).where(inArray(outbox.userId, people.map(({ id }) => id)));

  test("is one mail for each who wants it and is in a cohort that runs, however many instances ask for it", async () => {
    const [learner, unwilling, left, teacher, outsider] = [await makePerson(), await makePerson(), await makePerson(), await makePerson(), await makePerson()];
    await saveMailWishes(unwilling.id, { weeklySummary: false, messageMail: true });
    await makeCohort(teacher, [learner, unwilling, left]);
    await makeCohort(teacher, [learner]);
    await db.update(enrollments).set({ leftAt: new Date() }).where(eq(enrollments.userId, left.id));
    await Promise.all(Array.from({ length: 6 }, () => addSummaries(MONDAY)));
    const rows = await rowsOf([learner, unwilling, left, teacher, outsider]);
    expect(rows.map(({ userId }) => userId).sort()).toEqual([learner.id, teacher.id].sort());
    await sendAll();
  });

  test("is written for so many at a time, and once for each, also where it broke off", async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => makePerson()));
    const add = (of: Person[]) => addMailForAll({ mail: { kind: "summary", about: { week: "2027-01-04" } }, wanted: inArray(sql`u.id`, of.map(({ id }) => id)), atOnce: 2 });
    await add(people.slice(2, 4));
    await add(people);
    expect((await rowsOf(people)).map(({ userId }) => userId).sort()).toEqual(people.map(({ id }) => id).sort());
  });

  test("is of every week in which the cohort ran, the last one too, and of none before it began", async () => {
    const [learner, teacher] = [await makePerson(), await makePerson()];
    const { id } = await makeCohort(teacher, [learner]);
    await db.update(cohorts).set({ startsOn: "2026-11-02", endsOn: "2026-11-22" }).where(eq(cohorts.id, id));
    const said = await Promise.all(["2026-11-02", "2026-11-09", "2026-11-23", "2026-11-30"].map((monday) => findWeek(learner.id, monday)));
    expect(said.map((week) => week?.learns ?? null)).toEqual([null, true, true, null]);
    await addSummaries(MONDAY);
    expect(await rowsOf([learner, teacher])).toHaveLength(2);
    await sendAll();
  });

  test("says to a learner what was done, what is next and what is due, and to an instructor the numbers", async () => {
    const [learner, teacher] = [await makePerson(), await makePerson()];
    const cohort = await makeCohort(teacher, [learner]);
    await db.insert(cohortSteps).values({ cohortId: cohort.id, stepSlug: "version-control", dueOn: "2026-11-30" });
    await saveOperations(learner.id, [{ opId: uuidv7(), itemId: "set-up-workspace", state: "done", clock: 1, at: "2026-11-18T10:00:00.000Z" }]);
    await db.update(itemProgress).set({ changedAt: new Date("2026-11-18T10:00:00Z") }).where(eq(itemProgress.userId, learner.id));
    await addSummaries(MONDAY);
    await sendAll();
    const toLearner = textOf(receivedBy(learner)[0] ?? "");
    expect(toLearner).toContain("1 item done and 0 proven this week.\n\nDone: Set up a working environment.\n\nNext: ");
    expect(toLearner).toContain("Due on Monday, 30 November in Evening शाम: ");
    expect(toLearner).toContain("/settings");
    expect(textOf(receivedBy(teacher)[0] ?? "")).toContain("Evening शाम: 1 learner of 1 active, 1 item done and 0 proven this week, 0 submissions waiting for a review.");
  });
});
