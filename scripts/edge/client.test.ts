import { expect, test } from "vitest";
import { nameClient, networkOf } from "./client.mjs";

function clientOf(remoteAddress: string, forwarded: string | undefined, trustedProxies: number): string | undefined {
  const headers: Record<string, string | undefined> = { "x-forwarded-for": forwarded, "x-milepost-address": "planted" };
  nameClient({ headers, socket: { remoteAddress } }, trustedProxies);
  return headers["x-milepost-address"];
}

test("without a proxy the client is whoever is connected, whatever it says", () => {
  expect(clientOf("203.0.113.7", undefined, 0)).toBe("203.0.113.7");
  expect(clientOf("203.0.113.7", "198.51.100.1, 10.0.0.1", 0)).toBe("203.0.113.7");
});

test("behind proxies the client is what the outermost of ours saw", () => {
  expect(clientOf("10.0.0.1", "6.6.6.6, 203.0.113.7", 1)).toBe("203.0.113.7");
  expect(clientOf("10.0.0.1", "6.6.6.6, 203.0.113.7, 10.0.0.2", 2)).toBe("203.0.113.7");
  expect(clientOf("10.0.0.1", undefined, 1)).toBe("10.0.0.1");
});

test("an IPv6 address stands for its network", () => {
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(networkOf("2001:0db8::1")).toBe("2001:db8:0:0::/64");
  expect(networkOf("::1")).toBe("0:0:0:0::/64");
  expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  expect(networkOf("::ffff:203.0.113.7")).toBe("203.0.113.7");
});
