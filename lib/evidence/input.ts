import { z } from "zod";
import { moment } from "@/lib/calendar/date-input";
import { findItem, isItemId } from "@/lib/roadmap/catalog";
import { isPlain, isPlainLine, lines, UNSEEN_SAID, uuid } from "@/lib/typed-text";
import { KINDS, kindsFor } from "./kinds";
import { judgeRubric } from "./rubric";

const MOST_TEXT = 20_000;
const MOST_COMMENT = 5_000;
const MOST_ADDRESS = 2_000;

const count = new Intl.NumberFormat("en-IN");

/** As it was typed: browsers send each line's end as two characters. */
const typed = z.string().transform((value) => value.replaceAll("\r\n", "\n"));

const characters = (value: string) => Array.from(value).length;

const comment = lines(MOST_COMMENT);

/** When the draft that the form began with was saved; empty when there was none. A page of before said nothing of it. */
const seen = z.union([moment, z.literal("").transform(() => null)]).optional();

const fields = z.strictObject({
  item: z.string(),
  kind: z.enum(KINDS, "Choose what you give as evidence."),
  link: z.string().transform((value) => value.trim()),
  text: typed,
  repo: z.string().transform((value) => value.trim()),
  commit: z.string().transform((value) => value.trim()),
  then: z.enum(["save", "hand-in"]),
  seen,
});

/** The chosen kind decides which fields are looked at; the others stay in the form. */
export const evidenceInput = fields.transform(({ item: itemId, kind, link, text, repo, commit, then, seen }, check) => {
  const item = findItem(itemId)?.item;
  const refuse = (field: string, message: string) => check.addIssue({ code: "custom", path: [field], message });
  if (!item || item.retired) refuse("item", "The roadmap has no such item.");
  else if (!kindsFor(item).includes(kind)) refuse("kind", "This item takes a link, a text or a repository.");
  else if (kind === "link") refuseIf(addressTrouble(link), "link");
  else if (kind === "text") refuseIf(textTrouble(text), "text");
  else if (kind === "repo") {
    refuseIf(addressTrouble(repo), "repo");
    refuseIf(commitTrouble(commit), "commit");
  }
  function refuseIf(trouble: string | null, field: string) {
    if (trouble) refuse(field, trouble);
  }
  const body = { link, text, repo, file: "" }[kind];
  return { itemId, kind, body, commit: kind === "repo" ? commit : null, handIn: then === "hand-in", seen };
});

function addressTrouble(value: string): string | null {
  const url = URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol) || !isPlainLine(value) || /\s/.test(value)) return "An address begins with https:// or http://, like https://example.org/my-work. What you typed is kept.";
  if (url.username || url.password) return "Take the name and the password out of the address: a reviewer would see them. What you typed is kept.";
  return value.length > MOST_ADDRESS ? `Use an address of at most ${count.format(MOST_ADDRESS)} characters. What you typed is kept.` : null;
}

function textTrouble(value: string): string | null {
  if (value.trim() === "") return "Write what you did and how it can be seen.";
  if (!isPlain(value.replaceAll("\t", " "))) return UNSEEN_SAID;
  const long = characters(value);
  return long > MOST_TEXT ? `Write at most ${count.format(MOST_TEXT)} characters; this has ${count.format(long)}. What you typed is kept.` : null;
}

function commitTrouble(value: string): string | null {
  return /^[0-9a-f]{7,64}$/i.test(value) ? null : "A commit is 7 to 64 of the characters 0 to 9 and a to f, as git log shows it. What you typed is kept.";
}

/** What a file comes with; its bytes are the body of the request. */
export const uploadInput = z.strictObject({ name: z.string().max(1_000), then: z.enum(["save", "hand-in"]), seen });

export const withdrawInput = z.strictObject({ submission: uuid });

export const confirmInput = z.strictObject({ submission: uuid, comment });

/** Which submission of which learner, in which cohort. */
const place = { cohort: z.string().max(200), learner: uuid, submission: uuid };

export const claimInput = z.strictObject({ ...place, claim: z.enum(["take", "leave"]) });

/** Where in the queue to go on from; nothing for its beginning. */
export const nextInput = z.strictObject({ cohort: z.string().max(200), submission: uuid.optional(), handedInAt: moment.optional() });

export const verdictInput = z
  .strictObject({ ...place, item: z.string().refine(isItemId), met: z.array(z.string()).max(20), comment, verdict: z.enum(["accepted", "returned"]) })
  .refine(({ comment, verdict }) => verdict === "accepted" || comment !== "", { path: ["comment"], message: "Write what is missing, so that the learner can go on from there." })
  .transform(({ submission: submissionId, item: itemId, met, comment, verdict }, check) => {
    const rubric = judgeRubric(itemId, met);
    if (rubric === undefined) check.addIssue({ code: "custom", path: ["met"], message: "The rubric was changed since you opened this page. Open it again." });
    return { submissionId, itemId, rubric: rubric ?? null, comment, verdict };
  });

const reason = comment.refine((value) => value !== "", "Write why you take it back. The learner sees it.");

export const takeBackInput = z.strictObject({ ...place, reason });

export const takeWordBackInput = z.strictObject({ learner: uuid, submission: uuid, reason });
