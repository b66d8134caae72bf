import { isIPv6 } from "node:net";

const HEADER = "x-milepost-address";

/** Tells the application where a request comes from. Of X-Forwarded-For only what our own proxies added is believed, from the right. */
export function nameClient(request, trustedProxies) {
  const said = (request.headers["x-forwarded-for"] ?? "").split(",").map((hop) => hop.trim()).filter(Boolean);
  const hops = [...said, request.socket.remoteAddress ?? ""];
  request.headers[HEADER] = networkOf(hops[Math.max(0, hops.length - 1 - trustedProxies)]);
}

/** An IPv4 address, or the first 64 bits of an IPv6 one: whoever has one of those addresses has all of them. */
export function networkOf(address) {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain;
  const [head, tail] = plain.toLowerCase().split("::");
  const groups = (part) => (part ? part.split(":") : []);
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups(head).length - groups(tail).length);
  const all = [...groups(head), ...Array(missing).fill("0"), ...groups(tail)];
  return `${all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "")).join(":")}::/64`;
}
