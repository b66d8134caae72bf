import { Parser } from "htmlparser2";
import type { BadRow } from "@/lib/jobs/listing";
import { webAddress } from "./board-address";
import { atMost, collect } from "./collect";
import { UnreadableSource, type JobFormat } from "./format";
import { jobPosting, rowOfPosting } from "./job-posting";
import { parseJson } from "./parse-json";

/** Pages with schema.org JobPosting: at the top, in `@graph`, or anywhere within something else; several on a page. */
export const jsonLd: JobFormat = {
  label: "Page with JobPosting data",
  example: "https://acme.example/careers",

  addressOf: (typed) => webAddress(typed)?.href ?? null,

  read(body, context) {
    const scripts = findScripts(body);
    if (scripts.length === 0) throw new UnreadableSource("The page has no structured data (JSON-LD), so no job can be read from it.");
    const bad: BadRow[] = [];
    const trees = scripts.flatMap((script, index) => {
      try {
        // Line ends within a text are an error of many pages, and blanks outside of one.
        return [parseJson(script.replace(/[\u0000-\u001f]+/g, " "))];
      } catch (error) {
        if (!(error instanceof UnreadableSource)) throw error;
        if (script.includes("JobPosting")) bad.push({ where: `script ${index + 1} of the page`, why: error.message });
        return [];
      }
    });
    const postings: Node[] = [];
    const byId = new Map<string, Node>();
    for (const node of walk(trees)) {
      if (isJobPosting(node)) postings.push(node);
      if (typeof node["@id"] === "string" && Object.keys(node).length > 1) byId.set(node["@id"], node);
    }
    const rows = atMost(postings).map((node, index) => {
      const row = rowOfPosting(jobPosting.parse({ ...node, hiringOrganization: resolve(node["hiringOrganization"], byId) }));
      return { where: `listing ${index + 1}`, row: { ...row, url: row.url ?? context.address } };
    });
    return collect(rows, context, bad);
  },
};

function findScripts(page: string): string[] {
  const found: string[] = [];
  let inside = false;
  const parser = new Parser({
    onopentag(name, { type }) {
      inside = name === "script" && /^application\/ld\+json\b/i.test(type?.trim() ?? "");
      if (inside) found.push("");
    },
    ontext(text) {
      if (inside) found.push((found.pop() ?? "") + text);
    },
    onclosetag(name) {
      if (name === "script") inside = false;
    },
  });
  parser.end(page);
  return found;
}

type Node = Record<string, unknown>;

function isNode(value: object): value is Node {
  return !Array.isArray(value);
}

/** Every object of a tree; parseJson has seen to it that the tree is not deep. */
function* walk(tree: unknown): Generator<Node> {
  if (typeof tree !== "object" || tree === null) return;
  if (isNode(tree)) yield tree;
  for (const one of Object.values(tree)) yield* walk(one);
}

/** "JobPosting", "schema:JobPosting", "https://schema.org/JobPosting", or one of a list. */
function isJobPosting(node: Node): boolean {
  return [node["@type"]].flat().some((type) => typeof type === "string" && /(?:^|[:/#])JobPosting$/.test(type));
}

/** An organisation may stand elsewhere on the page, under its "@id". */
function resolve(value: unknown, byId: ReadonlyMap<string, Node>): unknown {
  const id = typeof value === "object" && value !== null && "@id" in value ? value["@id"] : null;
  return typeof id === "string" && typeof value === "object" && value !== null && !("name" in value) ? (byId.get(id) ?? value) : value;
}
