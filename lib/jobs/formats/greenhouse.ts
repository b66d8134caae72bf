import { z } from "zod";
import { pathOf, webAddress } from "./board-address";
import { htmlOf, isHtml } from "./body";
import { readRows } from "./collect";
import { date, group, lines, said, several, until } from "./fields";
import type { JobFormat } from "./format";
import { decodeEntities } from "./lines";
import { parseList } from "./parse-json";
import { employmentOf, languageOf } from "./stated";

const job = z.object({
  id: said,
  title: said,
  company_name: said,
  location: group({ name: said }),
  metadata: several(z.object({ name: said, value: said })),
  content: lines,
  first_published: date,
  application_deadline: until,
  language: said,
  absolute_url: said,
});

/** Pay is in the prose. `updated_at` moves with every correction and says nothing of when a job was posted. */
export const greenhouse: JobFormat = {
  label: "Greenhouse",
  example: "https://boards.greenhouse.io/acme",

  addressOf(typed) {
    const address = webAddress(typed);
    if (!address) return null;
    const path = pathOf(address);
    const { hostname } = address;
    if (/^boards-api(?:\.eu)?\.greenhouse\.io$/.test(hostname)) return path[0] === "v1" && path[1] === "boards" && path[2] ? `https://${hostname}/v1/boards/${path[2]}/jobs?content=true` : null;
    if (!/^(?:job-)?boards(?:\.eu)?\.greenhouse\.io$/.test(hostname)) return null;
    const board = path[0] === "embed" ? address.searchParams.get("for") : path[0];
    return board ? `https://boards-api.greenhouse.io/v1/boards/${encodeURIComponent(board)}/jobs?content=true` : null;
  },

  read(body, context) {
    const { list } = parseList(body, "jobs", "Greenhouse");
    return readRows(list, job, context, (found) => ({
      externalId: found.id,
      title: found.title,
      company: found.company_name,
      places: found.location?.name?.split(/[;|]/) ?? [],
      employment: employmentOf(found.metadata.find(({ name }) => /\b(?:employment|time) type\b/i.test(name ?? ""))?.value ?? null),
      postedAt: found.first_published,
      validUntil: found.application_deadline,
      // HTML escaped once more than JSON asks for.
      html: htmlOf(isHtml(found.content) ? found.content : decodeEntities(found.content)),
      language: languageOf(found.language),
      url: found.absolute_url,
    }));
  },
};
