import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { hostileMarkup } from "./fixtures/hostile-markup";
import { blocksOf, renderDescription, sanitiseDescription } from "./sanitise";

const ELEMENTS = new Set(["p", "br", "ul", "ol", "li", "strong", "em", "h2", "h3", "h4", "blockquote", "code", "pre", "a"]);
const INLINE = new Set(["br", "strong", "em", "code", "a"]);

/** Every element, attribute and scheme that must not be there; and every nesting that a browser would read otherwise than it is written. */
function troubleIn(html: string): string[] {
  const trouble: string[] = [];
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes, implied) {
      if (!ELEMENTS.has(name)) trouble.push(`<${name}>`);
      if (implied) trouble.push(`implied <${name}>`);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (name !== "a" || (attribute !== "href" && attribute !== "rel")) trouble.push(`${name} ${attribute}`);
        if (attribute === "href" && !/^(?:https?:\/\/[^/]|mailto:.)/.test(value)) trouble.push(value);
      }
      if (name === "a" && attributes.href && attributes.rel !== "nofollow noopener ugc") trouble.push("rel");
      if (name === "a" && open.includes("a")) trouble.push("a in a");
      if (!INLINE.has(name) && open.some((around) => INLINE.has(around) || /^(?:p|pre|h\d)$/.test(around))) trouble.push(`<${name}> in ${open.join(" ")}`);
      open.push(name);
    },
    onclosetag(name, implied) {
      if (implied && name !== "br") trouble.push(`implied </${name}>`);
      open.pop();
    },
    oncomment: (text) => trouble.push(`comment ${text}`),
    onprocessinginstruction: (name) => trouble.push(name),
  });
  parser.end(html);
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(html) || !html.isWellFormed()) trouble.push("control character");
  return trouble;
}

