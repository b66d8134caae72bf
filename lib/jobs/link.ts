/** An address a listing may link to, in its normal form: http, https or mailto, absolute, without a name and password; otherwise null. */
export function linkOf(href: string): string | null {
  if (href.length > 2_000 || !URL.canParse(href)) return null;
  const url = new URL(href);
  if (url.protocol === "mailto:") return url.pathname ? url.href : null;
  const followed = (url.protocol === "https:" || url.protocol === "http:") && !url.username && !url.password;
  return followed ? url.href : null;
}
