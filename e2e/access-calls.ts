import { readFileSync } from "node:fs";
import path from "node:path";
import type { APIRequestContext, APIResponse } from "playwright/test";
import { env } from "@/lib/env";
import { fill, type World } from "./access-world";

/** Not there where an installation sets nothing for them, as here. */
const UNSET = ["/course", "/community", "/.well-known/security.txt"];
/** There once the listings fill more than one sitemap. */
const NOT_YET = ["/sitemap/[part]"];
export const ABSENT: readonly string[] = [...UNSET, ...NOT_YET];

export const KINDS: { kind: string; headers: Record<string, string>; query: string }[] = [
  { kind: "page", headers: {}, query: "" },
  { kind: "answer for a soft navigation", headers: { RSC: "1" }, query: "?_rsc" },
];

export type Call = { as: string; name: string; may: boolean; answer: APIResponse; text?: string };

/** What is wrong with an answer, or null. A soft navigation is answered 200, and its text says that nothing is there or where to go. */
export function judge({ as, name, may, answer, text = "" }: Call): string | null {
  const status = text.includes("NEXT_HTTP_ERROR_FALLBACK;404") ? 404 : answer.status();
  const leadsTo = answer.headers()["x-action-redirect"] ?? answer.headers().location ?? /NEXT_REDIRECT;\w+;([^;]*)/.exec(text)?.[1] ?? "";
  const signsIn = /\/sign-in/.test(leadsTo) || status === 401;
  const said = `${name} as ${as}: ${status} ${leadsTo}`;
  if (may) return status < 400 && !signsIn ? null : `${said}, and may`;
  return status === 404 || (as === "nobody" && signsIn) ? null : `${said}, and may not`;
}

/** The same of another method than GET. Who may is told what is wrong with an empty body. */
export function judgeWrite({ as, name, may, answer }: Call): string | null {
  const refused = [401, 403, 404].includes(answer.status());
  return may === !refused ? null : `${name} as ${as}: ${answer.status()}`;
}

export const found = (problems: (string | null)[]) => problems.filter((problem) => problem !== null);

type Manifest = { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> };

/** What the build calls each action, and a page that calls it. */
export const BUILT = Object.fromEntries(
  Object.entries((JSON.parse(readFileSync(path.join(process.env.NEXT_DIST_DIR ?? ".next", "server/server-reference-manifest.json"), "utf8")) as Manifest).node).map(
    ([id, { exportedName, workers }]) => [exportedName, { id, page: addressOf(Object.keys(workers)[0] ?? "") }] as const,
  ),
);

/** "app/(teach)/teach/page" answers at "/teach". */
function addressOf(worker: string): string {
  return `/${worker.split("/").slice(1, -1).filter((part) => !/^\(.*\)$/.test(part)).join("/")}`;
}

export type Fields = Record<string, string>;
/** `origin` is that of the pages; the installation’s own unless another server is asked. */
type Sender = { world: World; request: APIRequestContext; cookie: string; origin?: string };

const OWN_ORIGIN = new URL(env.APP_URL).origin;

/** As React sends `action(null, formData)`, or one argument that is no form. */
export async function callAction({ world, request, cookie, origin = OWN_ORIGIN }: Sender, name: string, sent: Fields | { argument: unknown }): Promise<APIResponse> {
  const { id = "", page = "/" } = BUILT[name] ?? {};
  const headers = { "Next-Action": id, Accept: "text/x-component", Origin: origin, cookie };
  if ("argument" in sent) return request.post(fill(page, world), { headers: { ...headers, "Content-Type": "text/plain;charset=UTF-8" }, data: JSON.stringify([sent.argument]), maxRedirects: 0 });
  const multipart = new FormData();
  for (const [field, value] of Object.entries(sent)) multipart.append(`_1_${field}`, value);
  // Last: what it refers to must have come before.
  multipart.append("0", '[null,"$K1"]');
  return request.post(fill(page, world), { headers, multipart, maxRedirects: 0 });
}

/** A method of a route, with an empty body. */
export async function callWrite({ world, request, cookie, origin = OWN_ORIGIN }: Sender, name: string): Promise<APIResponse> {
  const [method = "", address = ""] = name.split(" ");
  return request.fetch(fill(address, world), { method, headers: { cookie, Origin: origin }, data: "", maxRedirects: 0 });
}

/** What names the place of an action. The rest is missing: who may is told so, and nothing is written. */
export const placeIn = ({ cohort, learner, submission, source }: World): Fields => ({ cohort: cohort.slug, learner: learner.id, submission, source });

/** The learner’s own things, named by somebody else. */
export const aimedAt = ({ application, search, message, submission, session }: World): Record<string, Fields | { argument: unknown }> => ({
  takeEvidenceBack: { submission },
  changeApplication: { id: application, title: "Taken", company: "Taken", url: "", appliedOn: "", notes: "", contact: "", nextAction: "", nextOn: "" },
  moveApplication: { argument: { id: application, stage: "closed" } },
  moveByForm: { id: application, stage: "closed" },
  finishNextAction: { done: application },
  deleteApplication: { id: application },
  markMessagesRead: { argument: [message] },
  markSeen: { id: search, until: new Date().toISOString() },
  setSearchMail: { id: search, mail: "day" },
  endSearchMail: {},
  dropSearch: { id: search },
  signOutDevice: { session },
});
