import { z } from "zod";
import { webAddress } from "./board-address";
import { htmlOf } from "./body";
import { readRows } from "./collect";
import { date, lines, said } from "./fields";
import { UnreadableSource, type JobFormat } from "./format";
import { jobPosting, rowOfPosting } from "./job-posting";
import { parseList } from "./parse-json";
import { languageOf } from "./stated";

const item = z.object({
  id: said,
  title: said,
  url: said,
  date_published: date,
  language: said,
  content_html: lines,
  content_text: lines,
  _jobposting: jobPosting.nullable().catch(null),
});

/** JSON Feed 1.1 whose items have a schema.org JobPosting in `_jobposting`. */
export const teamtailor: JobFormat = {
  label: "Teamtailor",
  example: "https://acme.teamtailor.com/jobs",

  // Boards stand under domains of their own.
  addressOf(typed) {
    const address = webAddress(typed);
    if (!address) return null;
    if (/\/jobs\.json$/.test(address.pathname)) return address.href;
    const [, before = ""] = /^(\/[a-z]{2}(?:-[a-z]{2})?)?(?:\/jobs)?\/?$/i.exec(address.pathname) ?? [];
    return /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?(?:\/jobs)?\/?$/i.test(address.pathname) ? `https://${address.host}${before}/jobs.json` : null;
  },

  read(body, context) {
    const { list, whole } = parseList(body, "items", "Teamtailor");
    const version: unknown = Reflect.get(whole, "version");
    if (typeof version !== "string" || !version.includes("jsonfeed.org")) throw new UnreadableSource("It does not say that it is a JSON Feed, so it is not what Teamtailor answers.");
    return readRows(list, item, context, (found) => {
      const posting = found._jobposting;
      const row = posting && rowOfPosting(posting);
      const identifier = posting?.identifier;
      return {
        ...row,
        externalId: found.id,
        title: found.title ?? row?.title,
        company: row?.company ?? (typeof identifier === "object" ? identifier?.name : null),
        postedAt: found.date_published ?? row?.postedAt ?? null,
        html: htmlOf(found.content_html || found.content_text) || (row?.html ?? ""),
        language: languageOf(found.language) ?? row?.language,
        url: found.url ?? row?.url,
      };
    });
  },
};
