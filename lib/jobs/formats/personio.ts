import { webAddress } from "./board-address";
import { sectionsOf } from "./body";
import { atMost, collect } from "./collect";
import { dateOf } from "./dates";
import { UnreadableSource, type JobFormat } from "./format";
import { elements, parseXml, textOf } from "./parse-xml";
import { employmentOf, languageOf, levelOf } from "./stated";

/** A board without positions is a board. The same position may come twice. */
export const personio: JobFormat = {
  label: "Personio",
  example: "https://acme.jobs.personio.de",

  addressOf(typed) {
    const address = webAddress(typed);
    if (!address || !/^[^.]+\.jobs\.personio\.(?:de|com|es)$/.test(address.hostname)) return null;
    const language = languageOf(address.searchParams.get("language"));
    return `https://${address.hostname}/xml${language ? `?language=${language}` : ""}`;
  },

  read(body, context) {
    const [board] = elements(parseXml(body), "workzag-jobs");
    if (!board) throw new UnreadableSource("It has no element “workzag-jobs”, so it is not what Personio answers.");
    const language = context.address === null ? null : languageOf(new URL(context.address).searchParams.get("language"));
    const rows = atMost(elements(board, "position")).map((position, index) => {
      const id = textOf(position, "id");
      return {
        where: `listing ${index + 1}`,
        row: {
          externalId: id,
          title: textOf(position, "name"),
          company: textOf(position, "subcompany"),
          places: [textOf(position, "office"), ...elements(elements(position, "additionalOffices")[0], "office").map((office) => textOf(office))],
          employment: employmentOf(`${textOf(position, "employmentType")} ${textOf(position, "schedule")}`),
          level: levelOf(textOf(position, "seniority")),
          postedAt: dateOf(textOf(position, "createdAt")),
          html: sectionsOf(
            elements(elements(position, "jobDescriptions")[0], "jobDescription").map((part) => ({ heading: textOf(part, "name") || null, body: textOf(part, "value") })),
          ),
          language,
          url: context.address && id ? `/job/${encodeURIComponent(id)}` : null,
        },
      };
    });
    return collect(rows, context);
  },
};
