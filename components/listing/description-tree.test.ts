import { expect, test } from "vitest";
import { hostileMarkup } from "@/lib/jobs/fixtures/hostile-markup";
import type { Ask } from "@/lib/jobs/words";
import { descriptionTree, piecesOf, skillsInTree, type ElementNode } from "./description-tree";

const asks: Ask[] = [
  { skill: "apis", need: "required", says: ["REST APIs"] },
  { skill: "programming-languages", need: "required", says: ["Python", "C"] },
];

/** As text: marked words in brackets. */
function say(children: ElementNode["children"]): string {
  return children
    .map((node) => ("pieces" in node ? node.pieces.map(({ text, skill }) => (skill ? `[${text}]` : text)).join("") : `<${node.tag}${node.href ? ` ${node.href}` : ""}>${say(node.children)}</${node.tag}>`))
    .join("");
}

const tagsIn = (children: ElementNode["children"]): string[] => children.flatMap((node) => ("pieces" in node ? [] : [node.tag, ...tagsIn(node.children)]));

test.each([
  ["<p>REST APIs in Python &amp; C++</p>", "<p>[REST APIs] in [Python] & C++</p>"],
  ["<p><strong>REST</strong> APIs in <em>Pyth</em>on</p>", "<p><strong>[REST]</strong>[ APIs] in <em>[Pyth]</em>[on]</p>"],
  ["<p>REST</p><p>APIs</p>", "<p>REST</p><p>APIs</p>"],
  ["<p>We like REST<br />APIs</p>", "<p>We like REST<br></br>APIs</p>"],
  ["<ul><li>Python<ul><li>C</li></ul></li></ul>", "<ul><li>[Python]<ul><li>[C]</li></ul></li></ul>"],
  ['<p><a href="https://example.org/a">Python</a> <a href="javascript:alert(1)">C</a></p>', "<p><a https://example.org/a>[Python]</a> <a>[C]</a></p>"],
])("%s is marked as %s", (html, said) => {
  expect(say(descriptionTree(html, asks))).toBe(said);
});

test("no heading skips a level after the page's own", () => {
  expect(tagsIn(descriptionTree("<h4>a</h4><h4>b</h4><h2>c</h2><h4>d</h4>", []))).toEqual(["h2", "h3", "h2", "h3"]);
});

test("of hostile markup only allowed elements and followed links are left", () => {
  const allowed = new Set(["p", "br", "ul", "ol", "li", "strong", "em", "h2", "h3", "h4", "blockquote", "code", "pre", "a"]);
  const hrefs = (children: ElementNode["children"]): string[] => children.flatMap((node) => ("pieces" in node ? [] : [...(node.href === null ? [] : [node.href]), ...hrefs(node.children)]));
  for (const markup of hostileMarkup) {
    const tree = descriptionTree(markup, asks);
    expect(tagsIn(tree).filter((tag) => !allowed.has(tag))).toEqual([]);
    expect(hrefs(tree).filter((href) => !/^(?:https?:\/\/|mailto:)/.test(href))).toEqual([]);
  }
});

test("says which skills have a word in the text, and finds words of a title", () => {
  expect([...skillsInTree(descriptionTree("<h2>Python</h2><p>nothing</p>", asks))]).toEqual(["programming-languages"]);
  expect(piecesOf("Developer (Python)", asks)).toEqual([
    { text: "Developer (", skill: null },
    { text: "Python", skill: "programming-languages" },
    { text: ")", skill: null },
  ]);
});
