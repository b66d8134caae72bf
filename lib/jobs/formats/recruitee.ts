import { z } from "zod";
import { webAddress } from "./board-address";
import { sectionsOf } from "./body";
import { readRows } from "./collect";
import { amount, date, flag, group, lines, said, several, until } from "./fields";
import type { JobFormat } from "./format";
import { placeOf } from "./lines";
import { parseList } from "./parse-json";
import { countryOf, employmentOf, languageOf, levelOf, payOf } from "./stated";

const offer = z.object({
  id: said,
  title: said,
  company_name: said,
  status: said,
  locations: several(z.object({ name: said, city: said, state: said, country: said, country_code: said })),
  location: said,
  country_code: said,
  remote: flag,
  employment_type_code: said,
  experience_code: said,
  salary: group({ min: amount, max: amount, currency: said, period: said }),
  published_at: date,
  created_at: date,
  close_at: until,
  description: lines,
  requirements: lines,
  translations: z.record(z.string(), group({ title: said, description: lines })).catch({}),
  careers_url: said,
  careers_apply_url: said,
});
type Offer = z.infer<typeof offer>;

/** Text is in the source's own language, as it stands at the top of an offer; `translations` only tells which that is. */
export const recruitee: JobFormat = {
  label: "Recruitee",
  example: "https://acme.recruitee.com",

  addressOf(typed) {
    const address = webAddress(typed);
    return address && /^(?!www\.|api\.)[^.]+\.recruitee\.com$/.test(address.hostname) ? `https://${address.hostname}/api/offers` : null;
  },

  read(body, context) {
    const { list } = parseList(body, "offers", "Recruitee");
    return readRows(list, offer, context, (found) =>
      found.status !== null && found.status !== "published"
        ? null
        : {
            externalId: found.id,
            title: found.title,
            company: found.company_name,
            places: found.locations.length > 0 ? found.locations.map(({ city, state, country, name }) => placeOf([city, state, country]) ?? name) : [found.location],
            countries: [found.country_code, ...found.locations.map(({ country_code }) => country_code)].map(countryOf),
            remote: found.remote,
            employment: employmentOf(found.employment_type_code),
            level: levelOf(found.experience_code),
            pay: found.salary && payOf({ ...found.salary, from: found.salary.min, to: found.salary.max }),
            postedAt: found.published_at ?? found.created_at,
            validUntil: found.close_at,
            html: sectionsOf([
              { heading: null, body: found.description },
              { heading: null, body: found.requirements },
            ]),
            language: ownLanguage(found),
            url: found.careers_url,
            applyUrl: found.careers_apply_url,
          },
    );
  },
};

function ownLanguage({ translations, title, description }: Offer): string | null {
  const own = Object.entries(translations).find(([, text]) => text?.title === title && text.description === description);
  return languageOf(own?.[0] ?? null);
}
