import { z } from "zod";
import { pathOf, webAddress } from "./board-address";
import { htmlOf } from "./body";
import { readRows } from "./collect";
import { amount, date, flag, group, lines, said, several, until } from "./fields";
import type { JobFormat } from "./format";
import { parseList } from "./parse-json";
import { employmentOf, levelOf, payOf } from "./stated";

const offer = z.object({
  jobOfferKey: said,
  title: said,
  company: said,
  locations: several(said),
  isRemote: flag,
  isHybrid: flag,
  contractTime: said,
  experienceLevel: said,
  salary: group({ from: amount, to: amount, currency: said, period: said }),
  validFrom: date,
  validTo: until,
  description: lines,
  url: said,
});

export const solidjobs: JobFormat = {
  label: "SOLID.Jobs",
  example: "https://solid.jobs/public-api/offers/IT",

  addressOf(typed) {
    const address = webAddress(typed);
    if (address?.hostname !== "solid.jobs" && address?.hostname !== "www.solid.jobs") return null;
    const [first, second, division] = pathOf(address);
    if (first !== "public-api" || second !== "offers" || !division) return null;
    const asked = new URL(`https://solid.jobs/public-api/offers/${division}`);
    // The service asks every reader for a name.
    asked.searchParams.set("campaign", address.searchParams.get("campaign") ?? "milepost");
    asked.searchParams.set("pageSize", address.searchParams.get("pageSize") ?? "500");
    return asked.href;
  },

  read(body, context) {
    const { list } = parseList(body, "jobs", "SOLID.Jobs");
    return readRows(list, offer, context, (found) => ({
      externalId: found.jobOfferKey,
      title: found.title,
      company: found.company,
      places: found.locations,
      remote: found.isRemote,
      employment: employmentOf(found.contractTime),
      level: levelOf(found.experienceLevel),
      pay: found.salary && payOf(found.salary),
      postedAt: found.validFrom,
      validUntil: found.validTo,
      html: htmlOf(found.description),
      url: found.url,
    }));
  },
};
