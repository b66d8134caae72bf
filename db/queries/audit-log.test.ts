import { randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { audit } from "@/db/schema/audit";
import { readAuditView } from "@/lib/audit/view";
import { addAuditEvent } from "./audit";
import { listAuditEvents } from "./audit-log";

const list = (asked: Record<string, string>, limit = 50) => listAuditEvents(readAuditView(asked), { limit, timeZone: "Asia/Kolkata" });

async function makePerson(name: string): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, name, email: `${randomUUID()}@example.org` });
  return id;
}

test("events are found by who did them and whom they were about, by what was done, and page by page, the latest first", async () => {
  const mark = randomUUID();
  const [vikram, sneha] = [await makePerson(`Vikram ${mark}`), await makePerson(`Sneha ${mark}`)];
  for (const action of ["learner.read", "evidence.read", "source.add"] as const) await addAuditEvent({ actorId: vikram, action, personId: sneha, detail: { name: "100 %" } });

  const actions = async (asked: Record<string, string>) => (await list(asked)).map(({ action }) => action);
  expect(await actions({ who: `vikram ${mark}` })).toEqual(["source.add", "evidence.read", "learner.read"]);
  expect(await actions({ who: `SNEHA ${mark}`, what: "evidence" })).toEqual(["evidence.read"]);
  expect(await actions({ who: `vikram_${mark}` })).toEqual([]);
  expect((await list({ who: mark }))[0]).toMatchObject({ actorName: `Vikram ${mark}`, personName: `Sneha ${mark}`, cohortName: null, detail: { name: "100 %" } });

  const [first] = await list({ who: mark }, 1);
  expect(await actions({ who: mark, before: first?.id ?? "" })).toEqual(["evidence.read", "learner.read"]);
});

test("a day is the installation's, and is asked for whole", async () => {
  const mark = randomUUID();
  const actorId = await makePerson(mark);
  // In Kolkata it is the second of March from 18:30 UTC on.
  await db.insert(audit).values(["2026-03-01T18:29:00Z", "2026-03-01T18:31:00Z", "2026-03-02T18:29:00Z"].map((at, n) => ({ id: uuidv7(), actorId, action: `cohort.${n}`, at: new Date(at) })));
  expect((await list({ who: mark, from: "2026-03-02", to: "2026-03-02" })).map(({ action }) => action)).toEqual(["cohort.2", "cohort.1"]);
});

test("the order is that of the moments, also over pages and among events of one moment", async () => {
  const [mark, other] = [randomUUID(), randomUUID()];
  const [vikram, sneha] = [await makePerson(mark), await makePerson(other)];
  // Ids rise, moments do not; the two in the middle are of the same one.
  const moments = ["2026-05-04T10:00:00Z", "2026-05-02T10:00:00Z", "2026-05-02T10:00:00Z", "2026-05-01T10:00:00Z", "2026-05-05T10:00:00Z"];
  await db.insert(audit).values(moments.map((at, n) => ({ id: uuidv7(), at: new Date(at), action: `cohort.${n}`, ...(n % 2 ? { actorId: sneha, personId: vikram } : { actorId: vikram, personId: n === 4 ? vikram : null }) })));
  await db.insert(audit).values({ id: uuidv7(), at: new Date("2026-05-03T10:00:00Z"), action: "cohort.9", actorId: sneha });

  const read: string[] = [];
  for (let before = "", more = true; more; ) {
    const page = await list({ who: mark, ...(before && { before }) }, 2);
    read.push(...page.map(({ action }) => action));
    before = page.at(-1)?.id ?? "";
    more = page.length === 2;
  }
  expect(read).toEqual(["cohort.4", "cohort.0", "cohort.2", "cohort.1", "cohort.3"]);
});

test("an event stays when its people go, without their names", async () => {
  const id = uuidv7();
  await db.insert(audit).values({ id, actorId: uuidv7(), personId: uuidv7(), cohortId: uuidv7(), action: "learner.read" });
  const row = (await list({}, 1_000)).find((event) => event.id === id);
  expect(row).toMatchObject({ actorName: null, personName: null, cohortName: null, action: "learner.read" });
});
