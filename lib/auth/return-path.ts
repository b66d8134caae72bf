/** Where to go after signing in: a path of this site, or /home when the given one is not. */
export function returnPath(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("/") || /[\\\u0000-\u001f]/.test(value)) return "/home";
  const site = "http://milepost.invalid";
  const url = URL.parse(value, site);
  return url?.origin === site && !value.startsWith("//") ? url.pathname + url.search + url.hash : "/home";
}