describe("markup that means harm", () => {
  test("is there in at least sixty forms", () => {
    expect(new Set(hostileMarkup).size).toBeGreaterThanOrEqual(60);
  });

  test.each(hostileMarkup.map((markup) => [markup]))("%j leaves only what is allowed", (markup) => {
    const kept = sanitiseDescription(markup);
    expect(troubleIn(kept)).toEqual([]);
    expect(sanitiseDescription(kept)).toBe(kept);
    expect(renderDescription(kept)).toBe(kept);
  });

  test("is refused on the way out too, should it stand in the database", () => {
    for (const markup of hostileMarkup) {
      const shown = renderDescription(markup);
      expect(shown).not.toMatch(/<(?!\/?(?:p|br|ul|ol|li|strong|em|h[234]|blockquote|code|pre|a)[ />])/);
      expect(shown).not.toMatch(/<[^>]*\s(?:on\w+|style|src|id|class)\s*=/i);
      expect(shown).not.toMatch(/href="(?!https?:|mailto:)/i);
    }
  });

  test("that was escaped stays text, however often", () => {
    expect(sanitiseDescription("&lt;script&gt;x&lt;/script&gt;")).toBe("<p>&lt;script&gt;x&lt;/script&gt;</p>");
    expect(sanitiseDescription("&amp;lt;img onerror=x&amp;gt;")).toBe("<p>&amp;lt;img onerror=x&amp;gt;</p>");
  });
});

describe("what stays", () => {
  test.each([
    ["<h1>Role</h1><h6>Team</h6><h3 id=x class=y>Pay</h3>", "<h2>Role</h2><h4>Team</h4><h3>Pay</h3>"],
    ["<div><div>One</div><div><span>Two</span></div></div>three", "<p>One</p><p>Two</p><p>three</p>"],
    ["one<br>two<br><br>three", "<p>one<br />two</p><p>three</p>"],
    ["<p>&nbsp;</p><p> <b></b> </p><p>\u200b</p><ul><li></li></ul><p>a</p>", "<p>a</p>"],
    ["<p>a <b> b</b><i> c </i></p>", "<p>a <strong>b</strong><em> c</em></p>"],
    ["<p><b>a</b><b>b</b></p>", "<p><strong>ab</strong></p>"],
    ["<ul><li><p>a</p><p>b</p></li><ul><li>c</li></ul></ul>", "<ul><li>a<br />b<ul><li>c</li></ul></li></ul>"],
    ["<li>a<li>b", "<ul><li>a</li><li>b</li></ul>"],
    ["<ol><li>a<ul><li>b</ul></ol>", "<ol><li>a<ul><li>b</li></ul></li></ol>"],
    ["<table><tr><th>Pay</th><td>10 LPA</td></tr><tr><td>Place</td><td>Pune</td></tr></table>", "<p>Pay 10 LPA</p><p>Place Pune</p>"],
    ["<pre>\n  a\n\n  b &lt; c\n</pre>", "<pre>  a\n\n  b &lt; c</pre>"],
    ["<blockquote>a<blockquote>b</blockquote></blockquote>", "<blockquote><p>a</p><p>b</p></blockquote>"],
    ["<p><span style='font-weight: 700'>Bold</span> <code>x</code></p>", "<p><strong>Bold</strong> <code>x</code></p>"],
    ["<p>अनुभव: 2 वर्ष 👩🏽‍💻 شغل 経験</p>", "<p>अनुभव: 2 वर्ष 👩🏽‍💻 شغل 経験</p>"],
    ["", ""],
  ])("%j becomes %j", (given, kept) => {
    expect(sanitiseDescription(given)).toBe(kept);
  });

  test("links lead out of the site by http, https or mail, and say that they are not ours", () => {
    const rel = 'rel="nofollow noopener ugc"';
    expect(sanitiseDescription("<a href=' https://example.org/a?b=1&amp;c=2 ' target=_blank onclick=x>Apply <b>now</b></a>")).toBe(
      `<p><a href="https://example.org/a?b=1&amp;c=2" ${rel}>Apply <strong>now</strong></a></p>`,
    );
    expect(sanitiseDescription("<a href=mailto:jobs@example.org>Write</a>")).toBe(`<p><a href="mailto:jobs@example.org" ${rel}>Write</a></p>`);
    for (const href of ["/admin/jobs", "//example.org", "page", "#top", "tel:112", "https://bank.example@evil.example/", "https://", "mailto:"]) {
      expect(sanitiseDescription(`<a href="${href}">x</a>`)).toBe("<p>x</p>");
      expect(renderDescription(`<a href="${href}">x</a>`)).toBe("<a>x</a>");
    }
  });

  test("is at most 60,000 characters, cut after a paragraph or an item", () => {
    const paragraph = `<p>${"words &amp; ".repeat(100)}end</p>`;
    const kept = sanitiseDescription(paragraph.repeat(100));
    expect(kept.length).toBeLessThanOrEqual(60_000);
    expect(kept.length).toBeGreaterThan(60_000 - paragraph.length);
    expect(kept.endsWith("end</p>")).toBe(true);
    const list = sanitiseDescription(`<p>Before</p><ul>${"<li>an item</li>".repeat(10_000)}</ul>`);
    expect(list.length).toBeGreaterThan(59_900);
    expect(list.endsWith("<li>an item</li></ul>")).toBe(true);
  });

  test.each(["<p>", "<h2>", "<pre>", "<ul><li>", "<blockquote>"])("the first words of one %s that is too long for that", (tag) => {
    for (const text of ["word ", "अ", "&amp;", "<b>a</b>b", "👩🏽‍💻", "a<br>"]) {
      const kept = sanitiseDescription(tag + text.repeat(Math.ceil(62_000 / text.replace(/<[^>]*>/g, "").length)));
      expect(kept.length).toBeLessThanOrEqual(60_000);
      expect(kept.length).toBeGreaterThan(59_000);
      expect(troubleIn(kept)).toEqual([]);
      expect(sanitiseDescription(kept)).toBe(kept);
    }
  });

  test("is found in good time, whatever the markup", () => {
    const size = 200_000;
    const slow = ["<b>", "<ul><li>", "<b><p></i>", "<a href=https://a.example>", "&", "<!--", "<p>a", "<li>a<br>", "<b>a</b>b", " ", "<a b='", "<svg>", "</p>", "<td>a", "&#x1f600;", "<pre>\n"];
    for (const piece of slow) {
      const start = performance.now();
      sanitiseDescription(piece.repeat(Math.ceil(size / piece.length)));
      expect(performance.now() - start, piece).toBeLessThan(4_000);
    }
  }, 60_000);
});

const pieces = fc.oneof(
  fc.constantFrom(...hostileMarkup),
  fc.constantFrom(
    ...["<p>", "</p>", "<div>", "</div>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<b>", "</b>", "<em>", "</em>", "<h1>", "</h1>", "<h3>", "</h3>"],
    ...["<br>", "<hr>", "<pre>", "</pre>", "<code>", "</code>", "<blockquote>", "</blockquote>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<dl>", "<dt>", "<dd>"],
    ...["<a href='https://example.org/%41 b?c=\"d\"'>", "<a href=mailto:a@example.org>", "<a href=x>", "</a>", "<svg>", "</svg>", "<script>", "</script>", "<!--", "-->", "<b", "<", ">", "&"],
    ...["a", " ", "\n", "  b ", "\u00a0", "\u200b", "\0", "&nbsp;", "&amp;lt;", "&lt;b&gt;", "&#0;", "&#x8d;", "\ud800", "👩🏽‍💻", "अ", "\t", "\r", '"', "'"],
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const markup = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(""));

describe("any markup at all", () => {
  test("half a character is not kept, and a whole one is", () => {
    expect(sanitiseDescription("<p>x</p\t\u{10000}")).toBe("<p>x</p>");
    expect(sanitiseDescription("<p>x \u{10000}</p>")).toBe("<p>x \u{10000}</p>");
  });

  test("is safe, and stays as it is when it is sanitised again or shown", () => {
    fc.assert(
      fc.property(markup, (given) => {
        const kept = sanitiseDescription(given);
        expect(troubleIn(kept)).toEqual([]);
        expect(sanitiseDescription(kept)).toBe(kept);
        expect(renderDescription(kept)).toBe(kept);
      }),
      { numRuns: 600 },
    );
  });

  test("any address in a link is either one that may be followed or none, in one form", () => {
    const address = fc.tuple(fc.constantFrom("https://", "http:", "mailto:", "javascript:", "data:", "//", "HTTPS:\\\\", ""), fc.string({ unit: "binary" })).map((both) => both.join(""));
    fc.assert(
      fc.property(address, (href) => {
        const kept = sanitiseDescription(`<a href="${href.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">x</a>`);
        expect(troubleIn(kept)).toEqual([]);
        expect(sanitiseDescription(kept)).toBe(kept);
        expect(renderDescription(kept)).toBe(kept);
      }),
      { numRuns: 600 },
    );
  });

  test("says the same before and after it is sanitised", () => {
    fc.assert(
      fc.property(markup, (given) => {
        expect(blocksOf(sanitiseDescription(given))).toEqual(blocksOf(given));
      }),
      { numRuns: 300 },
    );
  });
});

describe("the pieces of a description", () => {
  test("are headings, items and texts in the order of the text", () => {
    expect(blocksOf("<h2>The <em>role</em></h2><p>Build\n  things &amp; <b>ship</b>.</p><ul><li>Java<ul><li>Spring</li></ul></li><li>SQL</li></ul>")).toEqual([
      { kind: "heading", text: "The role" },
      { kind: "text", text: "Build things & ship." },
      { kind: "item", text: "Java" },
      { kind: "item", text: "Spring" },
      { kind: "item", text: "SQL" },
    ]);
  });

  test("a paragraph in bold, or a short line that ends in a colon, counts as a heading", () => {
    expect(blocksOf("<p><b>What you bring</b></p><p>Nice to have:</p><p>We are <b>kind</b></p><p><b>Pay:</b> 10 LPA</p>").map((block) => block.kind)).toEqual(["heading", "heading", "text", "text"]);
    expect(blocksOf(`<p>${"A long sentence about much. ".repeat(4)}such as:</p>`)[0]?.kind).toBe("text");
    expect(blocksOf("<ul><li>Must have:<ul><li>Go</li></ul></li><li>Nothing else:</li></ul>").map((block) => block.kind)).toEqual(["heading", "item", "item"]);
  });

  test("lines of one paragraph are told apart, and those with a bullet are items", () => {
    expect(blocksOf("<p><strong>Requirements</strong><br>• Java<br>- SQL<br>-5 degrees<br>C++ — a lot</p>")).toEqual([
      { kind: "heading", text: "Requirements" },
      { kind: "item", text: "Java" },
      { kind: "item", text: "SQL" },
      { kind: "text", text: "-5 degrees" },
      { kind: "text", text: "C++ — a lot" },
    ]);
  });
});
