import { between, pick, seeded } from "@/bench/faults/random.mjs";
import type { World } from "@/e2e/access-world";
import { fill } from "@/e2e/access-world";
import { ACTIONS, RULES, type Asker } from "@/lib/access/matrix";
import { brokenForm, formOf, type Part } from "./bodies";
import type { Built } from "./built";
import { goodFields, TAKE_NOTHING, type Good } from "./fields";
import { RAW } from "./raw";
import { BAD_HEADERS, BAD_IN_JSON, BAD_SEGMENTS, BAD_TEXTS, CANARY, FLIGHT, NEARLY, ORIGINS, OTHER_KINDS, QUERY_NAMES, QUERY_VALUES, TYPES } from "./values";

export type Case = {
  number: number;
  says: string;
  as: Asker;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
  type?: string;
  /** Sent without its length. */
  chunked?: boolean;
  /** Sent as these bytes instead, whatever they are. */
  raw?: Buffer;
  /** The server may end the connection instead of an answer. */
  mayCut?: boolean;
};

export const ASKERS = ["nobody", "outsider", "learner", "classmate", "instructor", "admin"] as const satisfies readonly Asker[];
type Who = (typeof ASKERS)[number];

type Random = () => number;
type Ground = { world: World; built: Built; origin: string };
type Made = Omit<Case, "number" | "says">;

