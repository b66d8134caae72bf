import { z } from "zod";
import { pathOf, webAddress } from "./board-address";
import { htmlOf } from "./body";
import { readRows } from "./collect";
import { date, flag, lines, said, several } from "./fields";
import type { JobFormat } from "./format";
import { lineOf, placeOf } from "./lines";
import { parseList } from "./parse-json";
import { countryOf, employmentOf, levelOf } from "./stated";

const job = z.object({
  shortcode: said,
  title: said,
  locations: several(z.object({ city: said, region: said, country: said, countryCode: said, hidden: flag })),
  city: said,
  state: said,
  country: said,
  telecommuting: flag,
  employment_type: said,
  experience: said,
  published_on: date,
  created_at: date,
  description: lines,
  url: said,
  shortlink: said,
  application_url: said,
});

/** The same shortcode comes once for each country: the rows become one listing, whose places are those of all. */
export const workable: JobFormat = {
  label: "Workable",
  example: "https://apply.workable.com/acme",

  addressOf(typed) {
    const address = webAddress(typed);
    if (address?.hostname !== "apply.workable.com") return null;
    const path = pathOf(address);
    const account = path[0] === "api" ? path[path.indexOf("accounts") + 1] : path[0];
    return account && account !== "api" && account !== "j" ? `https://apply.workable.com/api/v1/widget/accounts/${account}?details=true` : null;
  },

  read(body, context) {
    const { list, whole } = parseList(body, "jobs", "Workable");
    const company = lineOf(Reflect.get(whole, "name"));
    return readRows(list, job, context, (found) => {
      const shown = found.locations.filter(({ hidden }) => hidden !== true);
      return {
        externalId: found.shortcode,
        title: found.title,
        company,
        places: shown.length > 0 ? shown.map(({ city, region, country }) => placeOf([city, region, country])) : [placeOf([found.city, found.state, found.country])],
        countries: shown.length > 0 ? shown.map(({ country, countryCode }) => countryOf(countryCode ?? country)) : [countryOf(found.country)],
        remote: found.telecommuting,
        employment: employmentOf(found.employment_type),
        level: levelOf(found.experience),
        postedAt: found.published_on ?? found.created_at,
        html: htmlOf(found.description),
        url: found.url ?? found.shortlink,
        applyUrl: found.application_url,
      };
    });
  },
};
