import MarkdownIt from "markdown-it";
import { escapeHtml } from "@/lib/escape-html";
import { linesOf } from "./lines";

// "code": text that is merely indented is no code. "lheading": a line of dashes under a paragraph parts it from the next.
const markdown = new MarkdownIt({ html: false, breaks: true }).disable(["image", "code", "lheading", "table", "reference"]);
markdown.validateLink = (address) => /^https?:\/\//i.test(address);

// With a limit on what a tag holds: a hostile text of 200,000 "<p " would be searched to its end for each.
const TAG = /<\/?(?:a|article|b|br|div|em|h[1-6]|hr|i|li|ol|p|section|span|strong|table|td|tr|u|ul)(?:\s[^<>]{0,400})?\/?>/i;
const ESCAPED_TAG = /&lt;\/?(?:a|b|br|div|em|h[1-6]|li|ol|p|section|span|strong|table|ul)(?:\s|\/?&gt;)/i;

/** More than the schema takes: nothing is made of it. */
const TOO_LONG = 200_000;

export function isHtml(text: string): boolean {
  return TAG.test(text);
}

/** Tags that were escaped once more than they should be. */
export function isEscapedHtml(text: string): boolean {
  return !TAG.test(text) && ESCAPED_TAG.test(text);
}

/** HTML as it is, plain text and Markdown as escaped HTML with paragraphs, lists and headings. */
export function htmlOf(body: unknown): string {
  const text = linesOf(body).trim();
  return isHtml(text) || text.length > TOO_LONG ? text : htmlOfText(text);
}

/** What is certainly text: nothing in it becomes a tag. */
function htmlOfText(text: string): string {
  return markdown.render(text.replace(/^[ \t]*[•·▪●◦‣–][ \t]*(?=\S)/gm, "- ").replace(/^[ \t]+(?=\S)/gm, (space) => (space.length > 3 ? "  " : space))).trim();
}

export function headingOf(words: string): string {
  return `<h3>${escapeHtml(words)}</h3>`;
}

/** Parts of a description under their headings; a part that is empty goes with its heading. */
export function sectionsOf(sections: readonly { heading: string | null; body: unknown }[]): string {
  return sections
    .map(({ heading, body }) => ({ heading, html: htmlOf(body) }))
    .filter(({ html }) => html)
    .map(({ heading, html }) => (heading ? `${headingOf(heading)}\n${html}` : html))
    .join("\n");
}