const METHODS = ["GET", "GET", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "TRACE", "SEARCH"];
const LARGE: [path: RegExp, most: number][] = [[/^\/api\/cohorts\//, 2_097_152], [/^\/api\/jobs\/sources\//, 5_000_000]];

/** Case `number` of a seed: the same whenever it is asked for, but for the ids of the people and things it names. */
export function makeCase(seed: string, number: number, ground: Ground): Case {
  const random: Random = seeded(seed, String(number));
  const { says, make } = pickKind(random);
  const made = make(random, { ...ground, number });
  made.headers["X-Forwarded-For"] ??= `10.${between(random, 0, 255)}.${between(random, 0, 255)}.${between(random, 1, 254)}`;
  return { number, says, ...made };
}

type Kind = { says: string; share: number; make: (random: Random, ground: Ground & { number: number }) => Made };

const SPOILT_SLOT: Kind = { says: "an action with one slot spoilt", share: 24, make: spoiltSlot };
const KINDS: Kind[] = [
  SPOILT_SLOT,
  { says: "an action with arguments of another kind", share: 16, make: otherArguments },
  { says: "an action with a body that cannot be read", share: 8, make: unreadableBody },
  { says: "an action as a form without scripts sends it", share: 6, make: withoutScripts },
  { says: "an action from another site", share: 5, make: fromElsewhere },
  { says: "an action of somebody who may not", share: 7, make: mayNot },
  { says: "an address that cannot be", share: 14, make: badAddress },
  { says: "a method or a body that a route does not take", share: 8, make: badMethod },
  { says: "headers that nobody sends", share: 9, make: badHeaders },
  { says: "a body over its limit", share: 1, make: tooLarge },
  { says: "bytes that are no request", share: 2, make: rawBytes },
];
const TOTAL = KINDS.reduce((sum, { share }) => sum + share, 0);

function pickKind(random: Random): Kind {
  let left = random() * TOTAL;
  return KINDS.find(({ share }) => (left -= share) < 0) ?? SPOILT_SLOT;
}

const mayCall = (name: string): Who[] => ASKERS.filter((as) => (RULES[ACTIONS[name] ?? "admin"] as readonly Asker[]).includes(as));
const mayNotCall = (name: string): Who[] => ASKERS.filter((as) => !mayCall(name).includes(as));

/** Any action; those that do what they do whatever is sent only as somebody who may not. */
function anyCall(random: Random, { built, world, origin }: Ground): { name: string; good: Good | undefined; as: Who; path: string; headers: Record<string, string> } {
  const action = pick(random, built.actions);
  const as = pick(random, TAKE_NOTHING.includes(action.name) ? mayNotCall(action.name) : ASKERS);
  const headers = { "Next-Action": action.id, Accept: "text/x-component", Origin: origin };
  return { name: action.name, good: goodFields(world)[action.name], as, path: fill(action.page, world), headers };
}

function spoiltSlot(random: Random, ground: Ground): Made {
  const call = anyCall(random, ground);
  const may = mayCall(call.name);
  // Mostly as somebody who may: it is they who get as far as the checks.
  const as = TAKE_NOTHING.includes(call.name) ? call.as : random() < 0.8 ? pick(random, may) : call.as;
  if (!call.good) return { ...post(call, as), ...formOf([["0", '[null,"$K1"]'], ["_1_x", CANARY]]) };
  if ("argument" in call.good) return { ...post(call, as), ...text(JSON.stringify([spoil(random, call.good.argument)])) };
  const { fields, spoil: slots } = call.good;
  const slot = pick(random, slots);
  const parts: Part[] = Object.entries(fields).map(([name, value]) => [`_1_${name}`, value]);
  const bad: Part = [`_1_${slot}`, random() < 0.3 ? { file: CANARY, name: pick(random, ["x.txt", ""]) } : pick(random, [...BAD_TEXTS, ...unlike(fields[slot] ?? "")])];
  const spoilt = parts.map((part) => (part[0] === bad[0] ? bad : part));
  return { ...post(call, as), ...formOf([...spoilt, ["0", '[null,"$K1"]']]) };
}

/** What is nearly a date, a number, an id, an address, where one is asked for. */
function unlike(good: string): readonly string[] {
  return NEARLY.filter(({ like }) => like.test(good)).flatMap(({ values }) => values);
}

/** The same with one part of it, however deep, of another kind, or with one too many. */
function spoil(random: Random, value: unknown): unknown {
  const bad = () => pick(random, [...FLIGHT, ...OTHER_KINDS, ...BAD_IN_JSON]);
  if (random() < 0.15 || typeof value !== "object" || value === null) return bad();
  if (Array.isArray(value)) return value.map((part) => spoil(random, part));
  const entries = Object.entries(value);
  if (entries.length === 0 || random() < 0.15) return { ...value, [pick(random, ["x", "__proto__x", "constructor", "userId"])]: bad() };
  const chosen = between(random, 0, entries.length - 1);
  return Object.fromEntries(entries.map(([key, part], index) => [key, index === chosen ? spoil(random, part) : part]));
}

function otherArguments(random: Random, ground: Ground): Made {
  const call = anyCall(random, ground);
  const bad = () => pick(random, [...FLIGHT, ...FLIGHT, ...OTHER_KINDS, ...BAD_IN_JSON]);
  const keys = Object.keys(call.good && "fields" in call.good ? call.good.fields : { x: 1 });
  const object = () => Object.fromEntries([...keys, "get"].map((key) => [key, bad()]));
  const sent = pick(random, [() => [null, bad()], () => [bad(), bad()], () => [bad()], () => [], () => [null, object()], () => [object()], () => bad(), () => [null, [object()]], () => Array.from({ length: 2_000 }, bad)])();
  if (random() < 0.5) return { ...post(call, call.as), ...text(JSON.stringify(sent)) };
  const parts: Part[] = [[pick(random, ["1", "2", "_1_x", "7f", "_1_cohort"]), JSON.stringify(bad())], [pick(random, ["1", "3", "x", "__proto__"]), CANARY]];
  return { ...post(call, call.as), ...formOf([...parts, ["0", JSON.stringify(sent)]]) };
}

function unreadableBody(random: Random, ground: Ground): Made {
  const call = anyCall(random, ground);
  const made = post(call, call.as);
  if (random() < 0.6) return { ...made, ...brokenForm(random) };
  const body = pick(random, ["", "{", "[", '["', "[null", "\u0000", "null", '"$K1"', "[".repeat(20_000), `[${'{"a":'.repeat(3_000)}`, "x".repeat(60_000), '[null,"$K1"]', "_1_x=1&0=%5Bnull%2C%22%24K1%22%5D"]);
  return { ...made, headers: { ...made.headers, ...(random() < 0.2 && { "Content-Encoding": pick(random, ["gzip", "br", "x"]) }) }, body: Buffer.from(body), type: pick(random, TYPES), chunked: random() < 0.2 };
}

/** Next takes such a form at the address of any page. */
function withoutScripts(random: Random, ground: Ground): Made {
  const call = anyCall(random, ground);
  const { id } = pick(random, ground.built.actions.filter(({ name }) => name === call.name));
  const bound = pick(random, ["[]", "[null]", '"$@1"', "null", "{}", '["$K1"]', "x", "[[[[]]]]", '["$F1"]']);
  const parts = pick(random, [
    [[`$ACTION_ID_${id}`, ""]],
    [[`$ACTION_ID_${pick(random, ["x", "__proto__", id.slice(1), `${id}0`, ""])}`, ""]],
    [["$ACTION_REF_1", ""], ["$ACTION_1:0", JSON.stringify({ id, bound: "$@1" })], ["$ACTION_1:1", bound], ["$ACTION_KEY", pick(random, ["k", "k".repeat(50_000), "\u0000"])]],
    [["$ACTION_REF_1", ""], ["$ACTION_1:0", pick(random, ["{}", "x", '{"id":1}', JSON.stringify({ id, bound: 1 }), JSON.stringify({ id, bound: "$0" })])]],
    [["$ACTION_REF_", ""]],
  ] as Part[][]);
  const fields: Part[] = Object.keys(call.good && "fields" in call.good ? call.good.fields : { x: 1 }).map((name) => [name, pick(random, BAD_TEXTS.slice(0, 4))]);
  const headers = without("Next-Action", call.headers);
  return { ...post({ ...call, headers }, call.as), ...formOf([...parts, ...fields]) };
}

function fromElsewhere(random: Random, ground: Ground): Made {
  const call = anyCall(random, ground);
  // Without a word of where it comes from, and without a session, one acts for nobody, as a command line does.
  const as = call.as === "nobody" ? "learner" : call.as;
  const headers = without("Origin", call.headers);
  const from = pick(random, ORIGINS);
  const made = post({ ...call, headers: { ...headers, ...(from !== null && { Origin: from }), ...(from === null && random() < 0.5 && { "Sec-Fetch-Site": pick(random, ["cross-site", "same-site", "x"]) }) } }, as);
  return { ...made, ...goodBody(call.good) };
}

function mayNot(random: Random, ground: Ground): Made {
  const { actions } = ground.built;
  const action = pick(random, actions.filter(({ name }) => mayNotCall(name).length > 0));
  const as = pick(random, mayNotCall(action.name));
  const call = { path: fill(action.page, ground.world), headers: { "Next-Action": action.id, Accept: "text/x-component", Origin: ground.origin } };
  return { ...post(call, as), ...goodBody(goodFields(ground.world)[action.name]) };
}

function badAddress(random: Random, ground: Ground): Made {
  const address = pick(random, ground.built.addresses);
  const as = pick(random, ASKERS);
  const bad = address.split("/").map((part: string) => (/^\[.*\]$/.test(part) && random() < 0.6 ? pick(random, BAD_SEGMENTS) : part)).join("/");
  const path = random() < 0.1 ? `${bad}/${pick(random, BAD_SEGMENTS)}` : bad;
  return { as, method: random() < 0.9 ? "GET" : "HEAD", path: fill(path, ground.world) + query(random), headers: random() < 0.3 ? { RSC: "1" } : {} };
}

function query(random: Random): string {
  const pairs = Array.from({ length: between(random, 0, 4) }, () => `${pick(random, QUERY_NAMES)}${random() < 0.9 ? `=${pick(random, QUERY_VALUES)}` : ""}`);
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

/** Who is signed in asks to sign out in one way that is right, which is not sent here. */
const SIGNS_OUT = /^\/api\/sessions?$/;

function badMethod(random: Random, { built, world, origin }: Ground): Made {
  const address = pick(random, random() < 0.7 ? built.addresses.filter((one) => one.startsWith("/api/")) : built.addresses);
  const method = pick(random, METHODS);
  const as = SIGNS_OUT.test(address) && method === "DELETE" ? "nobody" : pick(random, ASKERS);
  const rest = address.includes("[...nextauth]") ? pick(random, ["session", "csrf", "providers", "signin", "signout", "callback/password", "callback/demo", "signin/google", "error", "verify-request", "_log", "x", "callback/__proto__", "..", "%00"]) : "";
  const path = fill(address.replace("[...nextauth]", rest), world) + query(random);
  const headers: Record<string, string> = { Origin: random() < 0.8 ? origin : pick(random, ["null", "http://evil.example"]) };
  if (method === "GET" || method === "HEAD" || method === "TRACE") return { as, method, path, headers: {} };
  const body = pick(random, ["", "{", "null", "[]", '{"__proto__":{"x":1}}', `level=error&code=${CANARY}&message=${CANARY}`, `"${CANARY}`, "\u0000", "\ufeff", '""', "[".repeat(50_000), `\u0000\u0001${CANARY}`, "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"]);
  return { as, method, path, headers, body: Buffer.from(body), type: pick(random, TYPES), chunked: random() < 0.2 };
}

function badHeaders(random: Random, ground: Ground): Made {
  const address = pick(random, ground.built.addresses);
  const headers: Record<string, string> = {};
  const names = Object.keys(BAD_HEADERS);
  for (let count = between(random, 1, 3); count > 0; count -= 1) {
    const name = pick(random, names);
    headers[name] = pick(random, BAD_HEADERS[name] ?? [""]);
  }
  // Who is signed in has a cookie of their own.
  const as = "cookie" in headers ? "nobody" : pick(random, ASKERS);
  const method = "Next-Action" in headers ? "POST" : "GET";
  return { as, method, path: fill(address.replace("[...nextauth]", "session"), ground.world), headers: { ...(method === "POST" && { Origin: ground.origin }), ...headers }, ...(method === "POST" && text("[]")) };
}

function tooLarge(random: Random, ground: Ground): Made {
  const { built, world, origin } = ground;
  const chunked = random() < 0.5;
  if (random() < 0.5) {
    const call = anyCall(random, ground);
    const most = call.name === "recordProgress" ? 131_072 : 1_048_576;
    const made = { ...post(call, call.as), ...text(`["${"x".repeat(most)}"]`), chunked, mayCut: true };
    if (chunked || random() < 0.7) return made;
    return { ...made, headers: { ...made.headers, "Content-Length": pick(random, ["9".repeat(15), String(most + 1)]) } };
  }
  const path = fill(pick(random, built.addresses.filter((one) => one.startsWith("/api/"))).replace("[...nextauth]", "callback/password"), world);
  const most = LARGE.find(([pattern]) => pattern.test(path))?.[1] ?? 1_048_576;
  const as = SIGNS_OUT.test(path) ? "nobody" : pick(random, ASKERS);
  return { as, method: "POST", path, headers: { Origin: origin }, body: Buffer.alloc(most + 1, "x"), type: "text/csv", chunked, mayCut: true };
}

function rawBytes(random: Random, { origin }: Ground): Made {
  return { as: "nobody", method: "GET", path: "/", headers: {}, raw: Buffer.from(pick(random, RAW).replaceAll("HOST", new URL(origin).host), "latin1"), mayCut: true };
}

function post({ path, headers }: { path: string; headers: Record<string, string> }, as: Who): Made {
  return { as, method: "POST", path, headers };
}

const without = (name: string, headers: Record<string, string>) => Object.fromEntries(Object.entries(headers).filter(([one]) => one !== name));

function goodBody(good: Good | undefined): Partial<Made> {
  if (!good) return formOf([["0", "[null,null]"]]);
  if ("argument" in good) return text(JSON.stringify([good.argument]));
  return formOf([...Object.entries(good.fields).map(([name, value]): Part => [`_1_${name}`, value]), ["0", '[null,"$K1"]']]);
}

const text = (body: string) => ({ body: Buffer.from(body), type: "text/plain;charset=UTF-8" });
