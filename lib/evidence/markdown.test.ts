import { expect, test } from "vitest";
import { renderMarkdown } from "./markdown";

test("links lead to the web alone, in another tab and without our name", () => {
  expect(renderMarkdown("[a](https://example.org)")).toBe('<p><a href="https://example.org" rel="nofollow noopener" target="_blank">a</a></p>\n');
  expect(renderMarkdown("see https://example.org/x")).toContain('<a href="https://example.org/x" rel="nofollow noopener" target="_blank">');
  expect(renderMarkdown("main.go and sneha@example.org")).not.toContain("<a");
});

test.each([
  "<script>alert(1)</script>",
  '<img src=x onerror="alert(1)">',
  "![a](https://example.org/a.png)",
  "![a][b]\n\n[b]: https://example.org/a.png",
  "[a](javascript:alert(1))",
  "[a](JaVaScRiPt:alert(1))",
  "[a](data:text/html;base64,PHNjcmlwdD4=)",
  "[a](/api/session)",
  "<javascript:alert(1)>",
  "| a |\n|--:|\n| b |",
  "```\"><img src=x onerror=alert(1)>\nx\n```",
])("%j gives no picture, script, style or address of ours", (source) => {
  const html = renderMarkdown(source);
  expect(html).not.toMatch(/<(script|img|iframe|style)|<[^>]* (on\w+|style|src)=/i);
  for (const [, address] of html.matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^https:\/\//);
});

test("its headings stand below those of the page", () => {
  expect(renderMarkdown("# One\n\n#### Four")).toBe("<h4>One</h4>\n<h6>Four</h6>\n");
});
