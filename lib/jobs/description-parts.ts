import { Parser } from "htmlparser2";
import { linkOf } from "./link";

type Style = { href: string | null; strong: boolean; em: boolean; code: boolean };
export type Run = Style & { text: string };
/** Whitespace is collapsed except in "pre"; no line is empty at either end of a leaf. */
export type Line = Run[];
export type Leaf = { kind: "p" | "h2" | "h3" | "h4" | "pre"; lines: Line[] };
export type List = { kind: "ul" | "ol"; items: Item[] };
/** Has at least one line. */
export type Item = { lines: Line[]; lists: List[] };
type Quote = { kind: "blockquote"; parts: Part[] };
export type Part = Leaf | List | Quote;

/** Dropped with all they hold. */
export const DROPPED = [
  ...["script", "style", "template", "noscript", "title", "svg", "math", "iframe", "frameset", "noframes", "noembed", "object", "embed"],
  ...["applet", "canvas", "audio", "video", "select", "option", "datalist", "textarea", "xmp", "plaintext"],
];
const dropped = new Set(DROPPED);

/** The parser's time grows with the square of the depth: what follows an element deeper than this is not read. */
const DEEPEST = 500;
const DEEPEST_LIST = 4;

const LEAVES: Partial<Record<string, Leaf["kind"]>> = { p: "p", h1: "h2", h2: "h2", h3: "h3", h4: "h4", h5: "h4", h6: "h4", pre: "pre", dt: "p", dd: "p" };
const PARTING = new Set([
  ...["html", "body", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address", "center", "figure", "figcaption", "hr"],
  ...["dl", "table", "caption", "thead", "tbody", "tfoot", "tr", "form", "fieldset", "legend", "details", "summary", "blockquote"],
]);
const CELLS = new Set(["td", "th"]);
const STRONG = new Set(["strong", "b", "dt"]);
const EM = new Set(["em", "i"]);
const CODE = new Set(["code", "kbd", "samp", "tt"]);
const BOLD_STYLE = /font-weight\s{0,9}:\s{0,9}(?:bold|[6-9]00)/i;

const PLAIN: Style = { href: null, strong: false, em: false, code: false };

type Element = { tag: string; style: (around: Style) => Style; children: (Element | string)[] };

function treeOf(html: string): Element {
  const root: Element = { tag: "div", style: (around) => around, children: [] };
  const open = [root];
  let inDropped = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (open.length + inDropped > DEEPEST) parser.pause();
      else if (inDropped > 0 || dropped.has(tag)) inDropped++;
      else {
        const element = { tag, style: styleOf(tag, attributes), children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      }
    },
    ontext(text) {
      const children = inDropped === 0 ? open.at(-1)?.children : undefined;
      const before = children?.at(-1);
      // The parser gives a text in pieces, in other ones when it is written otherwise.
      if (typeof before === "string") children?.splice(-1, 1, before + text);
      else children?.push(text);
    },
    onclosetag() {
      if (inDropped > 0) inDropped--;
      else open.pop();
    },
  });
  parser.end(html.toWellFormed());
  return root;
}

function styleOf(tag: string, attributes: Record<string, string>): Element["style"] {
  if (tag === "a") {
    const href = linkOf(attributes.href ?? "");
    return (around) => ({ ...around, href });
  }
  const strong = STRONG.has(tag) || BOLD_STYLE.test(attributes.style ?? "");
  return (around) => ({ ...around, strong: around.strong || strong, em: around.em || EM.has(tag), code: around.code || CODE.has(tag) });
}

/** Where text goes: into paragraphs one after the other, or into the items of a list. Null stands for what the next text begins. */
type Paragraphs = { parts: Part[]; kind: Leaf["kind"]; leaf: Leaf | null; impliedList: Items | null; quoted: boolean };
type Items = { list: List; item: Item | null; level: number };
type Into = Paragraphs | Items;

