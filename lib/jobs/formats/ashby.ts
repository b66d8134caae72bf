import { z } from "zod";
import { pathOf, webAddress } from "./board-address";
import { htmlOf } from "./body";
import { readRows } from "./collect";
import { amount, date, flag, group, lines, said, several } from "./fields";
import type { JobFormat } from "./format";
import { parseList } from "./parse-json";
import { countryOf, employmentOf, payOf } from "./stated";

const address = group({ addressCountry: said, postalAddress: group({ addressCountry: said }) });
const component = z.object({ compensationType: said, interval: said, currencyCode: said, minValue: amount, maxValue: amount });
const job = z.object({
  id: said,
  title: said,
  isListed: flag,
  location: said,
  secondaryLocations: several(z.object({ location: said, address })),
  address,
  isRemote: flag,
  workplaceType: said,
  employmentType: said,
  publishedAt: date,
  shouldDisplayCompensationOnJobPostings: flag,
  compensation: group({ summaryComponents: several(component), compensationTiers: several(z.object({ components: several(component) })) }),
  descriptionHtml: lines,
  descriptionPlain: lines,
  jobUrl: said,
  applyUrl: said,
});
type Job = z.infer<typeof job>;

export const ashby: JobFormat = {
  label: "Ashby",
  example: "https://jobs.ashbyhq.com/acme",

  addressOf(typed) {
    const typedAddress = webAddress(typed);
    if (!typedAddress) return null;
    const path = pathOf(typedAddress);
    const api = typedAddress.hostname === "api.ashbyhq.com" && path[0] === "posting-api" && path[1] === "job-board";
    const board = api ? path[2] : typedAddress.hostname === "jobs.ashbyhq.com" ? path[0] : undefined;
    return board ? `https://api.ashbyhq.com/posting-api/job-board/${board}?includeCompensation=true` : null;
  },

  read(body, context) {
    const { list } = parseList(body, "jobs", "Ashby");
    return readRows(list, job, context, (found) =>
      found.isListed === false
        ? null
        : {
            externalId: found.id,
            title: found.title,
            places: [found.location, ...found.secondaryLocations.map(({ location }) => location)],
            countries: [found.address, ...found.secondaryLocations.map((place) => place.address)].map(countryIn),
            remote: remoteOf(found),
            employment: employmentOf(found.employmentType),
            pay: payOfJob(found),
            postedAt: found.publishedAt,
            html: htmlOf(found.descriptionHtml || found.descriptionPlain),
            url: found.jobUrl,
            applyUrl: found.applyUrl,
          },
    );
  },
};

function countryIn(place: Job["address"]): string | null {
  return countryOf(place?.postalAddress?.addressCountry ?? place?.addressCountry ?? null);
}

/** A hybrid job has `isRemote: true` beside it. */
function remoteOf({ isRemote, workplaceType }: Job): boolean | null {
  if (workplaceType === null) return isRemote;
  return workplaceType === "Remote";
}

/** The block may be there with nothing in it; equity and bonus are no pay for a time. */
function payOfJob({ compensation, shouldDisplayCompensationOnJobPostings }: Job) {
  if (!compensation || shouldDisplayCompensationOnJobPostings === false) return null;
  const salary = [...compensation.summaryComponents, ...compensation.compensationTiers.flatMap(({ components }) => components)].find(
    ({ compensationType, minValue, maxValue }) => compensationType === "Salary" && (minValue !== null || maxValue !== null),
  );
  return salary ? payOf({ from: salary.minValue, to: salary.maxValue, currency: salary.currencyCode, period: salary.interval }) : null;
}
