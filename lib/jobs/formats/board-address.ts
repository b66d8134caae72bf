/** What an admin typed as an address of the web: https, without name and password; null when it is none. */
export function webAddress(typed: string): URL | null {
  const plain = typed.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(plain) ? plain : `https://${plain}`;
  if (/\s/.test(plain) || !URL.canParse(full)) return null;
  const address = new URL(full);
  if (!/^https?:$/.test(address.protocol) || address.username || address.password || !address.hostname.includes(".")) return null;
  address.protocol = "https:";
  address.hash = "";
  return address;
}

/** The parts of its path: "/acme/jobs/" → ["acme", "jobs"]. */
export function pathOf({ pathname }: URL): string[] {
  return pathname.split("/").filter(Boolean);
}
