import ipaddr from "ipaddr.js";

const [GLOBAL_UNICAST, BITS] = ipaddr.IPv6.parseCIDR("2000::/3");

/** Whether an IP address is one of the public internet, also when it is wrapped in another (::ffff:10.0.0.1, 64:ff9b::a00:1). */
export function isPublicAddress(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST, BITS);
}

/** Why Milepost does not read from this address, in a sentence for an admin; null when it may try. */
export function checkAddress(address: string): string | null {
  if (address.length > 2_000) return "This address is longer than 2,000 characters.";
  if (!URL.canParse(address)) return "This is not a whole address. It should begin with https:// and a name.";
  const url = new URL(address);
  if (url.protocol !== "https:") return "The address must begin with https://, so that nobody on the way can change the listings.";
  if (url.username || url.password) return "The address holds a name or a password before the @. Milepost reads public listings only; leave that part out.";
  if (url.port) return "The address names a port. Milepost reads from the usual port of https only; leave the port out.";
  // The parser of URLs writes 127.1, 0x7f.1 and 2130706433 as 127.0.0.1.
  if (url.hostname.startsWith("[") || ipaddr.isValid(url.hostname)) return "The address has a number in place of a name. Give the name of the site, such as jobs.example.com.";
  if (!/^[^.]+(?:\.[^.]+)+$/.test(url.hostname)) return `"${url.hostname}" is not the name of a site on the internet. It should look like jobs.example.com.`;
  return null;
}
