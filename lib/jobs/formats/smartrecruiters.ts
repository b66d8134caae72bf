import { z } from "zod";
import type { Further } from "@/lib/jobs/listing";
import { pathOf, webAddress } from "./board-address";
import { sectionsOf } from "./body";
import { readRows, type Row } from "./collect";
import { date, flag, group, lines, said } from "./fields";
import { UnreadableSource, type JobFormat } from "./format";
import { placeOf } from "./lines";
import { parseJson } from "./parse-json";
import { countryOf, employmentOf, languageOf, levelOf } from "./stated";

const section = group({ title: said, text: lines });
const posting = z.object({
  id: said,
  name: said,
  active: flag,
  company: group({ identifier: said, name: said }),
  location: group({ city: said, region: said, country: said, fullLocation: said, remote: flag, hybrid: flag }),
  typeOfEmployment: group({ id: said, label: said }),
  experienceLevel: group({ id: said }),
  releasedDate: date,
  language: group({ code: said }),
  postingUrl: said,
  applyUrl: said,
  jobAd: group({ sections: group({ companyDescription: section, jobDescription: section, qualifications: section, additionalInformation: section }) }),
});
type Posting = z.infer<typeof posting>;

const page = z.object({ content: z.array(z.unknown()), offset: z.number().catch(0), totalFound: z.number().catch(0) });

/**
 * A page of the list has no descriptions: `more` of its answer is each posting on it and the page that follows. A posting, read with the
 * same format, is that one listing with its description.
 */
export const smartrecruiters: JobFormat = {
  label: "SmartRecruiters",
  example: "https://jobs.smartrecruiters.com/Acme",

  addressOf(typed) {
    const address = webAddress(typed);
    if (!address) return null;
    const path = pathOf(address);
    const api = address.hostname === "api.smartrecruiters.com" && path[0] === "v1" && path[1] === "companies";
    const company = api ? path[2] : /^(?:jobs|careers)\.smartrecruiters\.com$/.test(address.hostname) ? path[0] : undefined;
    return company ? `https://api.smartrecruiters.com/v1/companies/${company}/postings?limit=100&offset=0` : null;
  },

  read(body, context) {
    const answer = parseJson(body);
    const read = page.safeParse(answer);
    if (read.success) {
      const listed = readRows(read.data.content, posting, context, rowOf);
      return { ...listed, more: [...listed.listings.map(({ externalId }) => externalId).flatMap((id) => addressOfPosting(context.address, id)), ...nextPage(context.address, read.data)] };
    }
    const one = posting.safeParse(answer);
    if (!one.success || one.data.id === null) throw new UnreadableSource("It has no list “content” and is no single posting, so it is not what SmartRecruiters answers.");
    return readRows([answer], posting, context, rowOf);
  },
};

function addressOfPosting(address: string | null, id: string): Further[] {
  return address === null ? [] : [{ address: new URL(`${new URL(address).pathname.replace(/\/$/, "")}/${encodeURIComponent(id)}`, address).href, of: id }];
}

function nextPage(address: string | null, { content, offset, totalFound }: z.infer<typeof page>): Further[] {
  const next = offset + content.length;
  if (address === null || content.length === 0 || next >= totalFound) return [];
  const further = new URL(address);
  further.searchParams.set("offset", String(next));
  return [{ address: further.href, of: null }];
}

function rowOf(found: Posting): Row | null {
  if (found.active === false) return null;
  const { location, company, id } = found;
  const sections = found.jobAd?.sections;
  return {
    externalId: id,
    title: found.name,
    company: company?.name,
    places: [location?.fullLocation ?? placeOf([location?.city, location?.region, location?.country])],
    countries: [countryOf(location?.country ?? null)],
    remote: location?.remote ?? null,
    employment: employmentOf(found.typeOfEmployment?.id ?? null) ?? employmentOf(found.typeOfEmployment?.label ?? null),
    level: levelOf(found.experienceLevel?.id ?? null),
    postedAt: found.releasedDate,
    html: sectionsOf(
      [sections?.companyDescription, sections?.jobDescription, sections?.qualifications, sections?.additionalInformation].map((part) => ({ heading: part?.title ?? null, body: part?.text })),
    ),
    language: languageOf(found.language?.code ?? null),
    // The list has no address for people; this is the form of all of them.
    url: found.postingUrl ?? (company?.identifier && id ? `https://jobs.smartrecruiters.com/${encodeURIComponent(company.identifier)}/${encodeURIComponent(id)}` : null),
    applyUrl: found.applyUrl,
  };
}