const paragraphsOf = (parts: Part[], quoted: boolean): Paragraphs => ({ parts, kind: "p", leaf: null, impliedList: null, quoted });

function write(into: Into, text: string, style: Style) {
  const shown = clean(text);
  const line = "list" in into ? lineOfItem(into, shown) : lineOfLeaf(into, shown);
  if (!line) return;
  const kind = "list" in into ? "p" : into.kind;
  if (kind === "pre") line.push({ ...PLAIN, text: shown });
  else line.push({ ...style, strong: style.strong && kind === "p", text: shown.replace(/\s+/g, " ") });
}

function lineOfLeaf(into: Paragraphs, text: string): Line | undefined {
  if (!into.leaf) {
    if (isBlank(text)) return undefined;
    into.leaf = { kind: into.kind, lines: [[]] };
    into.parts.push(into.leaf);
    into.impliedList = null;
  }
  return into.leaf.lines.at(-1);
}

function lineOfItem(into: Items, text: string): Line | undefined {
  if (!into.item) {
    if (isBlank(text)) return undefined;
    return startItem(into).lines.at(-1);
  }
  return into.item.lines.at(-1);
}

function breakLine(into: Into) {
  const lines = "list" in into ? into.item?.lines : into.leaf?.lines;
  lines?.push([]);
}

/** What follows is a paragraph of this kind; in an item, a line. */
function startPart(into: Into, kind: Leaf["kind"]) {
  if ("list" in into) {
    breakLine(into);
  } else {
    into.leaf = null;
    into.kind = kind;
  }
}

function walk(element: Element, into: Into, around: Style) {
  const style = element.style(around);
  for (const child of element.children) {
    if (typeof child === "string") write(into, child, style);
    else visit(child, into, style);
  }
}

function visit(element: Element, into: Into, style: Style) {
  const { tag } = element;
  if (tag === "br") breakLine(into);
  else if (tag === "ul" || tag === "ol") visitList(element, tag, into, style);
  else if (tag === "li") visitItem(element, into, style);
  else if (tag === "blockquote" && "parts" in into && !into.quoted) visitQuote(element, into, style);
  else if (LEAVES[tag] || PARTING.has(tag)) visitParted(element, into, style);
  else {
    if (CELLS.has(tag)) write(into, " ", style);
    walk(element, into, style);
  }
}

function visitParted(element: Element, into: Into, style: Style) {
  const around = "list" in into ? "p" : into.kind;
  const kind = LEAVES[element.tag] ?? around;
  const headsItem = "list" in into && kind.startsWith("h");
  startPart(into, kind);
  walk(element, into, headsItem ? { ...style, strong: true } : style);
  startPart(into, around);
}

function visitQuote(element: Element, into: Paragraphs, style: Style) {
  const quote: Quote = { kind: "blockquote", parts: [] };
  into.parts.push(quote);
  into.impliedList = null;
  walk(element, paragraphsOf(quote.parts, true), style);
  into.leaf = null;
}

function visitList(element: Element, kind: List["kind"], into: Into, style: Style) {
  const list: List = { kind, items: [] };
  if ("parts" in into) {
    into.parts.push(list);
    into.impliedList = null;
    walk(element, { list, item: null, level: 1 }, style);
    into.leaf = null;
  } else if (into.level === DEEPEST_LIST) {
    walk(element, into, style);
  } else {
    const item = into.item ?? into.list.items.at(-1) ?? startItem(into);
    item.lists.push(list);
    walk(element, { list, item: null, level: into.level + 1 }, style);
    into.item = null;
  }
}

function visitItem(element: Element, into: Into, style: Style) {
  const items = "list" in into ? into : impliedListOf(into);
  startItem(items);
  walk(element, items, style);
  items.item = null;
}

function startItem(into: Items): Item {
  const item: Item = { lines: [[]], lists: [] };
  into.item = item;
  into.list.items.push(item);
  return item;
}

