import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt({ html: false, linkify: true }).disable("image");
// Only what begins with http:// or https://: "main.go" is no address.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
markdown.validateLink = (address) => /^https?:\/\//i.test(address);

markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet("rel", "nofollow noopener");
  tokens[index]?.attrSet("target", "_blank");
  return self.renderToken(tokens, index, options);
};

// A table with many columns is moved sideways alone, by the keyboard as well.
markdown.renderer.rules.table_open = () => '<div class="wide" role="region" aria-label="Table" tabindex="0"><table>\n';
markdown.renderer.rules.table_close = () => "</table></div>\n";

// The headings of the page stand above those of the evidence.
markdown.core.ruler.push("lower_headings", ({ tokens }) => {
  for (const token of tokens) {
    if (token.type.startsWith("heading_")) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 3)}`;
    // Alignment comes as an inline style, which the page's policy refuses.
    if (/^t[hd]_open$/.test(token.type)) token.attrs = null;
  }
});

/** HTML of what a learner wrote: no HTML of theirs, no images, links to the web alone. */
export function renderMarkdown(source: string): string {
  return markdown.render(source);
}
