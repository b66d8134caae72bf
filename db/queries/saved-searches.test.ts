import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/accounts";
import { listings, savedSearches } from "@/db/schema/jobs";
import { outbox } from "@/db/schema/mail";
import { countNews, newsOf } from "@/lib/jobs/news";
import { newsMail } from "@/lib/mail/news";
import { saveUnder18 } from "./age";
import { findStanding } from "./plans";
import { addListingMails, listMailedSearches, listSavedSearches, removeSavedSearch, saveSearch, saveSearchMail, saveTold, stopSearchMails } from "./saved-searches";

const MONDAY = "2026-11-23";
const TUESDAY = "2026-11-24";
const hour = 7;

async function makePerson(): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, name: "A learner", email: `${randomUUID()}@example.org` });
  return id;
}

/** A word that is in no other listing. */
const newWord = () => `w${randomUUID().replaceAll("-", "")}`;

async function addListing(words: string, change: Partial<typeof listings.$inferInsert> = {}): Promise<string> {
  const id = uuidv7();
  const needed = { id, slug: id, identity: id, hash: id, company: "Kaveri\n Payments", description: "<p>x</p>", words: "", places: [], placeKeys: [], remote: false, asks: [], skills: [] };
  await db.insert(listings).values({ ...needed, title: `Developer ${words}`, postedAt: new Date("2026-11-20T06:00:00Z"), ...change });
  return id;
}

/** Saved long before the mails of these tests. */
async function keep(userId: string, word: string, mail: "never" | "week" | "day" = "never"): Promise<string> {
  const id = (await saveSearch(userId, { name: `About ${word}`, query: `q=${word}`, mail })) ?? "";
  await db.update(savedSearches).set({ toldUntil: new Date("2026-11-01T00:00:00Z") }).where(eq(savedSearches.id, id));
  return id;
}

const listingsOf = async (userId: string) => (await findStanding(userId, [])).waiting.listings;
const mailsOf = async (userId: string) => (await db.select({ about: outbox.about }).from(outbox).where(eq(outbox.userId, userId))).map(({ about }) => about);

describe("the number of new listings", () => {
  test("is nothing without a saved search, and has to be counted once there is one", async () => {
    const learner = await makePerson();
    expect(await listingsOf(learner)).toBe(0);
    await keep(learner, newWord());
    expect(await listingsOf(learner)).toBeNull();
  });

  test("counts a listing of two searches once, and is kept until a listing comes, an hour is over or somebody has seen them", async () => {
    const learner = await makePerson();
    const [word, other] = [newWord(), newWord()];
    const long = { foundAt: new Date("2026-11-20T06:00:00Z") };
    await addListing(`${word} ${other}`, long);
    await addListing(other, long);
    await addListing(other, { ...long, closedAt: new Date() });
    const id = await keep(learner, word);
    await keep(learner, other);
    expect(await countNews(learner)).toBe(2);
    // Other tests add listings of now meanwhile: the number counts as counted after them.
    await db.execute(sql`update saved_search_news set counted_at = now() + interval '1 hour' where user_id = ${learner}`);
    expect(await listingsOf(learner)).toBe(2);

    await saveTold(learner, id, new Date());
    expect(await listingsOf(learner)).toBeNull();
    expect(await countNews(learner)).toBe(2);
    await removeSavedSearch(learner, id);
    expect(await listingsOf(learner)).toBeNull();
    expect(await countNews(learner)).toBe(2);

    await db.execute(sql`update saved_search_news set counted_at = now() - interval '61 minutes' where user_id = ${learner}`);
    expect(await listingsOf(learner)).toBeNull();
    await countNews(learner);
    await addListing(other, { foundAt: new Date() });
    expect(await listingsOf(learner)).toBeNull();
    expect(await countNews(learner)).toBe(3);
  });
});

