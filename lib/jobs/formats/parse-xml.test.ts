import { expect, test } from "vitest";
import { elements, parseXml, textOf } from "./parse-xml";

const textIn = (body: string) => textOf(elements(parseXml(`<a>${body}</a>`), "a")[0]);

test("the five entities of XML and numbers are decoded, once; others stay as they are", () => {
  expect(textIn("&lt;p&gt; &amp;amp; &quot;&apos; &#8217;&#x41; &hellip;")).toBe("<p> &amp; \"' ’A &hellip;");
});

test("CDATA is kept as it is", () => {
  expect(textIn("<![CDATA[<p>A &amp; B</p>]]>")).toBe("<p>A &amp; B</p>");
  expect(textIn("<![CDATA[a]]><![CDATA[b]]>")).toBe("ab");
});

test("numbers stay text, and one element is a list like several", () => {
  const [root] = elements(parseXml("<r><id>007</id><one/></r>"), "r");
  expect(textOf(root, "id")).toBe("007");
  expect(elements(root, "one")).toHaveLength(1);
  expect(elements(root, "none")).toEqual([]);
  expect(textOf(root, "none")).toBe("");
});

test.each([
  ["a DOCTYPE", '<!DOCTYPE r [<!ENTITY x "y">]><r>&x;</r>', /DOCTYPE/],
  ["a DOCTYPE after the declaration, in small letters", "<?xml version='1.0'?>\n<!-- a --><!doctype r><r/>", /DOCTYPE/],
  ["a DOCTYPE behind CDATA", "<r><![CDATA[x]]></r><!DOCTYPE r>", /DOCTYPE/],
  ["an external entity", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>', /DOCTYPE/],
  ["an element that is not closed", "<r><a></r>", /not well-formed/],
  ["text", "hello", /not XML/],
  ["nothing", "", /not XML/],
  ["JSON", "{}", /not XML/],
  ["depth", `<r>${"<a>".repeat(200)}${"</a>".repeat(200)}</r>`, /nested too deep/],
  ["a name that would change every object", "<r><__proto__><polluted>1</polluted></__proto__></r>", /names that are not allowed/],
])("%s is refused", (_name, body, why) => {
  expect(() => parseXml(body)).toThrow(why);
});

test("a whole page within CDATA is a text", () => {
  expect(textIn("<![CDATA[<!DOCTYPE html><p>x</p>]]>")).toBe("<!DOCTYPE html><p>x</p>");
});

test("CDATA that never ends is refused at once", () => {
  const began = performance.now();
  expect(() => parseXml(`<r>${"<![CDATA[".repeat(200_000)}</r>`)).toThrow();
  expect(performance.now() - began).toBeLessThan(5_000);
});
