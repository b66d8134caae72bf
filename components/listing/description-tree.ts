import { Parser } from "htmlparser2";
import { linkOf } from "@/lib/jobs/link";
import { renderDescription } from "@/lib/jobs/sanitise";
import type { Ask } from "@/lib/jobs/words";
import { marksOf } from "@/lib/skills/match";
import type { SkillSlug } from "@/lib/skills/skills";

/** A stretch of text; `skill` where its words are the ones that ask for it. */
export type Piece = { text: string; skill: SkillSlug | null };
type TextNode = { pieces: Piece[] };

const HEADINGS = ["h2", "h3", "h4"] as const;
const BLOCKS = ["p", "ul", "ol", "li", "blockquote", "pre", "br"] as const;
const INLINE = ["strong", "em", "code", "a"] as const;
type Tag = (typeof HEADINGS)[number] | (typeof BLOCKS)[number] | (typeof INLINE)[number];

/** `href` is set only on a link that may be followed. */
export type ElementNode = { tag: Tag; href: string | null; children: (ElementNode | TextNode)[] };

/**
 * A description as a tree of the allowed elements, sanitised once more on its way. Words of `asks` are marked wherever they stand, also
 * across <strong> or a link. No heading skips a level after the page's own h1.
 */
export function descriptionTree(html: string, asks: readonly Ask[]): ElementNode["children"] {
  const root: ElementNode["children"] = [];
  const open = [root];
  let line: TextNode[] = [];
  let level = 1;

  function endLine() {
    markLine(line, asks);
    line = [];
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      const around = open.at(-1) ?? root;
      const tag = tagOf(name);
      if (tag === null) {
        open.push(around);
        return;
      }
      const heading = HEADINGS.findIndex((known) => known === tag);
      if (heading >= 0) level = Math.min(heading + 2, level + 1);
      if (!isInline(tag)) endLine();
      const element: ElementNode = { tag: heading >= 0 ? (HEADINGS[level - 2] ?? tag) : tag, href: tag === "a" ? linkOf(attributes.href ?? "") : null, children: [] };
      around.push(element);
      open.push(element.children);
    },
    ontext(text) {
      const last = line.at(-1);
      const around = open.at(-1) ?? root;
      // An entity comes as a text of its own.
      if (last && around.at(-1) === last) last.pieces = [{ text: (last.pieces[0]?.text ?? "") + text, skill: null }];
      else {
        const node: TextNode = { pieces: [{ text, skill: null }] };
        around.push(node);
        line.push(node);
      }
    },
    onclosetag(name) {
      const tag = tagOf(name);
      if (tag !== null && !isInline(tag)) endLine();
      open.pop();
    },
  });
  parser.end(renderDescription(html));
  endLine();
  return root;
}

/** Which skills have a word in the tree. */
export function skillsInTree(children: ElementNode["children"]): Set<SkillSlug> {
  return new Set(children.flatMap((node) => ("pieces" in node ? node.pieces.flatMap(({ skill }) => skill ?? []) : [...skillsInTree(node.children)])));
}

/** Text parted at the words of asks. */
export function piecesOf(text: string, asks: readonly Ask[]): Piece[] {
  const node: TextNode = { pieces: [{ text, skill: null }] };
  markLine([node], asks);
  return node.pieces;
}

function markLine(line: readonly TextNode[], asks: readonly Ask[]): void {
  const texts = line.map(({ pieces }) => pieces[0]?.text ?? "");
  const marks = marksOf(texts.join(""), asks);
  let from = 0;
  line.forEach((node, index) => {
    const text = texts[index] ?? "";
    const to = from + text.length;
    const pieces: Piece[] = [];
    let at = from;
    for (const { start, end, skill } of marks) {
      if (end <= from || start >= to) continue;
      const [first, last] = [Math.max(start, from), Math.min(end, to)];
      if (first > at) pieces.push({ text: text.slice(at - from, first - from), skill: null });
      pieces.push({ text: text.slice(first - from, last - from), skill });
      at = last;
    }
    if (at < to) pieces.push({ text: text.slice(at - from), skill: null });
    node.pieces = pieces;
    from = to;
  });
}

function tagOf(name: string): Tag | null {
  return [...HEADINGS, ...BLOCKS, ...INLINE].find((tag) => tag === name) ?? null;
}

function isInline(tag: Tag): boolean {
  return INLINE.some((inline) => inline === tag);
}
