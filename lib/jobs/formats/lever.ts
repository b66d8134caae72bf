import { z } from "zod";
import { pathOf, webAddress } from "./board-address";
import { sectionsOf } from "./body";
import { readRows } from "./collect";
import { amount, group, lines, said, several } from "./fields";
import { UnreadableSource, type JobFormat } from "./format";
import { momentOf } from "./dates";
import { parseJson } from "./parse-json";
import { countryOf, employmentOf, payOf } from "./stated";

const posting = z.object({
  id: said,
  text: said,
  categories: group({ commitment: said, location: said, allLocations: several(said) }),
  country: said,
  workplaceType: said,
  createdAt: z.unknown().optional().transform(momentOf),
  salaryRange: group({ interval: said, currency: said, min: amount, max: amount }),
  description: lines,
  descriptionPlain: lines,
  lists: several(z.object({ text: said, content: lines })),
  salaryDescription: lines,
  additional: lines,
  additionalPlain: lines,
  hostedUrl: said,
  applyUrl: said,
});
type Posting = z.infer<typeof posting>;

export const lever: JobFormat = {
  label: "Lever",
  example: "https://jobs.lever.co/acme",

  addressOf(typed) {
    const address = webAddress(typed);
    if (!address) return null;
    const [, service, eu = ""] = /^(api|jobs)(\.eu)?\.lever\.co$/.exec(address.hostname) ?? [];
    const path = pathOf(address);
    const api = service === "api" && path[0] === "v0" && path[1] === "postings";
    const site = api ? path[2] : service === "jobs" ? path[0] : undefined;
    return site ? `https://api${eu}.lever.co/v0/postings/${site}?mode=json` : null;
  },

  read(body, context) {
    const list = parseJson(body);
    if (!Array.isArray(list)) throw new UnreadableSource("It is not a list of jobs, so it is not what Lever answers.");
    return readRows(list, posting, context, (found) => ({
      externalId: found.id,
      title: found.text,
      places: found.categories?.allLocations.length ? found.categories.allLocations : [found.categories?.location],
      countries: [countryOf(found.country)],
      remote: remoteOf(found.workplaceType),
      employment: employmentOf(found.categories?.commitment ?? null),
      pay: payOfRange(found.salaryRange),
      postedAt: found.createdAt,
      html: bodyOf(found),
      url: found.hostedUrl,
      applyUrl: found.applyUrl,
    }));
  },
};

function remoteOf(workplace: string | null): boolean | null {
  if (workplace === "remote") return true;
  return workplace === "hybrid" || workplace === "onsite" || workplace === "on-site" ? false : null;
}

/** "per-year-salary", "per-hour-wage"; "bi-week-salary" and "one-time" are none of our periods. */
function payOfRange(range: Posting["salaryRange"]) {
  return range && payOf({ from: range.min, to: range.max, currency: range.currency, period: range.interval?.replace(/-(?:salary|wage)$/, "") ?? null });
}

/** The body comes in parts; `description` has `opening` and `descriptionBody` in it. */
function bodyOf(found: Posting): string {
  return sectionsOf([
    { heading: null, body: found.description || found.descriptionPlain },
    ...found.lists.map(({ text, content }) => ({ heading: text, body: /^\s*<li\b/i.test(content) ? `<ul>${content.trim()}</ul>` : content })),
    { heading: null, body: found.salaryDescription },
    { heading: null, body: found.additional || found.additionalPlain },
  ]);
}
