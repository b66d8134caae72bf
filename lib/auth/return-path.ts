/** Where to go after signing in: a path of this site, or /home when the given one is not. */
export function returnPath(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("/") || /[\\\u0000-\u001f]/.test(value)) return "/home";
  const site = "http://milepost.invalid";
  const url = URL.parse(value, site);
  if (url?.origin !== site) return "/home";
  // What comes out is looked at: a path whose dots are taken out can begin with two slashes, which is another site.
  const path = url.pathname + url.search + url.hash;
  return path.startsWith("//") ? "/home" : path;
}