function impliedListOf(into: Paragraphs): Items {
  into.leaf = null;
  if (!into.impliedList) {
    into.impliedList = { list: { kind: "ul", items: [] }, item: null, level: 1 };
    into.parts.push(into.impliedList.list);
  }
  return into.impliedList;
}

/**
 * Without the control characters that Postgres or a screen refuses, those that turn the order of what is read, and halves of a character: the parser
 * cuts one in two after a tag that does not end.
 */
function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/\p{Surrogate}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\ufffe\uffff]/gu, "");
}

/** Spaces and joiners of no width alone say nothing. */
const isBlank = (text: string) => !/[^\s\u00ad\u200b-\u200f\u2060]/.test(text);

const textOf = (line: Line) => line.map((run) => run.text).join("");

const sameStyle = (one: Style, other: Style) => one.href === other.href && one.strong === other.strong && one.em === other.em && one.code === other.code;

const shared = (one: Style, other: Style): Style => ({
  href: one.href === other.href ? one.href : null,
  strong: one.strong && other.strong,
  em: one.em && other.em,
  code: one.code && other.code,
});

/** Single spaces, none at the ends, no two runs of one style side by side; a space alone has the style of both its neighbours. */
function tidy(line: Line): Line {
  const single: Line = [];
  for (const run of line) {
    const text = single.at(-1)?.text.endsWith(" ") ?? true ? run.text.trimStart() : run.text;
    if (text) single.push({ ...run, text });
  }
  const last = single.at(-1);
  if (last) last.text = last.text.trimEnd();
  if (last && !last.text) single.pop();

  const merged: Line = [];
  single.forEach((run, index) => {
    const [before, after] = [single[index - 1], single[index + 1]];
    const style = run.text === " " && before && after ? shared(before, after) : run;
    const previous = merged.at(-1);
    if (previous && sameStyle(previous, style)) previous.text += run.text;
    else merged.push({ href: style.href, strong: style.strong, em: style.em, code: style.code, text: run.text });
  });
  return isBlank(textOf(merged)) ? [] : merged;
}

function tidyPart(part: Part): Part[] {
  if ("parts" in part) {
    const parts = part.parts.flatMap(tidyPart);
    return parts.length > 0 ? [{ ...part, parts }] : [];
  }
  if ("items" in part) return tidyList(part);
  if (part.kind === "pre") return tidyPre(part);
  const lines = part.lines.map(tidy);
  if (part.kind !== "p") {
    const title = tidy(lines.flatMap((line) => [...line, { ...PLAIN, text: " " }]));
    return title.length > 0 ? [{ kind: part.kind, lines: [title] }] : [];
  }
  const paragraphs: Leaf[] = [];
  lines.forEach((line, index) => {
    if (line.length === 0) return;
    if (index > 0 && lines[index - 1]?.length) paragraphs.at(-1)?.lines.push(line);
    else paragraphs.push({ kind: "p", lines: [line] });
  });
  return paragraphs;
}

function tidyPre(pre: Leaf): Leaf[] {
  const text = pre.lines.map(textOf).join("\n").replace(/^(?:[^\S\n]*\n)+/, "").trimEnd();
  return isBlank(text) ? [] : [{ kind: "pre", lines: text.split("\n").map((line) => [{ ...PLAIN, text: line }]) }];
}

/** An item without a text gives its own items to the list around it. */
function tidyList(list: List): List[] {
  const items = list.items.flatMap((item): Item[] => {
    const lines = item.lines.map(tidy).filter((line) => line.length > 0);
    const lists = item.lists.flatMap(tidyList);
    return lines.length > 0 ? [{ lines, lists }] : lists.flatMap((inner) => inner.items);
  });
  return items.length > 0 ? [{ ...list, items }] : [];
}

/** What a description says, in the order of the text, with nothing but headings, paragraphs, lists, quotes and four styles left of its markup. */
export function partsOf(html: string): Part[] {
  const into = paragraphsOf([], false);
  walk(treeOf(html), into, PLAIN);
  return into.parts.flatMap(tidyPart);
}
