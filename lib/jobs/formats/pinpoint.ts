import { z } from "zod";
import { webAddress } from "./board-address";
import { sectionsOf } from "./body";
import { readRows } from "./collect";
import { amount, flag, group, lines, said, until } from "./fields";
import type { JobFormat } from "./format";
import { parseList } from "./parse-json";
import { employmentOf, payOf } from "./stated";

const posting = z.object({
  id: said,
  title: said,
  location: group({ name: said }),
  workplace_type: said,
  employment_type: said,
  compensation_visible: flag,
  compensation_minimum: amount,
  compensation_maximum: amount,
  compensation_currency: said,
  compensation_frequency: said,
  deadline_at: until,
  description: lines,
  key_responsibilities_header: said,
  key_responsibilities: lines,
  skills_knowledge_expertise_header: said,
  skills_knowledge_expertise: lines,
  benefits_header: said,
  benefits: lines,
  url: said,
  path: said,
});
type Posting = z.infer<typeof posting>;

export const pinpoint: JobFormat = {
  label: "Pinpoint",
  example: "https://acme.pinpointhq.com",

  addressOf(typed) {
    const address = webAddress(typed);
    return address && /^(?!www\.|api\.)[^.]+\.pinpointhq\.com$/.test(address.hostname) ? `https://${address.hostname}/postings.json` : null;
  },

  read(body, context) {
    const { list } = parseList(body, "data", "Pinpoint");
    return readRows(list, posting, context, (found) => ({
      externalId: found.id,
      title: found.title,
      places: [found.location?.name],
      remote: found.workplace_type === null ? null : found.workplace_type === "remote",
      employment: employmentOf(found.employment_type),
      pay: payOfPosting(found),
      validUntil: found.deadline_at,
      html: sectionsOf([
        { heading: null, body: found.description },
        { heading: found.key_responsibilities_header ?? "Key responsibilities", body: found.key_responsibilities },
        { heading: found.skills_knowledge_expertise_header ?? "Skills, knowledge and expertise", body: found.skills_knowledge_expertise },
        { heading: found.benefits_header ?? "Benefits", body: found.benefits },
      ]),
      url: found.url ?? found.path,
    }));
  },
};

function payOfPosting(found: Posting) {
  if (found.compensation_visible === false) return null;
  return payOf({ from: found.compensation_minimum, to: found.compensation_maximum, currency: found.compensation_currency, period: found.compensation_frequency });
}