describe("mail about saved searches", () => {
  test("is wished for each search by its own person, and ended for all at once", async () => {
    const [learner, other] = [await makePerson(), await makePerson()];
    const [id] = [await keep(learner, newWord()), await keep(learner, newWord(), "week")];
    await saveSearchMail(other, id, "day");
    await stopSearchMails(other);
    const wishes = async () => (await listSavedSearches(learner)).map(({ mail }) => mail).sort();
    expect(await wishes()).toEqual(["never", "week"]);
    await saveSearchMail(learner, id, "day");
    expect(await wishes()).toEqual(["day", "week"]);
    await stopSearchMails(learner);
    expect(await wishes()).toEqual(["never", "never"]);
  });

  test("is one a day for whoever wants one on that day, however many instances ask for it", async () => {
    const [daily, weekly, nobody] = [await makePerson(), await makePerson(), await makePerson()];
    await addListing(newWord(), { foundAt: new Date() });
    await keep(daily, newWord(), "day");
    await keep(daily, newWord(), "day");
    await keep(weekly, newWord(), "week");
    await keep(nobody, newWord());
    await Promise.all(Array.from({ length: 5 }, () => addListingMails({ day: TUESDAY, hour })));
    expect([await mailsOf(daily), await mailsOf(weekly), await mailsOf(nobody)]).toEqual([[{ userId: daily, day: TUESDAY }], [], []]);
    await addListingMails({ day: MONDAY, hour });
    expect([(await mailsOf(daily)).length, (await mailsOf(weekly)).length, (await mailsOf(nobody)).length]).toEqual([2, 1, 0]);
  });

  test("is not for who said that they are under 18, and is again when they say otherwise", async () => {
    const learner = await makePerson();
    await addListing(newWord(), { foundAt: new Date() });
    await keep(learner, newWord(), "day");
    await saveUnder18(learner, true);
    await addListingMails({ day: TUESDAY, hour });
    expect(await mailsOf(learner)).toEqual([]);
    // One that was written before they said so is not sent either.
    expect(await listMailedSearches(learner, { day: TUESDAY, hour })).toEqual([]);
    await saveUnder18(learner, false);
    await addListingMails({ day: TUESDAY, hour });
    expect(await mailsOf(learner)).toHaveLength(1);
  });

  test("is not even written where nothing came since all of it was seen", async () => {
    const learner = await makePerson();
    const id = await keep(learner, newWord(), "day");
    await db.execute(sql`update saved_searches set told_until = (select max(found_at) from listings where closed_at is null) + interval '1 day' where id = ${id}`);
    await addListingMails({ day: MONDAY, hour });
    expect(await mailsOf(learner)).toEqual([]);
  });

  test("tells of the day or week before seven in the morning, and not of what was seen before", async () => {
    const learner = await makePerson();
    const [daily, weekly] = [await keep(learner, "a", "day"), await keep(learner, "b", "week")];
    const time = async (day: string) => (await listMailedSearches(learner, { day, hour })).map(({ id, toldUntil, until }) => ({ id, from: toldUntil.toISOString(), to: until.toISOString() }));
    // Seven in the morning in India, less the time in which what was found is seen.
    expect(await time(MONDAY)).toEqual([
      { id: daily, from: "2026-11-22T01:25:00.000Z", to: "2026-11-23T01:25:00.000Z" },
      { id: weekly, from: "2026-11-16T01:25:00.000Z", to: "2026-11-23T01:25:00.000Z" },
    ]);
    await saveTold(learner, daily, new Date("2026-11-23T20:00:00Z"));
    expect(await time(TUESDAY)).toEqual([{ id: daily, from: "2026-11-23T20:00:00.000Z", to: "2026-11-24T01:25:00.000Z" }]);
  });

  test("names the newest five with their addresses, says how many there are, and how to end it", async () => {
    const learner = await makePerson();
    const word = newWord();
    await keep(learner, word, "week");
    await keep(learner, newWord(), "week");
    for (let day = 1; day <= 7; day += 1) await addListing(word, { title: `Developer ${day} ${word}`, postedAt: new Date(`2026-11-1${day}T06:00:00Z`), foundAt: new Date("2026-11-18T06:00:00Z"), sample: day === 7 });
    await addListing(word, { foundAt: new Date("2026-11-10T06:00:00Z") });
    await addListing(word, { foundAt: new Date("2026-11-24T06:00:00Z") });
    await addListing(word, { foundAt: new Date("2026-11-18T06:00:00Z"), closedAt: new Date() });
    const { subject = "", text = "" } = newsMail(await newsOf({ userId: learner, day: MONDAY })) ?? {};
    expect(subject).toBe("New listings on Milepost");
    expect(text).toContain(`About ${word}: 7 new listings\n\nDeveloper 7 ${word}, Kaveri Payments (sample)\nhttp`);
    expect([...text.matchAll(/^Developer (\d)/gm)].map(([, number]) => number)).toEqual(["7", "6", "5", "4", "3"]);
    expect(text).toContain(`/jobs?q=${word}`);
    expect(text).toMatch(/How often this comes, or never: \S+\/jobs\/saved\n$/);
    expect(newsMail(await newsOf({ userId: learner, day: TUESDAY }))).toBeNull();
    await stopSearchMails(learner);
    expect(newsMail(await newsOf({ userId: learner, day: MONDAY }))).toBeNull();
  });
});
