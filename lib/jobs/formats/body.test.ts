import { expect, test } from "vitest";
import { headingOf, htmlOf, isEscapedHtml, sectionsOf } from "./body";

test("HTML stays as it is, also where it is hostile: another module makes it safe", () => {
  expect(htmlOf("<p>One</p><script>x</script>")).toBe("<p>One</p><script>x</script>");
});

test.each([
  ["two paragraphs", "One\ntwo\n\nThree", "<p>One<br>\ntwo</p>\n<p>Three</p>"],
  ["headings and lists", "## Role\n- Go\n- SQL", "<h2>Role</h2>\n<ul>\n<li>Go</li>\n<li>SQL</li>\n</ul>"],
  ["bullets from a word processor", "Skills\n\n• Go\n  • SQL", "<p>Skills</p>\n<ul>\n<li>Go</li>\n<li>SQL</li>\n</ul>"],
  ["text that is only indented", "Role\n\n        Go", "<p>Role</p>\n<p>Go</p>"],
  ["a line of dashes", "Role\n---\nGo", "<p>Role</p>\n<hr>\n<p>Go</p>"],
  ["signs of HTML that are none", "a < b, c <b and <script>", "<p>a &lt; b, c &lt;b and &lt;script&gt;</p>"],
  ["a link and what only looks like one", "[a](https://acme.example) [b](javascript:x)", '<p><a href="https://acme.example">a</a> [b](javascript:x)</p>'],
  ["an image, which is not loaded", "![x](https://acme.example/x.png)", '<p>!<a href="https://acme.example/x.png">x</a></p>'],
  ["other scripts", "後端工程師\n\nबैकएंड", "<p>後端工程師</p>\n<p>बैकएंड</p>"],
  ["nothing", " \n ", ""],
])("text becomes escaped HTML: %s", (_name, text, html) => {
  expect(htmlOf(text)).toBe(html);
});

test("what cannot be seen is taken out", () => {
  expect(htmlOf("Go\u0000\u202e\u0007 now")).toBe("<p>Go now</p>");
});

test("parts without text go with their heading", () => {
  expect(sectionsOf([{ heading: "A & B", body: "One" }, { heading: "C", body: " " }, { heading: null, body: "<p>Two</p>" }])).toBe("<h3>A &amp; B</h3>\n<p>One</p>\n<p>Two</p>");
  expect(headingOf('<b>"')).toBe("<h3>&lt;b&gt;&quot;</h3>");
});

test("escaped HTML is told from text that speaks of tags", () => {
  expect(isEscapedHtml("&lt;p&gt;One&lt;/p&gt;")).toBe(true);
  expect(isEscapedHtml("<p>&lt;p&gt; is a tag</p>")).toBe(false);
  expect(isEscapedHtml("a &lt; b")).toBe(false);
});

test("200,000 beginnings of tags take no time", () => {
  const began = performance.now();
  htmlOf("<p ".repeat(66_000));
  htmlOf("[".repeat(20_000));
  htmlOf("- ".repeat(50_000));
  htmlOf("*a ".repeat(60_000));
  htmlOf("&lt;p".repeat(40_000));
  expect(performance.now() - began).toBeLessThan(5_000);
});
