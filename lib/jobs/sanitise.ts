import sanitizeHtml from "sanitize-html";
import { escapeHtml } from "@/lib/escape-html";
import { DROPPED, partsOf, type Item, type Leaf, type Line, type List, type Part, type Run } from "./description-parts";
import { linkOf } from "./link";
import type { Block } from "./words";

/** Characters of markup. */
const MOST = 60_000;

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: ["p", "br", "ul", "ol", "li", "strong", "em", "h2", "h3", "h4", "blockquote", "code", "pre", "a"],
  allowedAttributes: { a: ["href", "rel"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  nonTextTags: DROPPED,
  nestingLimit: 16,
  parseStyleAttributes: false,
  transformTags: {
    a: (tagName, attributes) => {
      const href = linkOf(attributes.href ?? "");
      const attribs: sanitizeHtml.Attributes = href ? { href, rel: "nofollow noopener ugc" } : {};
      return { tagName, attribs };
    },
  },
};

/**
 * A description as it is kept: any markup becomes a small, flat set of elements that every browser reads the same way, at most 60,000
 * characters, cut after a whole paragraph or item. The same again when it is given its own answer.
 */
export function sanitiseDescription(html: string): string {
  return renderDescription(fit(partsOf(html), MOST));
}

/** A description on its way out: whatever stands in the database, only the allowed elements leave it. */
export function renderDescription(html: string): string {
  return sanitizeHtml(html, ALLOWED);
}

/** What a description says, piece by piece: for matching and search. Takes markup before or after it is sanitised. */
export function blocksOf(html: string): Block[] {
  return partsOf(html).flatMap(blocksOfPart);
}

function blocksOfPart(part: Part): Block[] {
  switch (part.kind) {
    case "blockquote":
      return part.parts.flatMap(blocksOfPart);
    case "ul":
    case "ol":
      return part.items.flatMap(blocksOfItem);
    case "p":
    case "pre":
      return part.lines.map(blockOfLine).filter((block) => block.text !== "");
    default:
      return [{ kind: "heading", text: sayLines(part.lines) }];
  }
}

function blocksOfItem({ lines, lists }: Item): Block[] {
  const heads = lists.length > 0 && lines.length === 1 && lines.every(isHeading);
  return [{ kind: heads ? "heading" : "item", text: sayLines(lines) }, ...lists.flatMap(blocksOfPart)];
}

const BULLET = /^[•‣▪●◦∙·*–—-]\s+(?=\S)/;

function blockOfLine(line: Line): Block {
  const text = sayLines([line]);
  if (BULLET.test(text)) return { kind: "item", text: text.replace(BULLET, "") };
  return { kind: isHeading(line) ? "heading" : "text", text };
}

/** Many listings have no headings but lines in bold, or short ones that end in a colon. */
function isHeading(line: Line): boolean {
  const text = sayLines([line]);
  return (text.length <= 80 && /[:：]$/.test(text)) || (text.length <= 160 && line.every((run) => run.strong));
}

function sayLines(lines: Line[]): string {
  return lines
    .map((line) => line.map((run) => run.text).join(""))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** From the outer one to the inner one. */
const STYLES = [
  { open: (run: Run) => (run.href ? `<a href="${escapeHtml(run.href)}" rel="nofollow noopener ugc">` : ""), close: "</a>" },
  { open: (run: Run) => (run.strong ? "<strong>" : ""), close: "</strong>" },
  { open: (run: Run) => (run.em ? "<em>" : ""), close: "</em>" },
  { open: (run: Run) => (run.code ? "<code>" : ""), close: "</code>" },
];

function markupOfLine(line: Line): string {
  let open: { tag: string; close: string }[] = [];
  let html = "";
  const closeTo = (kept: number) => {
    html += open.slice(kept).reverse().map(({ close }) => close).join("");
    open = open.slice(0, kept);
  };
  for (const run of line) {
    const wanted = STYLES.map((style) => ({ tag: style.open(run), close: style.close })).filter(({ tag }) => tag !== "");
    const differs = open.findIndex(({ tag }, index) => tag !== wanted[index]?.tag);
    closeTo(differs === -1 ? open.length : differs);
    for (const next of wanted.slice(open.length)) {
      html += next.tag;
      open.push(next);
    }
    html += escape(run.text);
  }
  closeTo(0);
  return html;
}

function markupOf(part: Part): string {
  switch (part.kind) {
    case "blockquote":
      return `<blockquote>${part.parts.map(markupOf).join("")}</blockquote>`;
    case "ul":
    case "ol":
      return `<${part.kind}>${part.items.map(markupOfItem).join("")}</${part.kind}>`;
    default:
      return `<${part.kind}>${part.lines.map(markupOfLine).join(part.kind === "pre" ? "\n" : "<br />")}</${part.kind}>`;
  }
}

function markupOfItem({ lines, lists }: Item): string {
  return `<li>${lines.map(markupOfLine).join("<br />")}${lists.map(markupOf).join("")}</li>`;
}

/** As many whole parts as there is room for. When the first one alone is too long, it is cut. */
function fit(parts: Part[], room: number): string {
  let html = "";
  for (const part of parts) {
    const whole = markupOf(part);
    if (html.length + whole.length > room) return html + markupOfStart(part, room - html.length, html === "");
    html += whole;
  }
  return html;
}

function markupOfStart(part: Part, room: number, alone: boolean): string {
  switch (part.kind) {
    case "blockquote": {
      const inside = fit(part.parts, room - "<blockquote></blockquote>".length);
      return inside && `<blockquote>${inside}</blockquote>`;
    }
    case "ul":
    case "ol":
      return startOfList(part, room, alone);
    default:
      return alone ? startOfLeaf(part, room) : "";
  }
}

function startOfList(list: List, room: number, alone: boolean): string {
  let length = "<ul></ul>".length;
  const fits = list.items.map(markupOfItem).filter((item) => (length += item.length) <= room);
  if (fits.length > 0) return `<${list.kind}>${fits.join("")}</${list.kind}>`;
  const first = list.items[0];
  return alone && first ? `<${list.kind}><li>${startOfLines(first.lines, room - "<ul><li></li></ul>".length)}</li></${list.kind}>` : "";
}

function startOfLeaf({ kind, lines }: Leaf, room: number): string {
  return `<${kind}>${startOfLines(lines, room - "<pre></pre>".length)}</${kind}>`;
}

/** Whole words in one line, without styles. */
function startOfLines(lines: Line[], room: number): string {
  const start = escape(sayLines(lines)).slice(0, room);
  const lastSpace = start.lastIndexOf(" ");
  return lastSpace > 0 ? start.slice(0, lastSpace) : start.replace(/&[a-z]{0,3}$|[\ud800-\udbff]$/, "");
}
