import { z } from "zod";
import { readRows } from "./collect";
import { group, lines, said, several } from "./fields";
import { UnreadableSource, type JobFormat } from "./format";
import { lineOf } from "./lines";
import { readOwnRow } from "./own-row";
import { parseJson } from "./parse-json";

const flagged = z.unknown().optional().transform((value) => (typeof value === "boolean" ? String(value) : lineOf(value)));
const oneOrSeveral = z.union([several(said).pipe(z.array(z.string()).min(1)), z.string().transform((words) => words.split(";").map((word) => word.trim()).filter(Boolean))]).catch([]);

const listing = z.object({
  id: said,
  title: said,
  company: said,
  places: oneOrSeveral,
  country: oneOrSeveral,
  remote: flagged,
  remote_for: said,
  employment: said,
  level: said,
  pay: group({ from: said, to: said, currency: said, period: said }),
  posted: said,
  valid_until: said,
  description: lines,
  language: said,
  url: said,
  apply_url: said,
});

/**
 * Our own upload as JSON: a list of objects. Only `title` and one of `id`, `url` and `apply_url` are needed; `description` is text, Markdown or HTML.
 *
 *     [{ "id": "42", "title": "Backend Engineer", "company": "Acme", "places": ["Pune, India"], "country": ["IN"],
 *        "remote": false, "remote_for": "India", "employment": "full-time", "level": "entry",
 *        "pay": { "from": 600000, "to": 900000, "currency": "INR", "period": "year" },
 *        "posted": "2026-11-01", "valid_until": "2026-12-31", "description": "…", "language": "en",
 *        "url": "https://acme.example/jobs/42", "apply_url": "https://acme.example/jobs/42/apply" }]
 */
export const json: JobFormat = {
  label: "JSON file",
  example: null,

  read(body, context) {
    const list = parseJson(body);
    if (!Array.isArray(list)) throw new UnreadableSource("It is not a list. A file of listings begins with “[” and has an object for each.");
    return readRows(list, listing, context, readFields);
  },
};

function readFields({ pay, remote_for: remoteFor, valid_until: validUntil, apply_url: applyUrl, ...found }: z.infer<typeof listing>) {
  return readOwnRow({ ...found, remoteFor, validUntil, applyUrl, payFrom: pay?.from ?? null, payTo: pay?.to ?? null, currency: pay?.currency ?? null, period: pay?.period ?? null });
}
